package dev.nara.store.database;

import dev.nara.data.DataException;
import dev.nara.store.folder.LockedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A lock that tells whether a window has a workspace open. It does not keep other processes from training runs there. */
public final class WorkspaceClaim {
    private final Path workspace;
    private @Nullable LockedFile file;

    public WorkspaceClaim(Path workspace) {
        this.workspace = workspace;
    }

    /** Claims the workspace until the process ends or gives it up; returns whether no other window has claimed it. */
    public synchronized boolean take() throws DataException {
        // In a read-only workspace, windows cannot get into each other's way.
        if (file != null || !Files.isWritable(workspace)) {
            return true;
        }
        try {
            file = LockedFile.take(workspace, "window.lock", "");
            return file != null;
        } catch (IOException e) {
            throw RunDatabase.unusable(workspace, e);
        }
    }

    /** Gives up the claim; runs of this process continue. */
    public synchronized void giveUp() throws DataException {
        if (file == null) {
            return;
        }
        try {
            file.close();
            file = null;
        } catch (IOException e) {
            throw RunDatabase.unusable(workspace, e);
        }
    }
}
