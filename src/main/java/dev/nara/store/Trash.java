package dev.nara.store;

import dev.nara.data.DataException;
import dev.nara.store.database.RunDatabase;
import dev.nara.store.database.RunOwners;
import dev.nara.store.database.RunRequests;
import dev.nara.store.database.RunTable;
import dev.nara.store.database.StudyTable;
import dev.nara.store.entry.DamagedRun;
import dev.nara.store.entry.ReadRuns;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.folder.BestFiles;
import dev.nara.store.folder.RunFiles;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Deleted runs, which can be restored until the workspace is cleaned up. */
public final class Trash {
    private final RunDatabase database;
    private final RunTable table;
    private final RunFiles files;
    private final RunOwners owners;
    private final LeftOvers leftOvers;

    Trash(RunDatabase database, RunTable table, RunFiles files, RunOwners owners, LeftOvers leftOvers) {
        this.database = database;
        this.table = table;
        this.files = files;
        this.owners = owners;
        this.leftOvers = leftOvers;
    }

    /** The deleted runs that can be read, newest first; {@code damaged} receives the others. */
    public List<StoredRun> list(Consumer<DamagedRun> damaged) throws DataException {
        ReadRuns read = table.read("WHERE trashed = 1");
        read.damaged().forEach(damaged);
        return read.runs();
    }

    /** All deleted runs, newest first; damaged ones with default settings and without figures. */
    public List<StoredRun> list() throws DataException {
        return table.evenDamaged("WHERE trashed = 1");
    }

    /**
     * Moves a run to the trash, damaged or not; its files stay.
     *
     * @throws DataException if there is no such run or another process works on it
     */
    public void put(long run) throws DataException {
        put(List.of(run));
    }

    /** Moves several runs to the trash, all or none. */
    public void put(List<Long> runs) throws DataException {
        database.change(() -> {
            for (long run : runs) {
                if (table.evenDamaged("WHERE trashed = 0 AND id = ?", run).isEmpty()) {
                    throw table.unknown(Text.of("run.unknown", run));
                }
                RunRequests.checkNotElsewhere(table, owners, run);
                database.update("UPDATE runs SET trashed = 1 WHERE id = ?", run);
            }
        });
    }

    /** Restores a run. */
    public void takeBack(long run) throws DataException {
        database.change(() -> {
            database.update("UPDATE runs SET trashed = 0 WHERE id = ?", run);
        });
    }

    /** How many bytes {@link #clean} would free. */
    public long cleanable() throws DataException {
        try {
            long bytes = 0;
            for (StoredRun run : table.evenDamaged("")) {
                bytes += deletable(run) ? files.size(run.id()) : forResuming(run);
            }
            return bytes;
        } catch (IOException e) {
            throw database.unusable(e);
        }
    }

    private boolean deletable(StoredRun run) {
        return run.trashed() && !owners.underWay(run);
    }

    /** The size of the files of {@link #leftBehind}. */
    private long forResuming(StoredRun run) throws IOException {
        return leftBehind(run).stream()
                .mapToLong(file -> file.toFile().length())
                .sum();
    }

    /** Files that an ended run no longer needs: its checkpoint, and the files of epochs that are not its best. */
    private List<Path> leftBehind(StoredRun run) throws IOException {
        List<Path> files = new ArrayList<>();
        if (run.state().ended() && this.files.isFolder(run.id())) {
            files.addAll(this.files.forResuming(run.id()));
            this.files.ofEpochs(run.id()).forEach((file, epoch) -> {
                if (run.best().isPresent() && epoch != BestFiles.best(run)) {
                    files.add(file);
                }
            });
        }
        return files;
    }

    /** Permanently deletes the runs in the trash, and the files that ended runs no longer need; returns the bytes freed. */
    public long clean() throws DataException {
        long free = cleanable();
        List<StoredRun> deleted = database.change(this::deleteRows);
        try {
            for (StoredRun run : deleted) {
                files.delete(run.id());
            }
            for (StoredRun run : table.evenDamaged("")) {
                for (Path file : leftBehind(run)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw database.unusable(e);
        }
        leftOvers.sweep();
        return free;
    }

    /** Deletes the rows before the files: a run must never be seen without its files. Folders that remain after a crash are swept later. */
    private List<StoredRun> deleteRows() throws SQLException, IOException, DataException {
        List<StoredRun> deleted = table.evenDamaged("WHERE trashed = 1").stream()
                .filter(this::deletable)
                .toList();
        for (StoredRun run : deleted) {
            files.release(run.id());
            table.delete(run.id());
        }
        StudyTable.deleteTrashed(database);
        return deleted;
    }
}
