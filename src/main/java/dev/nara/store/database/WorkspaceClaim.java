package dev.nara.store.database;

import dev.nara.data.DataException;
import dev.nara.store.folder.LockedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Says whether a window has a workspace to itself; another may work there all the same, run by run. */
public final class WorkspaceClaim {
    private final Path workspace;
    private @Nullable LockedFile file;

    public WorkspaceClaim(Path workspace) {
        this.workspace = workspace;
    }

    /** Claims it until the end of the process, or until it is given up; returns whether nobody else has. */
    public synchronized boolean take() throws DataException {
        // Nobody is in the way of somebody else where nothing can be written.
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

    /** Lets another have it; runs of this program train on. */
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
