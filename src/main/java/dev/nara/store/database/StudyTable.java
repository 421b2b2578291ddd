package dev.nara.store.database;

import dev.nara.data.DataException;
import dev.nara.run.TakenAway;
import dev.nara.store.entry.DamagedStudy;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.entry.StoredStudy;
import dev.nara.store.folder.Sums;
import dev.nara.text.Text;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The studies of a workspace and their events. One process at a time runs a study and appends its events; any process may append a request,
 * which is an event, too. Every change is atomic.
 */
public final class StudyTable {
    private static final String OF_STUDY = "json_valid(study) AND json_extract(study, '$.study') = ?";

    private final RunDatabase database;
    private final RunTable runs;
    private final RunOwners owners;
    private final StudyRows rows;
    /** Studies that this process runs. */
    private final Set<Long> active = ConcurrentHashMap.newKeySet();

    public StudyTable(RunDatabase database, RunTable runs, RunOwners owners) {
        this.database = database;
        this.runs = runs;
        this.owners = owners;
        rows = new StudyRows(
                database,
                runs.workspace(),
                (study, process) -> owners.isOwn(process) ? active.contains(study) : owners.alive(process));
    }

    /** Stores a new study, which no process runs yet; returns its number, from 1. */
    public long create(String spec) throws DataException {
        return database.change(() -> {
            String now = Instant.now().toString();
            database.update("INSERT INTO studies (created, spec, sum) VALUES (?, ?, ?)", now, spec, Sums.of(now, spec));
            return database.numbers("SELECT last_insert_rowid()").get(0);
        });
    }

    /** All readable studies except deleted ones, newest first. */
    public List<StoredStudy> list() throws DataException {
        return rows.whole("WHERE trashed = 0 ORDER BY id DESC");
    }

    /** The readable deleted studies, newest first. */
    public List<StoredStudy> trashed() throws DataException {
        return rows.whole("WHERE trashed = 1 ORDER BY id DESC");
    }

    /** The studies that cannot be read, or whose events cannot, except deleted ones. */
    public List<DamagedStudy> damaged() throws DataException {
        List<DamagedStudy> damaged = new ArrayList<>();
        for (Object study : rows.each("WHERE trashed = 0 ORDER BY id")) {
            if (study instanceof DamagedStudy unread) {
                damaged.add(unread);
            } else if (study instanceof StoredStudy stored) {
                eventsProblem(stored.id()).ifPresent(problem -> damaged.add(new DamagedStudy(stored.id(), problem)));
            }
        }
        return damaged;
    }

    private Optional<DataException> eventsProblem(long study) {
        try {
            events(study, 0);
            return Optional.empty();
        } catch (DataException e) {
            return Optional.of(e);
        }
    }

    /**
     * The study with a number.
     *
     * @throws DataException if there is none, or it is deleted or damaged
     */
    public StoredStudy find(long study) throws DataException {
        for (Object found : rows.each("WHERE trashed = 0 AND id = ?", study)) {
            if (found instanceof DamagedStudy damaged) {
                throw damaged.problem();
            }
            return (StoredStudy) found;
        }
        throw runs.unknown(Text.of("study.unknown", study));
    }

    /**
     * The events of a study after an event, 0 for all, in order.
     *
     * @throws DataException if one is damaged
     */
    public List<StoredStudy.Event> events(long study, long after) throws DataException {
        return rows.events(study, after);
    }

    /** The error of a study whose stored content is invalid. */
    public DataException damaged(long study, RuntimeException e) {
        return rows.damaged(study, e);
    }

    /** The runs of a study, deleted or not, newest first. */
    public List<StoredRun> runs(long study) throws DataException {
        return runs.evenDamaged("WHERE " + OF_STUDY, study);
    }

    /**
     * Stores that this process runs a study from now on.
     *
     * @throws DataException if a living process runs it already
     */
    public void take(long study) throws DataException {
        synchronized (database) {
            database.change(() -> {
                checkFree(find(study));
                database.update("UPDATE studies SET process = ? WHERE id = ?", owners.own(), study);
            });
            active.add(study);
        }
    }

    private static void checkFree(StoredStudy study) throws DataException {
        if (study.underWay()) {
            throw new DataException(
                    Text.of("study.elsewhere", study.id()), Text.of("study.elsewhere.remedy", study.id()));
        }
    }

    /** Stores that this process no longer runs a study. */
    public void release(long study) throws DataException {
        active.remove(study);
        database.change(() -> {
            database.update("UPDATE studies SET process = '' WHERE id = ? AND process = ?", study, owners.own());
        });
    }

    /**
     * Appends an event to a study that this process runs, with the time on the study's clock; returns the event's number.
     *
     * @throws TakenAway if another process runs it
     */
    public long append(long study, double seconds, String event) throws DataException {
        return database.change(() -> {
            clock(study, seconds);
            return insert(study, seconds, event);
        });
    }

    /** Stores the time on the clock of a study that this process runs. */
    public void clock(long study, double seconds) throws DataException {
        database.change(() -> {
            if (database.update(
                            "UPDATE studies SET seconds = ? WHERE id = ? AND process = ?", seconds, study, owners.own())
                    == 0) {
                throw new TakenAway(study);
            }
        });
    }

    /** Appends a request to a study, whichever process runs it; returns the event's number. */
    public long ask(long study, String event) throws DataException {
        return database.change(() -> insert(study, find(study).seconds(), event));
    }

    private long insert(long study, double seconds, String event) throws SQLException, DataException {
        String now = Instant.now().toString();
        database.update(
                "INSERT INTO study_events (study, seq, seconds, at, event, sum)"
                        + " SELECT ?, COALESCE(MAX(seq), 0) + 1, ?, ?, ?, ? FROM study_events WHERE study = ?",
                study,
                seconds,
                now,
                event,
                StudyRows.sum(seconds, now, event),
                study);
        return database.numbers("SELECT MAX(seq) FROM study_events WHERE study = ?", study)
                .get(0);
    }

    /** Changes that are stored together or not at all. */
    @FunctionalInterface
    public interface Change {
        /** Makes the changes. */
        void run() throws DataException;
    }

    /** Makes several changes of the workspace atomically, such as storing a run with the study's event that starts it. */
    public void change(Change change) throws DataException {
        database.change(change::run);
    }

    /**
     * Moves a study and its runs to the trash, damaged or not; files stay.
     *
     * @throws DataException if a process runs it, or works on one of its runs
     */
    public void put(long study) throws DataException {
        database.change(() -> {
            for (StoredStudy stored : rows.whole("WHERE id = ?", study)) {
                checkFree(stored);
            }
            for (StoredRun run : runs(study)) {
                RunRequests.checkNotElsewhere(runs, owners, run.id());
            }
            trash(study, 1);
        });
    }

    /** Restores a study and its runs. */
    public void takeBack(long study) throws DataException {
        database.change(() -> trash(study, 0));
    }

    private void trash(long study, int trashed) throws SQLException {
        database.update("UPDATE studies SET trashed = ? WHERE id = ?", trashed, study);
        database.update("UPDATE runs SET trashed = ? WHERE " + OF_STUDY, trashed, study);
    }

    /** Permanently deletes the studies in the trash, within the transaction that deletes their runs. */
    public static void deleteTrashed(RunDatabase database) throws SQLException, IOException, DataException {
        database.update("DELETE FROM study_events WHERE study IN (SELECT id FROM studies WHERE trashed = 1)");
        database.update("DELETE FROM studies WHERE trashed = 1");
    }
}
