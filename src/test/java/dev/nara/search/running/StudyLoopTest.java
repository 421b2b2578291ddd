package dev.nara.search.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import dev.nara.search.picture.OutcomeWords;
import dev.nara.search.plan.Figures;
import dev.nara.search.plan.Judge;
import dev.nara.search.space.Dimension;
import dev.nara.search.space.Space;
import dev.nara.search.study.Budget;
import dev.nara.search.study.Limit;
import dev.nara.search.study.MemoryLog;
import dev.nara.search.study.Origin;
import dev.nara.search.study.Phase;
import dev.nara.search.study.Recorded;
import dev.nara.search.study.StudyChoice;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudyPart;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.StudySpec;
import dev.nara.search.study.StudyState;
import dev.nara.search.study.TestResult;
import dev.nara.search.study.Trial;
import dev.nara.search.study.TrialState;
import dev.nara.search.trials.TrialExecutor;
import dev.nara.spec.RunSpec;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

public class StudyLoopTest {
    private static final int USERS = 40;
    private static final Dimension RATE = Dimension.Range.of("rate", 0.001, 1, false, true);

    /** The best rate is .1; figures grow with the epochs; users and seeds differ a little. */
    public static final SimulatedTrials.World HILL = (settings, seed, epoch) -> {
        double rate = Double.parseDouble(settings.getOrDefault("rate", "0.01"));
        double hill = 0.5 - 0.1 * Math.abs(Math.log10(rate) + 1);
        double grown = hill * (1 - Math.pow(0.6, epoch));
        Random random = new Random(Math.round(rate * 1e6) * 31 + seed);
        return IntStream.range(0, USERS)
                .mapToDouble(u -> grown + 0.02 * random.nextGaussian() + 0.001 * u)
                .toArray();
    };

    public static StudySpec spec(Budget budget, String race) {
        RunSpec base = RunSpec.draft()
                .algorithm("mf")
                .metrics("HR@10")
                .epochs(16)
                .seed(1)
                .spec();
        StudyPart part = new StudyPart("mf", Map.of("rate", "0.01"), new Space(List.of(RATE)));
        return new StudySpec("", base, "", List.of(part), "HR@10", List.of(), budget, "random", race, 3, 1);
    }

    private static final StudySpec TWENTY = spec(Budget.ofTrials(20), StudySpec.RACE);

    @Test
    void triesThePresetFirstAndChoosesABetterSetting() throws DataException {
        StudySnapshot end = SimulatedTrials.run(TWENTY, HILL);

        assertEquals(Phase.CHOSEN, end.phase());
        assertEquals(20, end.trials().size());
        assertEquals(Origin.PRESET, end.trials().get(0).origin());
        assertEquals(Map.of("rate", "0.01"), end.trials().get(0).settings());
        assertEquals(Origin.SAMPLER, end.trials().get(19).origin());
        StudyChoice choice = end.choice().orElseThrow();
        double rate = Double.parseDouble(end.trial(choice.trial()).settings().get("rate"));
        assertTrue(rate > 0.05 && rate < 0.2, "rate " + rate);
        assertEquals(StudyChoice.Verdict.REAL, choice.verdict());
        assertEquals(1, choice.preset());
        // Its own run, and those of the confirmation's seeds.
        assertEquals(4, end.trial(choice.trial()).runs().size());
        assertEquals(4, end.trial(1).runs().size());
    }

    @Test
    void hopelessTrialsAreDroppedAndTheBestOfThemThawed() throws DataException {
        MemoryLog log = new MemoryLog();
        StudySnapshot raced =
                SimulatedTrials.run(spec(Budget.ofTrials(40), StudySpec.RACE), new SimulatedTrials(HILL), log);
        StudySnapshot whole = SimulatedTrials.run(spec(Budget.ofTrials(40), StudySpec.NO_RACE), HILL);

        long dropped = log.events().stream()
                .filter(StudyEvent.Dropped.class::isInstance)
                .count();
        long thawed = raced.trials().stream().filter(Trial::thawed).count();
        assertTrue(dropped >= 10, "dropped " + dropped);
        assertTrue(thawed >= 1, "thawed " + thawed);
        assertTrue(whole.trials().stream().allMatch(Trial::finished));
        assertTrue(raced.seconds() < whole.seconds());
        for (Trial trial : raced.trials()) {
            if (trial.thawed() && trial.finished()) {
                // Settings and figures are those of the same trial that was never left.
                Trial same = whole.trials().stream()
                        .filter(t -> t.settings().equals(trial.settings()))
                        .findFirst()
                        .orElse(trial);
                assertEquals(same.seedFigures().get(0), trial.seedFigures().get(0));
            }
        }
    }

