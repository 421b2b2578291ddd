package dev.nara.store.check;

import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.store.RunStore;
import dev.nara.store.entry.OrphanFolder;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.folder.ArchiveHeader;
import dev.nara.store.folder.FolderHeader;
import dev.nara.store.folder.RunLog;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Checks the rows and events of a workspace's runs, and their folders against them. */
final class RunsCheck {
    private final RunStore store;
    private final boolean repair;
    private final List<WorkspaceFinding> findings;

    RunsCheck(RunStore store, boolean repair, List<WorkspaceFinding> findings) {
        this.store = store;
        this.repair = repair;
        this.findings = findings;
    }

    /** Checks all runs; returns their number. */
    int look() throws DataException, IOException {
        List<Long> runs = store.table().ids();
        for (long run : runs) {
            Optional<DataException> problem = problem(run);
            if (problem.isPresent()) {
                boolean rebuilt = repair && rebuilt(run);
                findings.add(new WorkspaceFinding(
                        WorkspaceFinding.Kind.RUN,
                        run,
                        "runs.db",
                        problem.get().problem(),
                        rebuilt
                                ? Text.of("check.mended.rebuilt")
                                : canBeRebuilt(run)
                                        ? Text.of("check.repair")
                                        : problem.get().remedy(),
                        rebuilt));
            }
            for (StoredRun stored : store.table().runs("WHERE id = ?", run)) {
                // While a process works on a run, its files are ahead of its row.
                if (problem.isEmpty() && !store.owners().underWay(stored)) {
                    new FolderCheck(store, stored, repair, findings).look();
                }
            }
        }
        return runs.size();
    }

    private Optional<DataException> problem(long run) {
        try {
            store.table().whole(run);
            List<RunEvent> events = store.events(run);
            // Runs of earlier versions may lack an event.
            return RunLog.inOrder(events) || store.table().identity(run).isEmpty()
                    ? Optional.empty()
                    : Optional.of(store.table().disordered(run));
        } catch (DataException e) {
            return Optional.of(e);
        }
    }

    /** Whether the run can be rebuilt from its folder. */
    private boolean canBeRebuilt(long run) {
        Path folder = store.files().folder(run);
        try {
            ArchiveHeader header = FolderHeader.read(folder);
            List<RunEvent> events = Files.exists(store.files().log(run))
                    ? RunLog.read(store.files().log(run)).events()
                    : List.of();
            return !events.isEmpty() || !header.state().ended();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean rebuilt(long run) throws DataException {
        if (!canBeRebuilt(run)) {
            return false;
        }
        boolean trashed = store.trash().list().stream().anyMatch(other -> other.id() == run);
        store.studies().change(() -> {
            store.table().forget(run);
            store.orphans().adopt(new OrphanFolder(run, store.files().folder(run), true));
            if (trashed) {
                store.trash().put(run);
            }
        });
        return true;
    }
}
