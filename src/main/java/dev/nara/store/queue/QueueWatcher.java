package dev.nara.store.queue;

import dev.nara.data.DataException;
import dev.nara.run.RunListener;
import dev.nara.spec.PreparedRun;
import dev.nara.store.entry.StoredRun;

/** Is notified of changes of a {@link RunQueue}, on the threads that change it. */
public interface QueueWatcher {
    /** A run begins or continues; the returned listener receives its events. */
    RunListener begins(StoredRun run, PreparedRun preparedRun);

    /** It is a run's turn, but all places or GPUs that it needs are taken. */
    void waits(StoredRun run);

    /** A run was stopped before it could begin. */
    void stopped(StoredRun run);

    /** A run could not begin. */
    void failed(StoredRun run, DataException problem);

    /** The queue changed: a run was added, began, ended or changed its place. */
    void changed();
}