    @Test
    void aStudyThatIsKilledAtAnyOfItsChangesGoesOnAsItWouldHave() throws DataException {
        StudySpec spec = spec(Budget.ofTrials(8), StudySpec.RACE);
        MemoryLog undisturbed = new MemoryLog();
        SimulatedTrials.run(spec, new SimulatedTrials(HILL), undisturbed);

        int kills = 0;
        for (boolean before : List.of(true, false)) {
            boolean killed = true;
            for (int at = 1; killed; at++) {
                killed = false;
                SimulatedTrials trials = new SimulatedTrials(HILL);
                MemoryLog log = new MemoryLog().killAt(at, before);
                try {
                    SimulatedTrials.run(spec, trials, log);
                } catch (MemoryLog.Killed e) {
                    killed = true;
                    kills++;
                    SimulatedTrials.run(spec, trials, log.killAt(0, false));
                }
                assertEquals(undisturbed.events(), log.events(), "killed at change " + at);
            }
        }
        assertTrue(kills > 40, "kills " + kills);
    }

    @Test
    void whereSomethingCannotBeStoredTheStudyStopsAndGoesOnLater() throws DataException {
        StudySpec spec = spec(Budget.ofTrials(4), StudySpec.RACE);
        MemoryLog undisturbed = new MemoryLog();
        SimulatedTrials.run(spec, new SimulatedTrials(HILL), undisturbed);

        for (int at = 1; at < 20; at++) {
            SimulatedTrials trials = new SimulatedTrials(HILL);
            MemoryLog log = new MemoryLog().failAt(at);
            assertThrows(DataException.class, () -> SimulatedTrials.run(spec, trials, log));
            SimulatedTrials.run(spec, trials, log.failAt(0));
            assertEquals(undisturbed.events(), log.events(), "full at change " + at);
        }
    }

    @Test
    void reasonsTellWhichPreferenceIsGivenUp() {
        Text why = Text.of("sampler.misleading", Text.of("sampler.gp", "1", "2", "rate"), "rate", "0.1");

        assertEquals(List.of(new StudyEvent.PreferenceGivenUp("mf", "rate", "0.1")), GivenUp.events("mf", why));
    }

    @Test
    void whereNothingCanBeTrainedThatIsSaidOnceAndNothingChosen() throws DataException {
        StudySnapshot end = SimulatedTrials.run(TWENTY, (settings, seed, epoch) -> new double[0]);

        assertEquals(20, end.trials().size());
        assertTrue(end.trials().stream().allMatch(t -> t.state() == TrialState.DIVERGED));
        assertEquals(0, end.choice().orElseThrow().trial());
        assertEquals(
                List.of("study.all.broken", "study.nothing"),
                end.notices().stream().map(Text::key).toList());
        assertEquals(Phase.CHOSEN, end.phase());
    }

    @Test
    void aSpaceOfWhichNothingIsLeftEndsTheSearch() throws DataException {
        MemoryLog log = new MemoryLog().say(6, new StudyEvent.Fixed("mf", "rate", "0.1"));
        StudySnapshot end = SimulatedTrials.run(TWENTY, new SimulatedTrials(HILL), log);

        assertTrue(end.trials().size() < 20);
        assertEquals(
                List.of("study.exhausted"),
                end.notices().stream().map(Text::key).toList());
        assertEquals(Phase.CHOSEN, end.phase());
        assertEquals("0.1", end.parts().get(0).values().get("rate"));
    }

    @Test
    void aBudgetOfTimeLeavesTheLastTenthToTheConfirmation() throws DataException {
        StudySnapshot end = SimulatedTrials.run(spec(Budget.ofMinutes(10), StudySpec.NO_RACE), HILL);

        // Of 600 seconds 540 for trials of 16 each.
        assertEquals(34, end.trials().size());
        assertEquals(Phase.CHOSEN, end.phase());
        assertTrue(end.seconds() > 560 && end.seconds() < 700, "seconds " + end.seconds());
    }

