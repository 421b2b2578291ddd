package dev.nara.store.database;

import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.run.RunJson;
import dev.nara.run.RunState;
import dev.nara.spec.RunSpec;
import dev.nara.store.entry.DamagedRun;
import dev.nara.store.entry.ReadRuns;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.folder.ArchiveHeader;
import dev.nara.store.folder.BestFiles;
import dev.nara.store.folder.FolderHeader;
import dev.nara.store.folder.RunFiles;
import dev.nara.store.folder.Sums;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of the runs and their events. Changes are made within a transaction of {@link RunDatabase}. */
public final class RunTable {
    private static final String ORDER = " ORDER BY id DESC";

    private final RunDatabase database;
    private final RunFiles files;
    private final RunOwners owners;
    private final RunRow rows;
    private final TestLooks looks;

    public RunTable(RunDatabase database, RunFiles files, RunOwners owners, TestLooks looks) {
        this.database = database;
        this.files = files;
        this.owners = owners;
        rows = new RunRow(files.workspace(), owners);
        this.looks = looks;
    }

    /** Adds a run and the process that works on it, "" for none; returns its number, from 1. */
    public long insert(ArchiveHeader run, String process) throws SQLException, IOException, DataException {
        long id = nextId();
        insert(id, run, process);
        return id;
    }

    /** Adds a run under an unused number. */
    public void insert(long id, ArchiveHeader run, String process) throws SQLException, IOException, DataException {
        database.update(
                "INSERT INTO runs (id, created, spec, state, process, series, environment, fit_of, study, identity,"
                        + " place) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT COALESCE(MAX(place), 0) + 1 FROM runs))",
                id,
                run.created(),
                RunJson.spec(run.spec()),
                run.state().name(),
                process,
                run.series(),
                RunJson.of(run.environment()),
                run.fitOf() == null ? "" : RunJson.of(run.fitOf()),
                run.study() == null ? "" : RunJson.of(run.study()),
                run.identity());
        seal(id);
        write(id, run.label());
    }

    /** Stores the checksums of a run's current row. */
    private void seal(long run) throws SQLException, DataException {
        for (long[] sums : database.query(
                row -> new long[] {RunRow.sum(row), RunRow.sumOfHead(row)}, "SELECT * FROM runs WHERE id = ?", run)) {
            database.update("UPDATE runs SET sum = ?, head = ? WHERE id = ?", sums[0], sums[1], run);
        }
    }

    /** Changes the settings of a run, such as the path of its data; returns how many rows changed. */
    int setSpec(long run, RunSpec spec) throws SQLException, IOException, DataException {
        int changed = database.update("UPDATE runs SET spec = ? WHERE id = ?", RunJson.spec(spec), run);
        seal(run);
        describe(run);
        return changed;
    }

    /** Rewrites the header in the folder of a run; leaves those of damaged runs, and folders of earlier versions, unchanged. */
    private void describe(long run) throws IOException, DataException {
        for (StoredRun stored : runs("WHERE id = ?", run)) {
            if (FolderHeader.exists(files.folder(run))) {
                FolderHeader.write(files.folder(run), ArchiveHeader.of(stored, identity(run)));
            }
        }
    }

    /** The identity of a run, which its files carry, too; "" for a run of an earlier version. */
    public String identity(long run) throws DataException {
        return database.texts("SELECT identity FROM runs WHERE id = ?", run).stream()
                .findFirst()
                .orElse("");
    }

    /**
     * A number that no run ever had, and of which there are no events and no folder, even if tables were emptied or the database was lost.
     */
    public long nextId() throws DataException {
        long id = 1
                + database.numbers("SELECT MAX((SELECT COALESCE(MAX(seq), 0) FROM sqlite_sequence WHERE name = 'runs'),"
                                + " (SELECT COALESCE(MAX(id), 0) FROM runs),"
                                + " (SELECT COALESCE(MAX(run), 0) FROM events))")
                        .get(0);
        while (Files.exists(files.folder(id), LinkOption.NOFOLLOW_LINKS)) {
            id++;
        }
        return id;
    }

