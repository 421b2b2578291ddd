package dev.nara.search.plan;

import dev.nara.data.DataException;
import dev.nara.search.study.Budget;
import dev.nara.search.study.Phase;
import dev.nara.search.study.StudyChoice;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudyPart;
import dev.nara.search.study.StudySeeds;
import dev.nara.search.study.StudyState;
import dev.nara.search.study.TrialNow;
import dev.nara.search.trials.TrialExecutor;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Decides what a study does next, from its events alone except for the end of a time budget. */
public final class Planner {
    /** After this many consecutive trials that could not start, the study stops. */
    private static final int MANY = 50;

    private final StudyState state;
    private final Judge judge;
    private final TrialExecutor executor;
    private final NextSettings settings;
    private final Requests requests;
    private final StudyVerdicts verdicts;
    private final TestVerdict tests;
    private final PathToChoice path;
    private final StoredTrials stored;

    public Planner(StudyState state, Figures figures, Judge judge, TrialExecutor executor) throws DataException {
        this.state = state;
        this.judge = judge;
        this.executor = executor;
        settings = new NextSettings(state, executor::random);
        verdicts = new StudyVerdicts(state, figures, executor, settings);
        path = new PathToChoice(state, settings, verdicts);
        stored = new StoredTrials(state, settings, figures, executor);
        requests = new Requests(state, settings, path);
        tests = new TestVerdict(state, figures, executor);
    }

    /** The next move; empty if there is nothing to do, now or at all. */
    public Optional<Move> next(Now now) throws DataException {
        Phase phase = state.phase();
        if (phase == Phase.PAUSED || phase == Phase.STOPPED) {
            return Optional.empty();
        }
        Optional<Move> asked = requests.next(now);
        if (asked.isPresent()) {
            return asked;
        }
        Optional<Move> under = underWay(now);
        if (under.isPresent()) {
            return under;
        }
        return switch (phase) {
            case SEARCHING -> search(now);
            case CONFIRMING -> confirm(now);
            case TESTING -> test();
            default -> state.path().isPresent() ? path.next(now) : Optional.empty();
        };
    }

    /** Runs that the events say are in progress but no process trains. */
    private Optional<Move> underWay(Now now) {
        if (now.free() <= 0) {
            return Optional.empty();
        }
        for (TrialNow trial : state.trials()) {
            Optional<TrialNow.RunNow> run =
                    trial.active().filter(r -> !(r.confirming && state.steered().confirmed()));
            if (run.isPresent() && !now.training().contains(run.get().run)) {
                return Optional.of(new Move.Train(trial, run.get()));
            }
        }
        return state.tests().stream()
                .filter(t -> t.end == null && !now.training().contains(t.begun.run()))
                .findFirst()
                .map(t -> new Move.TrainTest(t.begun));
    }

    private Optional<Move> search(Now now) throws DataException {
        List<TrialNow> active =
                state.trials().stream().filter(t -> t.active().isPresent()).toList();
        if (isOver(now)) {
            return active.isEmpty() ? begunToConfirm(now, List.of()) : leftAtTheEnd(active, now);
        }
        if (now.free() <= 0) {
            return Optional.empty();
        }
        for (StudyPart part : noneBegins() ? List.<StudyPart>of() : inTurn()) {
            if (stored.due(part)) {
                return Optional.of(new Move.Note(stored.events(part)));
            }
            OptionalInt thawed = judge.thaw(part.algorithm());
            if (thawed.isPresent()) {
                TrialNow trial = state.trial(thawed.getAsInt());
                return Optional.of(new Move.GoOn(trial, Text.of("study.why.thaw"), 0));
            }
            Optional<NextSettings.Ask> ask = settings.of(part);
            if (ask.isPresent()) {
                return ask.map(this::begun);
            }
        }
        return active.isEmpty()
                ? begunToConfirm(now, List.of(new StudyEvent.Noticed(Text.of("study.exhausted"))))
                : Optional.empty();
    }

    /** Whether none of the latest trials could start, so that the study would continue for ever without using time. */
    private boolean noneBegins() {
        List<TrialNow> trials = state.trials();
        int many = trials.size() - MANY;
        return many >= 0
                && trials.subList(many, trials.size()).stream()
                        .allMatch(t -> t.added().run() == 0);
    }

    private Move begun(NextSettings.Ask ask) {
        if (ask.again() == 0) {
            return new Move.Begin(ask, 0);
        }
        TrialNow trial = state.trial(ask.again());
        return new Move.Repeat(trial, StudySeeds.again(state.spec(), trial), false, 0);
    }