    @Test
    void whatPeopleAskIsReadBeforeTheNextDecision() throws DataException {
        MemoryLog log = new MemoryLog()
                .say(8, new StudyEvent.Narrowed("mf", Dimension.Range.of("rate", 0.05, 0.2, false, true)))
                .say(9, new StudyEvent.Asked("mf", Map.of("rate", "0.123")));
        StudySnapshot end = SimulatedTrials.run(TWENTY, new SimulatedTrials(HILL), log);

        int asked = 0;
        for (Trial trial : end.trials()) {
            asked = trial.origin() == Origin.PERSON ? trial.number() : asked;
        }
        assertTrue(asked > 1);
        assertEquals(Map.of("rate", "0.123"), end.trial(asked).settings());
        for (Trial trial : end.trials().subList(asked, end.trials().size())) {
            double rate = Double.parseDouble(trial.settings().get("rate"));
            assertTrue(rate >= 0.05 && rate <= 0.2, "rate " + rate);
        }
    }

    @Test
    void whatIsUndoneCountsNoLonger() throws DataException {
        MemoryLog log = new MemoryLog()
                .say(4, new StudyEvent.Narrowed("mf", Dimension.Range.of("rate", 0.05, 0.2, false, true)))
                .say(5, new StudyEvent.Pinned(1));
        SimulatedTrials.run(TWENTY, new SimulatedTrials(HILL), log);
        StudyState state = new StudyState(TWENTY);
        log.since(0).forEach(state::apply);
        assertTrue(state.steered().pinned(1));
        long narrowed = state.steered().steps().get(0).seq();

        state.apply(new Recorded(state.seq() + 1, 0, "", new StudyEvent.Undone(narrowed)));

        assertEquals(TWENTY.parts(), state.steered().parts());
        assertTrue(state.steered().steps().get(0).undone());
        assertTrue(!state.steered().pinned(1));
    }

    @Test
    void theChoiceIsReportedOnTheTestPartWhenAsked() throws DataException {
        SimulatedTrials trials = new SimulatedTrials(HILL);
        MemoryLog log = new MemoryLog();
        StudySnapshot chosen = SimulatedTrials.run(TWENTY, trials, log);
        log.say(0, new StudyEvent.TestAsked(3)).append(0, List::of);
        StudySnapshot end = SimulatedTrials.run(TWENTY, trials, log);

        assertEquals(Phase.TESTED, end.phase());
        TestResult test = end.test().orElseThrow();
        assertEquals(chosen.choice().orElseThrow().trial(), test.trial());
        assertEquals(3, test.figures().size());
        assertEquals(3, test.presetFigures().size());
        assertEquals(6, test.looks());
        assertEquals(StudyChoice.Verdict.REAL, test.against().verdict());
    }

    @Test
    void aTestWhoseRunsAllFailSaysWhy() throws DataException {
        SimulatedTrials trials = new SimulatedTrials(
                (settings, seed, epoch) -> seed > 1000 ? new double[0] : HILL.users(settings, seed, epoch));
        MemoryLog log = new MemoryLog();
        SimulatedTrials.run(TWENTY, trials, log);
        log.say(0, new StudyEvent.TestAsked(2)).append(0, List::of);
        TestResult test = SimulatedTrials.run(TWENTY, trials, log).test().orElseThrow();

        assertEquals(List.of(), test.figures());
        assertEquals(Text.of("study.end.tested.none.why", Text.of("study.nothing")), OutcomeWords.tested(test));
    }

    @Test
    void moreSeedsAreConfirmedWhenAsked() throws DataException {
        SimulatedTrials trials = new SimulatedTrials(HILL);
        MemoryLog log = new MemoryLog();
        SimulatedTrials.run(TWENTY, trials, log);
        log.say(0, new StudyEvent.ConfirmAsked(2)).append(0, List::of);
        StudySnapshot end = SimulatedTrials.run(TWENTY, trials, log);

        assertEquals(5, end.choice().orElseThrow().seeds());
        assertEquals(6, end.trial(1).runs().size());
    }

    /** Which event begins to confirm, counted from 1. */
    private static int confirming(MemoryLog log) {
        int at = 0;
        while (!(log.events().get(at) instanceof StudyEvent.Confirming)) {
            at++;
        }
        return at + 1;
    }