    public void label(long run, StoredRun.Label label) throws SQLException, IOException, DataException {
        write(run, label);
        describe(run);
    }

    private void write(long run, StoredRun.Label label) throws SQLException {
        database.update(
                "UPDATE runs SET name = ?, notes = ?, tags = ?, star = ? WHERE id = ?",
                label.name(),
                label.notes(),
                label.tags(),
                label.star() ? 1 : 0,
                run);
    }

    /** Adds events to a run, and counts uses of the test part; leaves the run's state and process unchanged. */
    public void add(long run, List<RunEvent> events) throws SQLException, DataException {
        for (RunEvent event : events) {
            String json = RunJson.event(event).toString();
            database.update(
                    "INSERT INTO events (run, seq, event, sum)"
                            + " SELECT ?, COALESCE(MAX(seq), 0) + 1, ?, ? FROM events WHERE run = ?",
                    run,
                    json,
                    Sums.of(json),
                    run);
        }
        derive(run);
        looks.add(run, events);
    }

    /** Adds an event to a run, and updates the run's state and process accordingly. */
    public void append(long run, RunEvent event) throws SQLException, DataException {
        add(run, List.of(event));
        Optional<RunState> state = EventStates.after(event);
        if (state.isPresent()) {
            setState(run, state.get());
        }
        if (event instanceof RunEvent.Interrupted || (event instanceof RunEvent.Paused paused && paused.left())) {
            // No process works on it until it is taken up again.
            database.update("UPDATE runs SET process = '' WHERE id = ?", run);
        }
    }

    /** Updates best and last epochs and test figures of all runs from their events. */
    public void derive() throws SQLException {
        database.update(DerivedColumns.DERIVE);
    }

    private void derive(long run) throws SQLException {
        database.update(DerivedColumns.DERIVE + " AND id = ?", run);
    }

    private void setState(long run, RunState state) throws SQLException {
        database.update(
                "UPDATE runs SET state = ? WHERE id = ? AND state IN ('RUNNING', 'PAUSED', 'INTERRUPTED', 'QUEUED')",
                state.name(),
                run);
    }

    /** Stores that this process works on a run from now on. */
    public void takeUp(long run) throws SQLException, IOException {
        database.update("UPDATE runs SET state = 'RUNNING', process = ?, wish = '' WHERE id = ?", owners.own(), run);
    }

    /** Deletes a run's events, so that it starts from the beginning. */
    public void deleteEvents(long run) throws SQLException {
        database.update("DELETE FROM events WHERE run = ?", run);
        derive(run);
    }

    /** Deletes the test figures of a run, so that it is tested again. */
    public void deleteTested(long run) throws SQLException {
        database.update("DELETE FROM events WHERE run = ? AND " + DerivedColumns.IS_TESTED, run);
        derive(run);
    }

    /** Deletes the event of the last stored epoch. */
    public void deleteLastEpoch(long run) throws SQLException {
        database.update(
                "DELETE FROM events WHERE run = ? AND seq = (SELECT MAX(seq) FROM events WHERE run = ? AND "
                        + DerivedColumns.IS_EPOCH + ")",
                run,
                run);
        derive(run);
    }

    /** Deletes the row and the events of a run that can be rebuilt from its folder. */
    public void forget(long run) throws DataException {
        database.change(() -> delete(run));
    }

    /** Deletes the row and the events of a run. */
    public void delete(long run) throws SQLException {
        database.update("DELETE FROM events WHERE run = ?", run);
        database.update("DELETE FROM runs WHERE id = ?", run);
    }

    /** Whether this process works on a run, or was the last to do so. */
    boolean owns(long run) throws DataException {
        return owners.isOwn(process(run));
    }

    /** The identities of all runs, by number. */
    public Map<Long, String> identities() throws DataException {
        Map<Long, String> identities = new HashMap<>();
        database.query(row -> identities.put(row.getLong(1), row.getString(2)), "SELECT id, identity FROM runs");
        return identities;
    }

