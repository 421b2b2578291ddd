package dev.nara.store;

import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.store.database.EventStates;
import dev.nara.store.database.RunDatabase;
import dev.nara.store.database.RunOwners;
import dev.nara.store.database.RunTable;
import dev.nara.store.entry.OrphanFolder;
import dev.nara.store.folder.ArchiveHeader;
import dev.nara.store.folder.FolderHeader;
import dev.nara.store.folder.ImportedNames;
import dev.nara.store.folder.RunFiles;
import dev.nara.store.folder.RunLog;
import dev.nara.store.folder.SetAside;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Run folders without a row in the database, for example because the database was lost, emptied or replaced by an earlier one. A folder
 * belongs to the row with its number only if both have the same identity.
 */
public final class Orphans {
    private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);

    private final RunDatabase database;
    private final RunTable table;
    private final RunFiles files;
    private final RunOwners owners;

    Orphans(RunDatabase database, RunTable table, RunFiles files, RunOwners owners) {
        this.database = database;
        this.table = table;
        this.files = files;
        this.owners = owners;
    }

    /** The orphaned folders, ordered by number. */
    public List<OrphanFolder> list() throws DataException {
        List<OrphanFolder> found = new ArrayList<>();
        for (long number : numbers()) {
            Path folder = files.folder(number);
            found.add(new OrphanFolder(number, folder, header(folder).isPresent()));
        }
        return found;
    }

    /** The number of orphaned folders. */
    public int count() throws DataException {
        return numbers().size();
    }

    private List<Long> numbers() throws DataException {
        try {
            // The folders first: a run stored in the meantime then has a row.
            List<Long> folders = files.settled();
            Set<Long> rows = Set.copyOf(table.ids());
            folders.removeIf(rows::contains);
            // The folder of a run deleted in the meantime is gone, or about to be deleted.
            folders.retainAll(files.settled());
            return folders;
        } catch (IOException e) {
            throw database.unusable(e);
        }
    }

    private static Optional<ArchiveHeader> header(Path folder) {
        try {
            return Optional.of(FolderHeader.read(folder));
        } catch (IOException e) {
            LOG.debug("{} does not say of which run it is", folder, e);
            return Optional.empty();
        }
    }

    /** Renumbers folders that do not belong to the run with their number; within a transaction. */
    void part() throws IOException, DataException {
        Map<Long, String> identities = table.identities();
        for (long number : files.settled()) {
            String row = identities.get(number);
            String folder = FolderHeader.identity(files.folder(number));
            if (row != null && !folder.isEmpty() && !folder.equals(row) && !owners.alive(table.process(number))) {
                long free = table.nextId();
                LOG.warn("folder {} is of another run than row {}; it has number {} now", number, number, free);
                Files.move(files.folder(number), files.folder(free), StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /**
     * Stores the run of a folder again, under the folder's number, from the folder's own files.
     *
     * @throws DataException if these files do not describe the run, or the number is taken
     */
    public void adopt(OrphanFolder orphan) throws DataException {
        try {
            ArchiveHeader header = FolderHeader.read(orphan.folder());
            RunLog.Contents log = log(orphan.number());
            ImportedNames.check(header, log.events());
            database.change(() -> store(orphan.number(), header, log));
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} cannot be adopted", orphan.folder(), e);
            throw new DataException(orphan.folder(), Text.of("orphan.unknown"), Text.of("orphan.unknown.remedy"));
        }
    }

    private RunLog.Contents log(long number) throws IOException {
        Path log = files.log(number);
        return Files.exists(log) ? RunLog.read(log) : new RunLog.Contents(List.of(), 0);
    }

    private void store(long number, ArchiveHeader header, RunLog.Contents log)
            throws SQLException, IOException, DataException {
        if (table.ids().contains(number)) {
            throw new IOException("there is a run " + number);
        }
        ArchiveHeader run = hasStudy(header) ? header : header.elsewhere();
        // Events of the lost row; the folder contains them, too.
        table.deleteEvents(number);
        table.insert(number, run.in(state(header, log)), "");
        table.add(number, log.events());
        FolderHeader.write(files.folder(number), run.in(state(header, log)));
    }

    /** Whether the run's study still exists, and is not a later one with the same number. */
    private boolean hasStudy(ArchiveHeader run) throws DataException {
        return run.study() == null
                || !database.numbers(
                                "SELECT id FROM studies WHERE id = ? AND created <= ?",
                                run.study().study(),
                                run.created())
                        .isEmpty();
    }

    /** The state after its last event; for a run without events, such as an imported one, the state in its header, if it has ended. */
    private static RunState state(ArchiveHeader header, RunLog.Contents log) {
        RunState last = header.state();
        for (RunEvent event : log.events()) {
            last = EventStates.after(event).orElse(last);
        }
        boolean known = log.unread() == 0 && (last.ended() || last == RunState.PAUSED);
        return known ? last : RunState.INTERRUPTED;
    }

    /** Moves a folder to {@code set-aside}; returns its new path. */
    public Path setAside(OrphanFolder orphan) throws DataException {
        try {
            return new SetAside(files.workspace()).move(orphan.folder(), "run-" + orphan.number());
        } catch (IOException e) {
            throw database.unusable(e);
        }
    }
}