    @Test
    void whoIsToFinishWhileItConfirmsChoosesByTheSeedsThatAreDone() throws DataException {
        MemoryLog whole = new MemoryLog();
        SimulatedTrials.run(TWENTY, new SimulatedTrials(HILL), whole);
        int at = confirming(whole);
        StudyEvent.Confirming begun = (StudyEvent.Confirming) whole.events().get(at - 1);
        assertEquals(3, begun.seeds().size());
        int trainings = begun.all().size();

        // Each training of the first seed is begun and ends.
        MemoryLog log = new MemoryLog().say(at + 2 * trainings, new StudyEvent.FinishAsked());
        SimulatedTrials trials = new SimulatedTrials(HILL);
        StudySnapshot end = SimulatedTrials.run(TWENTY, trials, log);

        assertEquals(Phase.CHOSEN, end.phase());
        assertEquals(1, end.choice().orElseThrow().seeds());
        assertEquals(2, end.trial(1).runs().size());
        assertEquals(StudySnapshot.Doing.NOTHING, end.doing());

        log.say(0, new StudyEvent.ConfirmAsked(2)).append(0, List::of);
        assertEquals(
                3,
                SimulatedTrials.run(TWENTY, trials, log).choice().orElseThrow().seeds());
    }

    @Test
    void withoutASeedOfAllTheBestSoFarIsChosenAndNothingIsPromised() throws DataException {
        MemoryLog whole = new MemoryLog();
        StudySnapshot searched = SimulatedTrials.run(TWENTY, new SimulatedTrials(HILL), whole);
        MemoryLog log = new MemoryLog().say(confirming(whole), new StudyEvent.FinishAsked());
        StudySnapshot end = SimulatedTrials.run(TWENTY, new SimulatedTrials(HILL), log);

        StudyChoice choice = end.choice().orElseThrow();
        assertEquals(searched.bestNow().orElseThrow().trial(), choice.trial());
        assertEquals(0, choice.seeds());
        assertEquals(StudyChoice.Verdict.NONE, choice.verdict());
        assertEquals("study.end.unconfirmed", OutcomeWords.headline(end, choice).key());
        assertEquals(1, end.trial(choice.trial()).runs().size());
    }

    @Test
    void aConfirmationSaysWhichSeedIsTrainedAndHowManyAreLeft() throws DataException {
        StudyState state = new StudyState(TWENTY);
        MemoryLog log = new MemoryLog();
        SimulatedTrials.run(TWENTY, new SimulatedTrials(HILL), log);
        int at = confirming(log);
        log.since(0).subList(0, at).forEach(state::apply);
        int trainings = state.confirming().orElseThrow().all().size();
        assertEquals(
                new StudySnapshot.Doing(List.of(), 3, 1, 3 * trainings, false),
                Snapshots.of(1, "", state).doing());

        log.since(at).subList(0, 2 * trainings + 2).forEach(state::apply);
        assertEquals(
                new StudySnapshot.Doing(List.of(), 3, 2, 2 * trainings - 1, false),
                Snapshots.of(1, "", state).doing());
    }

    @Test
    void theClockStandsStillWhileAllItsRunsWait() throws DataException {
        List<Boolean> clock = new ArrayList<>();
        SimulatedTrials trials = new SimulatedTrials(HILL) {
            @Override
            public void running(boolean on) {
                clock.add(on);
            }
        };
        Course course = new Course(1, TWENTY, new MemoryLog(), trials);
        course.tick();
        course.keep(new StudyEvent.Waits(List.of("7")));
        course.tick();
        assertEquals(List.of("7"), Snapshots.of(1, "", course.state()).doing().waitsFor());
        course.keep(new StudyEvent.Waits(List.of()));
        course.tick();

        assertEquals(List.of(true, false, true), clock);
    }

    @Test
    void whereOneOfItsRunsTrainsTheOthersDoNotWait() throws DataException {
        UnderWay underWay = new UnderWay(new SimulatedTrials(HILL) {
            @Override
            public void train(long run, Task task, int reached, Watch watch) {}
        });
        TrialExecutor.Task task = new TrialExecutor.Task(1, 1, TWENTY.base(), List.of(), false);
        TrialExecutor.Watch nobody = new Reports(
                new Course(1, TWENTY, new MemoryLog(), new SimulatedTrials(HILL)),
                new Figures(TWENTY, new SimulatedTrials(HILL)),
                new Judge(new StudyState(TWENTY), new Figures(TWENTY, new SimulatedTrials(HILL))),
                underWay);
        underWay.train(1, task, 0, nobody);
        underWay.train(2, task, 0, nobody);
        underWay.waits(1, List.of("9", "7"));
        assertEquals(List.of(), underWay.waitsFor());
        underWay.waits(2, List.of("7", "9"));
        assertEquals(List.of("7", "9"), underWay.waitsFor());
        underWay.waits(2, List.of());
        assertEquals(List.of(), underWay.waitsFor());
        underWay.ended(2);
        assertEquals(List.of("7", "9"), underWay.waitsFor());
        underWay.ended(1);
        assertEquals(List.of(), underWay.waitsFor());
    }

