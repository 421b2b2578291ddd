package dev.nara.search.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import dev.nara.search.running.SimulatedTrials;
import dev.nara.search.running.StudyLoopTest;
import dev.nara.search.space.Dimension;
import dev.nara.search.space.Space;
import dev.nara.search.study.Budget;
import dev.nara.search.study.Limit;
import dev.nara.search.study.MemoryLog;
import dev.nara.search.study.Phase;
import dev.nara.search.study.StudyChoice;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudyPart;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.StudySpec;
import dev.nara.search.study.TrialState;
import dev.nara.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final StudySpec TEN_MINUTES = StudyLoopTest.spec(Budget.ofMinutes(10), StudySpec.NO_RACE);

    /** The world of the loop's test, another one in a single thing. */
    private static class Hill implements SimulatedTrials.World {
        @Override
        public double[] users(Map<String, String> settings, long seed, int epoch) {
            return StudyLoopTest.HILL.users(settings, seed, epoch);
        }
    }

    private static StudySpec withSpace(Space space) {
        StudyPart part = new StudyPart("mf", Map.of("rate", "0.01"), space);
        return new StudySpec(
                "",
                TEN_MINUTES.base(),
                "",
                List.of(part),
                "HR@10",
                List.of(),
                TEN_MINUTES.budget(),
                "auto",
                "off",
                3,
                1);
    }

    private static List<String> notices(StudySnapshot study) {
        return study.notices().stream().map(Text::key).toList();
    }

    @Test
    void whatIsWithoutChanceIsTrainedFromOneSeedAlone() throws DataException {
        StudySpec spec = withSpace(
                new Space(List.of(new Dimension.Choice("rate", List.of("0.01", "0.03", "0.1"), Optional.empty()))));
        SimulatedTrials trials = new SimulatedTrials(new Hill() {
            @Override
            public boolean random() {
                return false;
            }
        });
        MemoryLog log = new MemoryLog();
        StudySnapshot end = SimulatedTrials.run(spec, trials, log);

        assertEquals(3, end.trials().size());
        assertTrue(end.trials().stream().allMatch(t -> t.runs().size() == 1));
        assertEquals(List.of("study.exhausted"), notices(end));

        log.say(0, new StudyEvent.TestAsked(5)).append(0, List::of);
        StudySnapshot tested = SimulatedTrials.run(spec, trials, log);
        assertEquals(1, tested.test().orElseThrow().figures().size());
        assertEquals(1, tested.test().orElseThrow().presetFigures().size());

        log.say(0, new StudyEvent.TestAsked(5)).append(0, List::of);
        assertEquals(Phase.TESTED, SimulatedTrials.run(spec, trials, log).phase());
        assertEquals(2, trials.testLooks(spec.base()));
    }

    @Test
    void aFurtherSeedForWhichThereIsNoRoomIsNotBegunForEver() throws DataException {
        MemoryLog log = new MemoryLog();
        StudySnapshot end = SimulatedTrials.run(
                TEN_MINUTES,
                new SimulatedTrials(new Hill() {
                    @Override
                    public boolean fits(Map<String, String> settings, long seed) {
                        return seed != 2;
                    }
                }),
                log);

        assertEquals(Phase.CHOSEN, end.phase());
        assertEquals(0, end.choice().orElseThrow().trial());
        assertEquals(TrialState.FINISHED, end.trial(1).state());
    }

    @Test
    void whereNoTrialFitsTheSearchEnds() throws DataException {
        StudySnapshot end = SimulatedTrials.run(TEN_MINUTES, new Hill() {
            @Override
            public boolean fits(Map<String, String> settings, long seed) {
                return false;
            }
        });

        assertEquals(50, end.trials().size());
        assertEquals(Phase.CHOSEN, end.phase());
        assertTrue(notices(end).contains("study.exhausted"), notices(end).toString());
    }

    @Test
    void aPresetBeyondTheLimitsIsNotChosen() throws DataException {
        // The preset reaches .5 and is the best of what is tried; .45 is the most that is allowed.
        StudySpec spec = new StudySpec(
                "",
                TEN_MINUTES.base(),
                "",
                List.of(new StudyPart(
                        "mf",
                        Map.of("rate", "0.1"),
                        new Space(List.of(Dimension.Range.of("rate", 0.0001, 0.1, false, true))))),
                "HR@10",
                List.of(new Limit("HR@10", false, 0.45)),
                Budget.ofTrials(12),
                "random",
                "off",
                2,
                1);
        StudySnapshot end = SimulatedTrials.run(spec, StudyLoopTest.HILL);

        StudyChoice choice = end.choice().orElseThrow();
        assertTrue(!end.trial(1).withinLimits());
        assertTrue(choice.trial() > 1, "chosen " + choice.trial());
        assertTrue(end.trial(choice.trial()).withinLimits());
        assertEquals(StudyChoice.Verdict.NONE, choice.verdict());
    }
}
