package dev.nara.store;

import dev.nara.data.DataException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Says whether a window has a workspace to itself; another may work there all the same, run by run. */
public final class WorkspaceClaim {
    private final Path workspace;
    private @Nullable FileLock lock;

    WorkspaceClaim(Path workspace) {
        this.workspace = workspace;
    }

    /** Claims it until the end of the process, or until it is given up; returns whether nobody else has. */
    public synchronized boolean take() throws DataException {
        if (lock != null) {
            return true;
        }
        try {
            // Closed by the end of the process, as the claim is to last.
            FileChannel channel = FileChannel.open(
                    workspace.resolve("window.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
            if (lock == null) {
                channel.close();
            }
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            throw RunDatabase.unusable(workspace, e);
        }
    }

    /** Lets another have it; runs of this program train on. */
    public synchronized void giveUp() throws DataException {
        if (lock == null) {
            return;
        }
        try {
            lock.acquiredBy().close();
            lock = null;
        } catch (IOException e) {
            throw RunDatabase.unusable(workspace, e);
        }
    }
}
