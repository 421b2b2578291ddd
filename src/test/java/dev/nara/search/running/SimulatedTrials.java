package dev.nara.search.running;

import dev.nara.data.DataException;
import dev.nara.eval.Significance;
import dev.nara.run.RunEvent;
import dev.nara.search.study.BudgetClock;
import dev.nara.search.study.MemoryLog;
import dev.nara.search.study.StudyLog;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.StudySpec;
import dev.nara.search.study.TrialState;
import dev.nara.search.trials.TrialExecutor;
import dev.nara.spec.RunSpec;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trials that are not trained: their figures are those of a world of one's own, one after the other, in no time. The clock goes on
 * by their work, a second for each unit.
 */
public class SimulatedTrials implements TrialExecutor, BudgetClock {
    private final World world;
    private final List<Run> runs = new ArrayList<>();
    private double seconds;

    /** What settings come to. */
    public interface World {
        /** Each user's figure after an epoch; empty where the training fails. */
        double[] users(Map<String, String> settings, long seed, int epoch);

        /** Whether another seed gives another result. */
        default boolean random() {
            return true;
        }

        /** Whether there is room for a run of these settings. */
        default boolean fits(Map<String, String> settings, long seed) {
            return true;
        }

        /** What an epoch takes. */
        default double work(Map<String, String> settings) {
            return 1;
        }
    }

    /** A run, with the epochs that it has; what is kept of it survives its program. */
    private static final class Run {
        private final Task task;
        private int epochs;
        private boolean left;

        Run(Task task) {
            this.task = task;
        }
    }

    /** Of a world. */
    public SimulatedTrials(World world) {
        this.world = world;
    }

    /** Runs a whole study, and tells how it stands in the end. */
    public static StudySnapshot run(StudySpec spec, World world) throws DataException {
        return run(spec, new SimulatedTrials(world), new MemoryLog());
    }

    /** The same with trials and events that were there before. */
    public static StudySnapshot run(StudySpec spec, SimulatedTrials trials, StudyLog log) throws DataException {
        Course course = new Course(1, spec, log, trials);
        new StudyLoop(course, trials, (state, latest, left) -> {}).run();
        return Snapshots.of(1, "2026-01-01T00:00:00Z", course.state());
    }

    @Override
    public int places() {
        return 1;
    }

    @Override
    public Plan plan(RunSpec spec) {
        boolean fits = world.fits(spec.values(), spec.seed());
        Optional<Text> problem = fits ? Optional.empty() : Optional.of(Text.of("study.too.large", 2, 1));
        return new Plan(world.work(spec.values()), spec.epochs(), 1, problem, !fits);
    }

    @Override
    public boolean random(String algorithm) {
        return world.random();
    }

    @Override
    public long create(Task task) {
        runs.add(new Run(task));
        return runs.size();
    }

    private Run run(long run) {
        return runs.get((int) run - 1);
    }

    @Override
    public void train(long number, Task task, int reached, Watch watch) {
        Run run = run(number);
        run.left = false;
        RunSpec spec = run.task.spec();
        int known = reached;
        if (known < run.task.rungs().size() && run.task.rungs().get(known) <= run.epochs) {
            // It was killed before its rung was told.
            known++;
            run.left = !watch.rung(number, known, done(number, run.epochs));
        }
        while (!run.left && run.epochs < spec.epochs()) {
            run.epochs++;
            seconds += world.work(spec.values());
            if (users(number, run.epochs).length == 0) {
                watch.ended(number, end(TrialState.DIVERGED, number, Optional.empty()));
                return;
            }
            if (known < run.task.rungs().size() && run.task.rungs().get(known) <= run.epochs) {
                known++;
                run.left = !watch.rung(number, known, done(number, run.epochs));
            }
        }
        boolean finished = run.epochs >= spec.epochs();
        watch.ended(
                number,
                finished
                        ? end(TrialState.FINISHED, number, Optional.of(done(number, run.epochs)))
                        : end(TrialState.DROPPED, number, Optional.empty()));
    }

    private RunEvent.EpochDone done(long run, int epoch) {
        double mean = Significance.mean(users(run, epoch));
        String goal = run(run).task.spec().metrics().split(",", -1)[0];
        double work = world.work(run(run).task.spec().values());
        return new RunEvent.EpochDone("train", epoch, 0.5, work, 1, 0, Map.of(goal, mean), true, Map.of());
    }

    private End end(TrialState state, long run, Optional<RunEvent.EpochDone> best) {
        double work = world.work(run(run).task.spec().values());
        boolean test = run(run).task.test();
        return new End(
                state,
                best,
                run(run).epochs,
                work,
                test ? best.map(RunEvent.EpochDone::metrics).orElse(Map.of()) : Map.of(),
                state.broken() ? Text.of("study.nothing") : null,
                false);
    }

    @Override
    public void leave(long run) {
        run(run).left = true;
    }

    @Override
    public double[] users(long run, int epoch) {
        RunSpec spec = run(run).task.spec();
        return world.users(spec.values(), spec.seed(), epoch);
    }

    @Override
    public double[] testUsers(long run) {
        return users(run, run(run).task.spec().epochs());
    }

    @Override
    public int testLooks(RunSpec spec) {
        return (int) runs.stream().filter(run -> run.task.test()).count();
    }

    @Override
    public double seconds() {
        return seconds;
    }

    @Override
    public long millis() {
        return Math.round(seconds * 1000);
    }

    @Override
    public void running(boolean on) {}
}