    /** The process that works on a run, or was the last to do so; "" if none. */
    public String process(long run) throws DataException {
        return database.texts("SELECT process FROM runs WHERE id = ?", run).stream()
                .findFirst()
                .orElse("");
    }

    /** The numbers of all runs. */
    public List<Long> ids() throws DataException {
        return database.numbers("SELECT id FROM runs");
    }

    /** The run of that id, or of "latest": the newest that has weights and is neither a fit nor a trial of a search. */
    public StoredRun find(String id) throws DataException {
        boolean latest = id.equals("latest");
        boolean number = id.matches("[1-9]\\d{0,17}");
        List<StoredRun> candidates = latest
                ? runs("WHERE trashed = 0 AND fit_of = '' AND (study = '' OR (json_valid(study) AND"
                        + " json_extract(study, '$.test') = 1))")
                : number ? runs("WHERE trashed = 0 AND id = ?", Long.parseLong(id)) : List.of();
        for (StoredRun run : candidates) {
            if (!latest || hasWeights(run)) {
                return run;
            }
        }
        for (DamagedRun damaged : number ? read("WHERE trashed = 0").damaged() : List.<DamagedRun>of()) {
            if (Long.toString(damaged.id()).equals(id)) {
                throw damaged.problem();
            }
        }
        Text problem =
                latest ? Text.of("run.none") : number ? Text.of("run.unknown", id) : Text.of("run.no.number", id);
        throw unknown(problem);
    }

    /** Whether there is a file of the weights of its best epoch. */
    public boolean hasWeights(StoredRun run) {
        return Files.exists(new BestFiles(files, run.id(), "").weightsFile(BestFiles.best(run)));
    }

    /** The folder of the workspace. */
    Path workspace() {
        return files.workspace();
    }

    /** The error for a run that does not exist. */
    public DataException unknown(Text problem) {
        return new DataException(files.workspace(), problem, Text.of("run.unknown.remedy"));
    }

    /**
     * Reads the row of a run, deleted or not, to check it.
     *
     * @throws DataException if it cannot be read
     */
    public void whole(long run) throws DataException {
        for (DamagedRun damaged : read("WHERE id = ?", run).damaged()) {
            throw damaged.problem();
        }
    }

    /** The error of a run whose events are incomplete or out of order. */
    public DataException disordered(long run) {
        return rows.damaged(run, new IllegalStateException("epochs"));
    }

    /** The events of a run, in order. */
    public List<RunEvent> events(long run) throws DataException {
        try {
            List<RunSpec> spec =
                    database.query(row -> RunJson.spec(row.getString(1)), "SELECT spec FROM runs WHERE id = ?", run);
            if (spec.isEmpty()) {
                return List.of();
            }
            FigureNames names = new FigureNames(spec.get(0));
            return database.query(
                    row -> {
                        Sums.check(row.getObject(2), row.getString(1));
                        return names.today(RunJson.event(row.getString(1)));
                    },
                    "SELECT event, sum FROM events WHERE run = ? ORDER BY seq",
                    run);
        } catch (RuntimeException e) {
            throw rows.damaged(run, e);
        }
    }

    /** The runs that match a condition, "" for all, newest first; unreadable ones are left out. */
    public List<StoredRun> runs(String where, Object... values) throws DataException {
        return read(where, values).runs();
    }

    /** The runs that match a condition, newest first; unreadable ones are returned separately. */
    public ReadRuns read(String where, Object... values) throws DataException {
        return ReadRuns.of(database.query(
                row -> {
                    try {
                        return rows.read(row);
                    } catch (DataException problem) {
                        return new DamagedRun(row.getLong("id"), problem);
                    }
                },
                DerivedColumns.SELECT + where + ORDER,
                values));
    }

    /**
     * The runs that match a condition, newest first, damaged ones with default settings and without figures, for callers that only need
     * their existence and state.
     */
    public List<StoredRun> evenDamaged(String where, Object... values) throws DataException {
        return database.query(rows::evenDamaged, DerivedColumns.SELECT + where + ORDER, values);
    }
}