    /** Whether no more settings are to be tried. */
    private boolean isOver(Now now) {
        Budget budget = state.steered().budget();
        if (state.steered().finish()) {
            return true;
        }
        if (!budget.timed()) {
            return state.begun() >= budget.trials();
        }
        boolean last = now.secondsLeft() <= Budget.CONFIRMATION * (state.seconds() + now.secondsLeft());
        // A trial that takes longer than most of the budget may still finish.
        return last && (now.secondsLeft() <= 0 || state.bestFinished().isPresent());
    }

    /** With a budget of trials, trials in training always finish. */
    private Optional<Move> leftAtTheEnd(List<TrialNow> active, Now now) {
        boolean finish = state.steered().finish();
        if (!finish && !state.steered().budget().timed()) {
            return Optional.empty();
        }
        Text why = Text.of(finish ? "study.left.finish" : "study.left.time");
        return active.stream()
                .filter(t -> t.active()
                        .filter(r ->
                                now.training().contains(r.run) && !now.leaving().contains(r.run))
                        .isPresent())
                .findFirst()
                .map(t -> new Move.Leave(t, why, 0));
    }

    /** The algorithms, the one with the least training time first. */
    private List<StudyPart> inTurn() {
        List<StudyPart> parts = new ArrayList<>(state.steered().parts());
        if (parts.size() > 1) {
            parts.sort(Comparator.comparingDouble(part -> state.trials(part.algorithm()).stream()
                    .mapToDouble(Planner::seconds)
                    .sum()));
        }
        return parts;
    }

    private static double seconds(TrialNow trial) {
        double each = trial.secondsPerEpoch();
        return Double.isNaN(each) ? 0 : each * trial.trained();
    }

    private Optional<Move> begunToConfirm(Now now, List<StudyEvent> notes) throws DataException {
        List<StudyEvent> events = new ArrayList<>(notes);
        double share = Budget.CONFIRMATION * (state.seconds() + now.secondsLeft());
        Optional<StudyEvent.Confirming> confirming = verdicts.confirming(share * executor.places());
        if (confirming.isPresent()) {
            events.add(confirming.get());
        } else {
            events.add(new StudyEvent.Noticed(Text.of("study.nothing")));
            events.add(new StudyEvent.Chosen(StudyVerdicts.none()));
        }
        return Optional.of(new Move.Note(events));
    }

    private Optional<Move> confirm(Now now) throws DataException {
        StudyEvent.Confirming confirming = state.confirming().orElseThrow();
        List<Integer> all = confirming.all();
        if (state.steered().confirmed()) {
            return confirmed(confirming, now);
        }
        boolean waits = false;
        for (long seed : confirming.seeds()) {
            for (int number : all) {
                TrialNow trial = state.trial(number);
                if (executor.random(trial.added().algorithm())) {
                    TrialNow.RunNow run = StudyVerdicts.run(trial, seed);
                    if (run == null && now.free() > 0) {
                        return Optional.of(new Move.Repeat(trial, seed, true, 0));
                    }
                    waits |= run == null || run.end == null;
                }
            }
        }
        return waits
                ? Optional.empty()
                : Optional.of(new Move.Note(List.of(new StudyEvent.Chosen(verdicts.choice(confirming)))));
    }

    /** Stops what is in progress; the seeds that count are those completed for all. */
    private Optional<Move> confirmed(StudyEvent.Confirming confirming, Now now) throws DataException {
        for (TrialNow trial : state.trials()) {
            Optional<TrialNow.RunNow> run = trial.active();
            if (run.isPresent()) {
                return now.leaving().contains(run.get().run)
                        ? Optional.empty()
                        : Optional.of(new Move.Leave(trial, Text.of("study.left.confirmed"), 0));
            }
        }
        StudyEvent.Confirming known = verdicts.known(confirming);
        return Optional.of(new Move.Note(List.of(known, new StudyEvent.Chosen(verdicts.choice(known)))));
    }

    private Optional<Move> test() throws DataException {
        Optional<StudyChoice> choice = state.choice();
        boolean allTested = choice.isPresent() && state.tests().stream().allMatch(t -> t.end != null);
        return allTested
                ? Optional.of(new Move.Note(List.of(new StudyEvent.Tested(tests.of(choice.get())))))
                : Optional.empty();
    }
}
