package dev.nara.ui.common;

import dev.nara.run.RunRequest;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.queue.RunQueue;
import java.util.List;

/** The interface of the Train workspace for other parts of the window. */
public interface Trainer {
    /** The queue, whose runs can be reordered. */
    RunQueue queue();

    /** Queues runs with the settings of the form, with that many seeds, as one series. */
    void start(int seeds);

    /** Puts the settings of a run into the form. */
    void newFrom(StoredRun run);

    /** Puts the settings of a run into the form, with its weights as the start. */
    void trainOn(StoredRun run);

    /** Queues each run's settings again, with the next seed that was not used for them. */
    void duplicate(List<StoredRun> runs);

    /** Queues a training of each run on all rows; an existing one is not repeated. */
    void fit(List<StoredRun> runs);

    /** Resumes runs that are paused, were interrupted or were queued in an earlier session. */
    void takeUp(List<StoredRun> runs);

    /** Sends a request to runs, in whichever program they train. */
    void ask(List<StoredRun> runs, RunRequest request);

    /** Sets how many runs train in parallel. */
    void parallelRuns(int runs);
}
