package dev.nara.search.running;

import dev.nara.data.DataException;
import dev.nara.search.plan.Move;
import dev.nara.search.plan.NextSettings;
import dev.nara.search.plan.RunSpecs;
import dev.nara.search.race.Rungs;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudyEvent.Added;
import dev.nara.search.study.StudyEvent.CarriedOut;
import dev.nara.search.study.StudyEvent.Ended;
import dev.nara.search.study.StudySeeds;
import dev.nara.search.study.StudyState;
import dev.nara.search.study.TrialNow;
import dev.nara.search.study.TrialState;
import dev.nara.search.trials.TrialExecutor;
import dev.nara.search.trials.TrialExecutor.Plan;
import dev.nara.search.trials.TrialExecutor.Task;
import dev.nara.spec.RunSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Carries out moves; the events of a move are stored before it starts. */
final class StudyMoves {
    private final Course course;
    private final StudyState state;
    private final TrialExecutor executor;
    private final UnderWay underWay;
    private final RunSpecs specs;
    private final TrialExecutor.Watch watch;

    StudyMoves(Course course, TrialExecutor executor, UnderWay underWay, TrialExecutor.Watch watch) {
        this.course = course;
        this.state = course.state();
        this.executor = executor;
        this.underWay = underWay;
        this.specs = new RunSpecs(state);
        this.watch = watch;
    }

    void carryOut(Move move) throws DataException {
        if (move instanceof Move.Train train) {
            train(train.trial(), train.run());
        } else if (move instanceof Move.TrainTest test) {
            underWay.train(
                    test.begun().run(),
                    testTask(test.begun().trial(), test.begun().seed()),
                    0,
                    watch);
        } else if (move instanceof Move.Begin begin) {
            begin(begin);
        } else if (move instanceof Move.Repeat repeat) {
            repeat(repeat);
        } else if (move instanceof Move.GoOn goOn) {
            goOn(goOn);
        } else if (move instanceof Move.Leave leave) {
            leave(leave);
        } else if (move instanceof Move.Test test) {
            test(test);
        } else if (move instanceof Move.Note note) {
            course.keep(note::events);
        }
    }

    private void train(TrialNow trial, TrialNow.RunNow run) throws DataException {
        int reached = run == trial.runs().get(0) ? trial.reached().size() : 0;
        underWay.train(run.run, specs.task(course.study(), trial, run), reached, watch);
    }

    private static List<StudyEvent> with(long asked, StudyEvent... events) {
        List<StudyEvent> all = new ArrayList<>(List.of(events));
        if (asked > 0) {
            all.add(new CarriedOut(asked, null));
        }
        return all;
    }

    private void begin(Move.Begin begin) throws DataException {
        NextSettings.Ask ask = begin.ask();
        int number = state.trials().size() + 1;
        long seed = StudySeeds.of(state.spec(), ask.origin(), number);
        RunSpec spec = specs.of(ask.algorithm(), ask.settings(), seed);
        Plan plan = executor.plan(spec);
        List<Rungs.Rung> rungs = specs.rungs(ask.algorithm(), plan);
        if (plan.problem().isPresent()) {
            Added added = added(number, 0, ask, seed, List.of(), plan.work());
            course.keep(() -> with(begin.asked(), added, cannot(number, plan)));
            return;
        }
        List<Integer> epochs = rungs.stream().map(Rungs.Rung::epoch).toList();
        Task task = new Task(course.study(), number, spec, epochs, false);
        course.keep(() -> {
            long run = executor.create(task);
            List<StudyEvent> events = with(begin.asked(), added(number, run, ask, seed, rungs, plan.work()));
            events.addAll(GivenUp.events(ask.algorithm(), ask.why()));
            return events;
        });
        TrialNow trial = state.trial(number);
        train(trial, trial.runs().get(0));
    }

    private static Added added(
            int number, long run, NextSettings.Ask ask, long seed, List<Rungs.Rung> rungs, double work) {
        return new Added(number, run, ask.algorithm(), ask.settings(), ask.origin(), ask.why(), seed, rungs, work);
    }

    private static Ended cannot(int trial, Plan plan) {
        TrialState end = plan.tooLarge() ? TrialState.TOO_LARGE : TrialState.FAILED;
        return new Ended(
                trial,
                0,
                end,
                0,
                0,
                Double.NaN,
                Map.of(),
                Double.NaN,
                plan.problem().orElse(null));
    }

    private void repeat(Move.Repeat repeat) throws DataException {
        TrialNow trial = repeat.trial();
        RunSpec spec = specs.of(trial, repeat.seed(), repeat.confirming());
        Plan plan = executor.plan(spec);
        if (plan.problem().isPresent()) {
            course.keep(() -> cannotAgain(repeat, plan));
            return;
        }
        Task task = new Task(course.study(), trial.number(), spec, List.of(), false);
        course.keep(() -> with(
                repeat.asked(),
                new StudyEvent.Repeated(trial.number(), executor.create(task), repeat.seed(), repeat.confirming())));
        train(trial, trial.runs().get(trial.runs().size() - 1));
    }

    /** Without a request, the repetition is stored as ended, too, or it would be started over and over. */
    private static List<StudyEvent> cannotAgain(Move.Repeat repeat, Plan plan) {
        int trial = repeat.trial().number();
        return repeat.asked() > 0
                ? List.of(new CarriedOut(repeat.asked(), plan.problem().orElseThrow()))
                : List.of(new StudyEvent.Repeated(trial, 0, repeat.seed(), repeat.confirming()), cannot(trial, plan));
    }

    private void goOn(Move.GoOn goOn) throws DataException {
        TrialNow trial = goOn.trial();
        course.keep(() -> with(goOn.asked(), new StudyEvent.Thawed(trial.number(), goOn.why())));
        train(trial, trial.main());
    }

    /** The event is stored once the run has stopped; if it is not in training, as after a pause, at once. */
    private void leave(Move.Leave leave) throws DataException {
        TrialNow trial = leave.trial();
        long run = trial.active().orElse(trial.main()).run;
        if (underWay.runs().contains(run)) {
            underWay.leave(run, leave.why(), leave.asked());
        } else {
            course.keep(() -> with(leave.asked(), trial.left(leave.why())));
        }
    }

    private void test(Move.Test test) throws DataException {
        List<Integer> trials = new ArrayList<>(List.of(test.choice().trial()));
        if (test.choice().preset() > 0
                && test.choice().preset() != test.choice().trial()) {
            trials.add(test.choice().preset());
        }
        course.keep(() -> {
            List<StudyEvent> events = with(test.asked());
            for (int trial : trials) {
                long before = state.tests().stream()
                        .filter(t -> t.begun.trial() == trial)
                        .count();
                for (int n = 1; n <= looks(trial, test.seeds()); n++) {
                    long seed = StudySeeds.test(state.spec(), (int) before + n);
                    events.add(new StudyEvent.TestBegun(trial, executor.create(testTask(trial, seed)), seed));
                }
            }
            return events;
        });
    }

    /** A deterministic choice is evaluated with a single seed, whatever was requested. */
    private int looks(int trial, int seeds) {
        if (executor.random(state.trial(trial).added().algorithm())) {
            return seeds;
        }
        boolean tested = state.tests().stream()
                .anyMatch(t -> t.begun.trial() == trial
                        && t.end != null
                        && !t.end.figures().isEmpty());
        return tested ? 0 : 1;
    }

    private Task testTask(int trial, long seed) {
        RunSpec spec = specs.tested(state.trial(trial), seed);
        return new Task(course.study(), trial, spec, List.of(), true);
    }
}
