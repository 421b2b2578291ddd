package dev.nara.search.trials;

import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.search.study.StudyPart;
import dev.nara.search.study.TrialFigures;
import dev.nara.search.study.TrialState;
import dev.nara.spec.RunSpec;
import dev.nara.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Trains the trials of a study. A trial is a run that can be stopped at a rung and later continues with the same results. Implementations
 * train in threads of this process or, in tests, not at all.
 */
public interface TrialExecutor extends TrialFigures {
    /** How many runs may train at once, at present. */
    int places() throws DataException;

    /**
     * What a run would need.
     *
     * @param work of one epoch, NaN if unknown
     * @param epochs at most, 1 if the algorithm has no more
     * @param firstRung the first epoch, from 1, after which a run may be judged
     * @param problem why it cannot be trained; empty if it can
     * @param tooLarge whether that is for lack of memory
     */
    record Plan(double work, int epochs, int firstRung, Optional<Text> problem, boolean tooLarge) {}

    /** What a run of these settings would need. */
    Plan plan(RunSpec spec);

    /**
     * A run stored earlier, with the same rows and validation part.
     *
     * @param values of all its parameters
     */
    record Known(long run, Map<String, String> values, RunEvent.EpochDone best, int epochs, double secondsPerEpoch) {}

    /** The stored runs that suit a part, with users' figures in their best epochs. */
    default List<Known> known(StudyPart part) throws DataException {
        return List.of();
    }

    /** Whether another seed gives an algorithm another result. */
    boolean random(String algorithm);

    /**
     * A run of a trial.
     *
     * @param trial its number, from 1
     * @param rungs the epochs of its rungs
     * @param test whether it is evaluated on the test part instead of the validation part
     */
    record Task(long study, int trial, RunSpec spec, List<Integer> rungs, boolean test) {}

    /** Stores a waiting run; called within the transaction that stores its event. */
    long create(Task task) throws DataException;

    /**
     * Starts or continues a run, and returns; the watch is notified on any thread. A run that has ended in the meantime is reported as
     * ended.
     *
     * @param reached how many of its rungs were reported before
     */
    void train(long run, Task task, int reached, Watch watch) throws DataException;

    /** Stops the work on a run at its next batch; the run can continue later. */
    void leave(long run);

    /** How many runs were evaluated on the test part of these settings so far. */
    int testLooks(RunSpec spec) throws DataException;

    /** Is notified of runs. */
    interface Watch {
        /** A run waits until one of these releases its GPU or place, "" for a training that is no run; if empty, it trains. */
        default void waits(long run, List<String> ahead) {}

        /** A run has finished an epoch, evaluated or not. */
        void epoch(long run, RunEvent.EpochDone done);

        /** A run has reached a rung, counted from 1; returns whether it should continue. */
        boolean rung(long run, int rung, RunEvent.EpochDone done);

        /** The run reports nothing more unless it is continued. */
        void ended(long run, End end);
    }

    /**
     * How a run ended.
     *
     * @param state of the trial as a result: DROPPED if it was stopped
     * @param best its best epoch; empty if none was evaluated
     * @param epochs trained
     * @param tested the figures on the test part, empty without an evaluation on it
     * @param why it did not finish; null if it did or was stopped
     * @param gone whether it can continue, but not in this process, for instance on a full disk
     */
    record End(
            TrialState state,
            Optional<RunEvent.EpochDone> best,
            int epochs,
            double secondsPerEpoch,
            Map<String, Double> tested,
            @Nullable Text why,
            boolean gone) {}
}
