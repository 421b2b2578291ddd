package dev.nara.store;

import dev.nara.data.AtomicFile;
import dev.nara.data.DataException;
import dev.nara.store.database.RunDatabase;
import dev.nara.store.database.RunOwners;
import dev.nara.store.database.RunTable;
import dev.nara.store.folder.FolderTree;
import dev.nara.store.folder.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Folders left by a process that was killed while it stored or deleted a run. */
final class LeftOvers {
    private final RunDatabase database;
    private final RunTable table;
    private final RunFiles files;
    private final RunOwners owners;

    LeftOvers(RunDatabase database, RunTable table, RunFiles files, RunOwners owners) {
        this.database = database;
        this.table = table;
        this.files = files;
        this.owners = owners;
    }

    /** Deletes those that belong to no stored run; keeps folders of unknown origin. */
    void sweep() throws DataException {
        try {
            owners.sweep();
            for (Path unfinished : AtomicFile.left(files.workspace())) {
                Files.deleteIfExists(unfinished);
            }
            for (Map.Entry<Path, String> staged : files.staged().entrySet()) {
                if (!owners.isOwn(staged.getValue()) && !owners.alive(staged.getValue())) {
                    FolderTree.delete(staged.getKey());
                }
            }
            if (!files.unsettled().isEmpty()) {
                // Within a transaction, because another process may be about to store the run of such a folder.
                database.change(this::settle);
            }
        } catch (IOException e) {
            throw database.unusable(e);
        }
    }

    private void settle() throws IOException, DataException {
        Set<Long> stored = new HashSet<>(table.ids());
        List<Long> unsettled = files.unsettled();
        for (long run : unsettled) {
            if (stored.contains(run)) {
                files.settle(run);
            } else {
                files.delete(run);
            }
        }
    }
}
