package dev.nara.store.queue;

import dev.nara.data.DataException;
import dev.nara.run.RunListener;
import dev.nara.spec.PreparedRun;
import dev.nara.store.entry.StoredRun;

/** Is called about a {@link RunQueue}, on the threads that change it. */
public interface QueueWatcher {
    /** A run begins or goes on; the listener that is returned is called about it. */
    RunListener begins(StoredRun run, PreparedRun preparedRun);

    /** It is a run's turn, but other programs train as many as may. */
    void waits(StoredRun run);

    /** A run was stopped before it could begin. */
    void stopped(StoredRun run);

    /** A run could not begin. */
    void failed(StoredRun run, DataException problem);

    /** A run was added, begins, has ended or changed its place. */
    void changed();
}
