package dev.nara.store;

import dev.nara.data.AtomicFile;
import dev.nara.data.DataException;
import dev.nara.store.database.RunDatabase;
import dev.nara.store.database.RunOwners;
import dev.nara.store.database.RunTable;
import dev.nara.store.database.TestLooks;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.folder.BestFiles;
import dev.nara.store.folder.RunFiles;
import java.io.IOException;
import java.sql.SQLException;

/** Corrects the runs that a killed process, or an earlier version, left in an inconsistent state. */
final class KilledRuns {
    private final RunDatabase database;
    private final RunTable table;
    private final RunFiles files;
    private final RunOwners owners;
    private final TestLooks looks;

    KilledRuns(RunDatabase database, RunTable table, RunFiles files, RunOwners owners, TestLooks looks) {
        this.database = database;
        this.table = table;
        this.files = files;
        this.owners = owners;
        this.looks = looks;
    }

    /**
     * Corrects best and last epochs, marks runs that no process works on as interrupted, and deletes the files of earlier best epochs and
     * half-written files; within a transaction.
     */
    void correct() throws SQLException, IOException, DataException {
        table.derive();
        looks.complete();
        for (StoredRun run : table.evenDamaged("WHERE state IN ('RUNNING', 'PAUSED', 'INTERRUPTED', 'QUEUED')")) {
            if (!owners.underWay(run)) {
                database.update("UPDATE runs SET state = 'INTERRUPTED' WHERE id = ? AND state = 'RUNNING'", run.id());
                if (files.isFolder(run.id())) {
                    tidy(run);
                }
            }
        }
    }

    private void tidy(StoredRun run) throws IOException, DataException {
        BestFiles best = new BestFiles(files, run.id(), table.identity(run.id()));
        best.renameEarlier();
        best.deleteBefore(BestFiles.best(run));
        // No process works on the run, so nothing writes into its folder now.
        AtomicFile.deleteUnfinished(files.folder(run.id()));
    }
}
