package dev.nara.ui.common;

import dev.nara.run.RunRequest;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.queue.RunQueue;
import java.util.List;

/** What other parts of the window ask of the one that trains. */
public interface Trainer {
    /** The runs that wait, to be put in another order. */
    RunQueue queue();

    /** Queues runs of the settings on the form from that many seeds, as one series. */
    void start(int seeds);

    /** Puts the settings of a run into the form. */
    void newFrom(StoredRun run);

    /** Puts the settings of a run into the form, to begin with its weights. */
    void trainOn(StoredRun run);

    /** Queues each run's settings again, from the first seed that none of these settings had. */
    void duplicate(List<StoredRun> runs);

    /** Queues a fit of each run on all rows; one that is there already is not made again. */
    void fit(List<StoredRun> runs);

    /** Takes up runs that are paused, were interrupted or wait since an earlier session. */
    void takeUp(List<StoredRun> runs);

    /** Asks something of runs, whichever program trains them. */
    void ask(List<StoredRun> runs, RunRequest request);

    /** Chooses how many runs train in parallel. */
    void parallelRuns(int runs);
}
