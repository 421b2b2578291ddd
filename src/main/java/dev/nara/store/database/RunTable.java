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

    /** Adds a run that a program works on, "" for none; returns its number, from 1. */
    public long insert(ArchiveHeader run, String process) throws SQLException, IOException, DataException {
        long id = nextId();
        insert(id, run, process);
        return id;
    }

    /** The same of a number that no run has. */
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

    /** Stores the sum of what decides a run, as it is now. */
    private void seal(long run) throws SQLException, DataException {
        for (long[] sums : database.query(
                row -> new long[] {RunRow.sum(row), RunRow.sumOfHead(row)}, "SELECT * FROM runs WHERE id = ?", run)) {
            database.update("UPDATE runs SET sum = ?, head = ? WHERE id = ?", sums[0], sums[1], run);
        }
    }

    /** Other settings of a run, such as another place of its data. */
    int setSpec(long run, RunSpec spec) throws SQLException, IOException, DataException {
        int changed = database.update("UPDATE runs SET spec = ? WHERE id = ?", RunJson.spec(spec), run);
        seal(run);
        describe(run);
        return changed;
    }

    /** Writes what the folder of a run says of it anew; that of a damaged one, and of an earlier version, stays as it is. */
    private void describe(long run) throws IOException, DataException {
        for (StoredRun stored : runs("WHERE id = ?", run)) {
            if (FolderHeader.exists(files.folder(run))) {
                FolderHeader.write(files.folder(run), ArchiveHeader.of(stored, identity(run)));
            }
        }
    }

    /** What the files of a run say that they are of; "" for a run of an earlier version. */
    public String identity(long run) throws DataException {
        return database.texts("SELECT identity FROM runs WHERE id = ?", run).stream()
                .findFirst()
                .orElse("");
    }

    /** Never that of a run there was; nor one whose events or folder are there, as where tables were emptied or the database was lost. */
    public long nextId() throws DataException {
        long id = 1
                + database.numbers("SELECT MAX((SELECT COALESCE(MAX(seq), 0) FROM sqlite_sequence WHERE name = 'runs'),"
                                + " (SELECT COALESCE(MAX(id), 0) FROM runs),"
                                + " (SELECT COALESCE(MAX(run), 0) FROM events))")
                        .get(0);
        while (Files.exists(files.folder(id))) {
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

    /** Adds events to those of a run, and counts a look at the test part; neither its state nor its process follows them. */
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
        looks.told(run, events);
    }

    /** Adds an event to those of a run, with what follows from it. */
    public void append(long run, RunEvent event) throws SQLException, DataException {
        add(run, List.of(event));
        Optional<RunState> state = EventStates.after(event);
        if (state.isPresent()) {
            setState(run, state.get());
        }
        if (event instanceof RunEvent.Interrupted || (event instanceof RunEvent.Paused paused && paused.left())) {
            // Nobody works on it until somebody takes it up.
            database.update("UPDATE runs SET process = '' WHERE id = ?", run);
        }
    }

    /** Makes best and last epochs and test figures of all runs what their events say. */
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

    /** This program works on a run from now on. */
    public void takeUp(long run) throws SQLException, IOException {
        database.update("UPDATE runs SET state = 'RUNNING', process = ?, wish = '' WHERE id = ?", owners.own(), run);
    }

    /** Deletes a run's events, so that it begins anew. */
    public void deleteEvents(long run) throws SQLException {
        database.update("DELETE FROM events WHERE run = ?", run);
        derive(run);
    }

    /** Deletes the test figures of a run, so that it is tested anew. */
    public void deleteTested(long run) throws SQLException {
        database.update("DELETE FROM events WHERE run = ? AND " + DerivedColumns.IS_TESTED, run);
        derive(run);
    }

    /** Deletes the event of the epoch that was stored last. */
    public void deleteLastEpoch(long run) throws SQLException {
        database.update(
                "DELETE FROM events WHERE run = ? AND seq = (SELECT MAX(seq) FROM events WHERE run = ? AND "
                        + DerivedColumns.IS_EPOCH + ")",
                run,
                run);
        derive(run);
    }

    /** Deletes the row and the events of a run that its folder tells. */
    public void forget(long run) throws DataException {
        database.change(() -> delete(run));
    }

    /** Deletes a run as if it had never been there. */
    public void delete(long run) throws SQLException {
        database.update("DELETE FROM events WHERE run = ?", run);
        database.update("DELETE FROM runs WHERE id = ?", run);
    }

    /** Whether this program is the one that works on a run, or did last. */
    boolean owns(long run) throws DataException {
        return owners.isOwn(process(run));
    }

    /** What the files of each run say that they are of, by its number. */
    public Map<Long, String> identities() throws DataException {
        Map<Long, String> identities = new HashMap<>();
        database.query(row -> identities.put(row.getLong(1), row.getString(2)), "SELECT id, identity FROM runs");
        return identities;
    }

    /** The program that works on a run, or did last; "" where none does. */
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

    /** The folder of it all. */
    Path workspace() {
        return files.workspace();
    }

    /** What is said where a run is asked for that is not there. */
    public DataException unknown(Text problem) {
        return new DataException(files.workspace(), problem, Text.of("run.unknown.remedy"));
    }

    /**
     * Reads the row of a run, thrown away or not.
     *
     * @throws DataException if it cannot be read
     */
    public void whole(long run) throws DataException {
        for (DamagedRun damaged : read("WHERE id = ?", run).damaged()) {
            throw damaged.problem();
        }
    }

    /** What is said of a run some of whose events are gone, or in another place. */
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

    /** The runs that fulfil a condition, "" for all, newest first; those that cannot be read are left out. */
    public List<StoredRun> runs(String where, Object... values) throws DataException {
        return read(where, values).runs();
    }

    /** The same, with those that cannot be read, which keep nobody from the others. */
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

    /** The same for who only asks whether they are there: damaged ones with the usual settings and no figures. */
    public List<StoredRun> evenDamaged(String where, Object... values) throws DataException {
        return database.query(rows::evenDamaged, DerivedColumns.SELECT + where + ORDER, values);
    }
}
