package dev.nara.store.queue;

import dev.nara.data.DataException;
import dev.nara.run.RunControl;
import dev.nara.store.RunStore;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One of the places in which runs of a workspace train in parallel, whichever programs train them: a locked file, which the
 * system unlocks when its program ends.
 */
public final class TrainingPlace implements AutoCloseable {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    /**
     * The places that this program holds. Their files are not opened again: closing a second channel of a file would unlock
     * it.
     */
    private static final Set<Path> HELD = new HashSet<>();

    private final Path file;
    private final FileLock lock;

    private TrainingPlace(Path file, FileLock lock) {
        this.file = file;
        this.lock = lock;
    }

    /** How many there are, which may change while somebody waits. */
    @FunctionalInterface
    interface Places {
        int now() throws DataException;
    }

    /**
     * Waits for one of the places; a process that ends gives its places back.
     *
     * @param waits called once, if there is none yet
     * @return to be closed when the run has ended
     * @throws java.util.concurrent.CancellationException when the control ends the wait
     */
    public static TrainingPlace take(RunStore store, RunControl control, Runnable waits) throws DataException {
        try {
            return take(store.workspace(), store::parallelRuns, control, waits);
        } catch (IOException e) {
            throw store.unusable(e);
        }
    }

    private static TrainingPlace take(Path workspace, Places places, RunControl control, Runnable waits)
            throws IOException, DataException {
        TrainingPlace free = free(workspace, places.now());
        if (free != null) {
            return free;
        }
        waits.run();
        while (free == null) {
            control.check();
            LockSupport.parkNanos(LOOK_NANOS);
            free = free(workspace, places.now());
        }
        return free;
    }

    private static @Nullable TrainingPlace free(Path workspace, int places) throws IOException {
        synchronized (HELD) {
            for (int place = 1; place <= places; place++) {
                Path file = workspace
                        .resolve("training-" + place + ".lock")
                        .toAbsolutePath()
                        .normalize();
                FileLock lock = HELD.contains(file) ? null : lock(file);
                if (lock != null) {
                    HELD.add(file);
                    return new TrainingPlace(file, lock);
                }
            }
            return null;
        }
    }

    private static @Nullable FileLock lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
        }
        return lock;
    }

    @Override
    public void close() throws IOException {
        synchronized (HELD) {
            HELD.remove(file);
            lock.acquiredBy().close();
        }
    }
}
