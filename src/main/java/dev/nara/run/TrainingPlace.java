package dev.nara.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One of the places in which runs of a workspace train at a time, whichever programs train them: a locked file, which the
 * system unlocks when its program ends.
 */
public final class TrainingPlace implements AutoCloseable {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final FileLock lock;

    private TrainingPlace(FileLock lock) {
        this.lock = lock;
    }

    static TrainingPlace take(Path workspace, int places, RunControl control, Runnable waits) throws IOException {
        TrainingPlace free = free(workspace, places);
        if (free != null) {
            return free;
        }
        waits.run();
        while (free == null) {
            control.check();
            LockSupport.parkNanos(LOOK_NANOS);
            free = free(workspace, places);
        }
        return free;
    }

    private static @Nullable TrainingPlace free(Path workspace, int places) throws IOException {
        for (int place = 1; place <= places; place++) {
            FileChannel channel = FileChannel.open(
                    workspace.resolve("training-" + place + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            FileLock lock = null;
            try {
                lock = channel.tryLock();
            } catch (OverlappingFileLockException e) {
                // This very program trains there.
            }
            if (lock != null) {
                return new TrainingPlace(lock);
            }
            channel.close();
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        lock.acquiredBy().close();
    }
}
