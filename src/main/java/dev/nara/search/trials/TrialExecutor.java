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
 * Trains the trials of a study. A trial is a run that can be left at a rung and goes on bit by bit as if it never had been; how
 * it is told is a matter of who trains it: in threads of this program, or, in tests, not at all.
 */
public interface TrialExecutor extends TrialFigures {
    /** How many may train at once, now. */
    int places() throws DataException;

    /**
     * What a run would take.
     *
     * @param work an epoch takes, NaN where it is not known
     * @param epochs it trains at most, 1 where the algorithm has no more
     * @param firstRung the first epoch, from 1, after which a run may be judged
     * @param problem why it cannot be trained; empty where it can
     * @param tooLarge whether that is for want of memory
     */
    record Plan(double work, int epochs, int firstRung, Optional<Text> problem, boolean tooLarge) {}

    /** What a run of these settings would take. */
    Plan plan(RunSpec spec);

    /**
     * A run that was stored before, of the same rows and the same validation part.
     *
     * @param values of all its parameters
     */
    record Known(long run, Map<String, String> values, RunEvent.EpochDone best, int epochs, double secondsPerEpoch) {}

    /** The stored runs that a part can be told, with the figures of users in their best epochs. */
    default List<Known> known(StudyPart part) throws DataException {
        return List.of();
    }

    /** Whether another seed gives an algorithm another result. */
    boolean random(String algorithm);

    /**
     * A run of a trial.
     *
     * @param trial its number, from 1
     * @param rungs the epochs at which it is looked at
     * @param test whether it is told on the test part, and not judged on the validation part
     */
    record Task(long study, int trial, RunSpec spec, List<Integer> rungs, boolean test) {}

    /** Stores a run that waits; called within the transaction that stores its event. */
    long create(Task task) throws DataException;

    /**
     * Begins a run or lets it go on, and returns; the watch is told, on any thread. A run that has ended meanwhile is told as
     * such.
     *
     * @param reached how many of its rungs were told before
     */
    void train(long run, Task task, int reached, Watch watch) throws DataException;

    /** Ends the work on a run at its next batch, but not the run, which is left as it is. */
    void leave(long run);

    /** How many runs were told on the test part of these settings so far. */
    int testLooks(RunSpec spec) throws DataException;

    /** Is told of runs. */
    interface Watch {
        /** A run waits until one of these has given its place back, "" for a training that is no run; none: it trains. */
        default void waits(long run, List<String> ahead) {}

        /** A run has finished an epoch, evaluated or not. */
        void epoch(long run, RunEvent.EpochDone done);

        /** A run has come to a rung, counted from 1; returns whether it is to go on. */
        boolean rung(long run, int rung, RunEvent.EpochDone done);

        /** Nothing more comes of a run, unless it is let go on. */
        void ended(long run, End end);
    }

    /**
     * How a run ended.
     *
     * @param state of the trial from it: DROPPED where it was left
     * @param best its best epoch; empty where none was evaluated
     * @param epochs that were trained
     * @param tested the figures on the test part, empty where it was not told on it
     * @param why it could not finish; null where it did or was left
     * @param gone whether it can go on, but this program must not let it, as where the disk is full
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
