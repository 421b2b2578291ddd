package dev.nara.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Says whether a window has a workspace to itself; another may work there all the same, run by run. */
final class WorkspaceClaim {
    private final Path file;
    private @Nullable FileLock lock;

    WorkspaceClaim(Path workspace) {
        file = workspace.resolve("window.lock");
    }

    /** Claims it until the end of the process, or until it is given up; returns whether nobody else has. */
    synchronized boolean take() throws IOException {
        if (lock != null) {
            return true;
        }
        try {
            // Closed by the end of the process, as the claim is to last.
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
            if (lock == null) {
                channel.close();
            }
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Lets another have it. */
    synchronized void giveUp() throws IOException {
        if (lock != null) {
            lock.acquiredBy().close();
            lock = null;
        }
    }
}
