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

/** Runs that were thrown away: they can be taken back until the workspace is cleaned up. */
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

    /** The same as the runs that can be read; {@code damaged} gets the others. */
    public List<StoredRun> list(Consumer<DamagedRun> damaged) throws DataException {
        ReadRuns read = table.read("WHERE trashed = 1");
        read.damaged().forEach(damaged);
        return read.runs();
    }

    /** What can be taken back, newest first; damaged ones with the usual settings and no figures. */
    public List<StoredRun> list() throws DataException {
        return table.evenDamaged("WHERE trashed = 1");
    }

    /**
     * Throws a run away, damaged or not; nothing is deleted.
     *
     * @throws DataException if there is no such run or another program works on it
     */
    public void put(long run) throws DataException {
        put(List.of(run));
    }

    /** The same for several: all of them or none. */
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

    /** Takes a run back. */
    public void takeBack(long run) throws DataException {
        database.change(() -> {
            database.update("UPDATE runs SET trashed = 0 WHERE id = ?", run);
        });
    }

    /** How many bytes {@link #clean} would set free. */
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

    /** The bytes of a checkpoint that nobody resumes from any more, and of what goes with it. */
    private long forResuming(StoredRun run) throws IOException {
        return leftBehind(run).stream()
                .mapToLong(file -> file.toFile().length())
                .sum();
    }

    /** What a run that has ended needs no more: its checkpoint, and weights of epochs that are not its best. */
    private List<Path> leftBehind(StoredRun run) throws IOException {
        List<Path> files = new ArrayList<>();
        if (run.state().ended()) {
            files.addAll(this.files.forResuming(run.id()));
            this.files.ofEpochs(run.id()).forEach((file, epoch) -> {
                if (run.best().isPresent() && epoch != BestFiles.best(run)) {
                    files.add(file);
                }
            });
        }
        return files;
    }

    /** Deletes what was thrown away for good, and the checkpoints of runs that have ended; returns the bytes set free. */
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

    /** The rows first: a run without all of its files must never be seen. The folders are swept later if this is as far as it comes. */
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