    @Test
    void anExtendedStudyGoesOn() throws DataException {
        SimulatedTrials trials = new SimulatedTrials(HILL);
        MemoryLog log = new MemoryLog();
        SimulatedTrials.run(TWENTY, trials, log);
        log.say(0, new StudyEvent.Extended(0, 5)).append(0, List::of);
        StudySnapshot end = SimulatedTrials.run(TWENTY, trials, log);

        assertEquals(25, end.trials().size());
        assertEquals(Phase.CHOSEN, end.phase());
        assertEquals(
                2,
                log.events().stream()
                        .filter(StudyEvent.Chosen.class::isInstance)
                        .count());
    }

    @Test
    void severalAlgorithmsHaveEqualTime() throws DataException {
        List<StudyPart> parts = new ArrayList<>(TWENTY.parts());
        parts.add(new StudyPart("bpr", Map.of("rate", "0.01"), new Space(List.of(RATE))));
        StudySpec spec = new StudySpec(
                "", TWENTY.base(), "", parts, "HR@10", List.of(), Budget.ofMinutes(20), "random", "off", 2, 1);
        StudySnapshot end = SimulatedTrials.run(spec, new SimulatedTrials.World() {
            @Override
            public double[] users(Map<String, String> settings, long seed, int epoch) {
                return HILL.users(settings, seed, epoch);
            }
        });

        long ofFirst =
                end.trials().stream().filter(t -> t.algorithm().equals("mf")).count();
        assertEquals(34, ofFirst);
        assertEquals(34, end.trials().size() - ofFirst);
    }

    @Test
    void outOfItsLimitsNothingIsChosen() throws DataException {
        StudySpec spec = new StudySpec(
                "",
                TWENTY.base(),
                "",
                TWENTY.parts(),
                "HR@10",
                List.of(new Limit("HR@10", false, 0.45)),
                Budget.ofTrials(20),
                "random",
                "off",
                2,
                1);
        StudySnapshot end = SimulatedTrials.run(spec, HILL);

        Trial chosen = end.trial(end.choice().orElseThrow().trial());
        assertTrue(chosen.withinLimits());
        assertTrue(chosen.metrics().getOrDefault("HR@10", 1.0) <= 0.45);
        assertTrue(end.trials().stream().anyMatch(t -> !t.withinLimits()));
    }

    @Test
    void theStepsFromThePresetAreTrainedWhenAsked() throws DataException {
        Space space = new Space(List.of(RATE, Dimension.Range.of("size", 1, 9, true, false)));
        SimulatedTrials.World slope = (settings, seed, epoch) -> {
            double size = Double.parseDouble(settings.getOrDefault("size", "1"));
            double[] users = HILL.users(settings, seed, epoch);
            return IntStream.range(0, USERS)
                    .mapToDouble(u -> users[u] + 0.01 * size)
                    .toArray();
        };
        StudyPart part = new StudyPart("mf", Map.of("rate", "0.002", "size", "1"), space);
        StudySpec spec = new StudySpec(
                "", TWENTY.base(), "", List.of(part), "HR@10", List.of(), Budget.ofTrials(25), "random", "off", 3, 1);
        SimulatedTrials trials = new SimulatedTrials(slope);
        MemoryLog log = new MemoryLog();
        SimulatedTrials.run(spec, trials, log);
        log.say(0, new StudyEvent.PathAsked()).append(0, List::of);
        StudySnapshot end = SimulatedTrials.run(spec, trials, log);

        assertEquals(2, end.path().size());
        Trial step = end.trial(end.path().get(0).trial());
        assertEquals(Origin.PATH, step.origin());
        assertEquals(4, step.runs().size());
        StudySnapshot.PathStep last = end.path().get(1);
        assertEquals(end.choice().orElseThrow().trial(), last.trial());
        assertTrue(last.difference() >= last.low() && last.difference() <= last.high());
        assertEquals(Phase.CHOSEN, end.phase());
    }
}
