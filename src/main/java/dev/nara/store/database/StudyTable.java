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
 * The studies of a workspace and what happened in them. One program at a time runs a study and says what happens; any may ask for
 * something, which is an event too. Every change is stored whole or not at all.
 */
public final class StudyTable {
    private static final String OF_STUDY = "json_valid(study) AND json_extract(study, '$.study') = ?";

    private final RunDatabase database;
    private final RunTable runs;
    private final RunOwners owners;
    private final StudyRows rows;
    /** Studies that this program runs. */
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

    /** Stores a new study, which no program runs yet; returns its number, from 1. */
    public long create(String spec) throws DataException {
        return database.change(() -> {
            String now = Instant.now().toString();
            database.update("INSERT INTO studies (created, spec, sum) VALUES (?, ?, ?)", now, spec, Sums.of(now, spec));
            return database.numbers("SELECT last_insert_rowid()").get(0);
        });
    }

    /** All studies that can be read but those thrown away, newest first. */
    public List<StoredStudy> list() throws DataException {
        return rows.whole("WHERE trashed = 0 ORDER BY id DESC");
    }

    /** The studies that can be read and were thrown away, newest first. */
    public List<StoredStudy> trashed() throws DataException {
        return rows.whole("WHERE trashed = 1 ORDER BY id DESC");
    }

    /** Those that were not thrown away and cannot be read, or whose events cannot. */
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
     * The study of that number.
     *
     * @throws DataException if there is none, it was thrown away, or it is damaged
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
     * What happened in a study after an event, 0 for from the beginning, in order.
     *
     * @throws DataException if it was changed
     */
    public List<StoredStudy.Event> events(long study, long after) throws DataException {
        return rows.events(study, after);
    }

    /** What is said of a study of which what was stored makes no sense. */
    public DataException damaged(long study, RuntimeException e) {
        return rows.damaged(study, e);
    }

    /** The runs of a study, thrown away or not, newest first. */
    public List<StoredRun> runs(long study) throws DataException {
        return runs.evenDamaged("WHERE " + OF_STUDY, study);
    }

    /**
     * This program runs a study from now on.
     *
     * @throws DataException if a living program does already
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

    /** This program runs it no longer. */
    public void release(long study) throws DataException {
        active.remove(study);
        database.change(() -> {
            database.update("UPDATE studies SET process = '' WHERE id = ? AND process = ?", study, owners.own());
        });
    }

    /**
     * Appends what happened in a study that this program runs, at a time of its clock; returns the event's number.
     *
     * @throws TakenAway if another program runs it
     */
    public long append(long study, double seconds, String event) throws DataException {
        return database.change(() -> {
            clock(study, seconds);
            return insert(study, seconds, event);
        });
    }

    /** Stores the time of the clock of a study that this program runs. */
    public void clock(long study, double seconds) throws DataException {
        database.change(() -> {
            if (database.update(
                            "UPDATE studies SET seconds = ? WHERE id = ? AND process = ?", seconds, study, owners.own())
                    == 0) {
                throw new TakenAway(study);
            }
        });
    }

    /** Appends what somebody asks of a study, whichever program runs it; returns the event's number. */
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

    /** Something that is stored whole or not at all. */
    @FunctionalInterface
    public interface Change {
        /** Does it. */
        void run() throws DataException;
    }

    /** Does several changes of the workspace as one, such as to store a run with the event that begins it. */
    public void change(Change change) throws DataException {
        database.change(change::run);
    }

    /**
     * Throws a study away with its runs, damaged or not; nothing is deleted.
     *
     * @throws DataException if a program runs it, or works on one of its runs
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

    /** Takes a study back with its runs. */
    public void takeBack(long study) throws DataException {
        database.change(() -> trash(study, 0));
    }

    private void trash(long study, int trashed) throws SQLException {
        database.update("UPDATE studies SET trashed = ? WHERE id = ?", trashed, study);
        database.update("UPDATE runs SET trashed = ? WHERE " + OF_STUDY, trashed, study);
    }

    /** Deletes the studies that were thrown away, within the transaction that deletes their runs. */
    public static void deleteTrashed(RunDatabase database) throws SQLException, IOException, DataException {
        database.update("DELETE FROM study_events WHERE study IN (SELECT id FROM studies WHERE trashed = 1)");
        database.update("DELETE FROM studies WHERE trashed = 1");
    }
}
