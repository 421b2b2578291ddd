package dev.nara.store;

import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.run.RunJson;
import dev.nara.run.RunState;
import dev.nara.spec.RunSpec;
import dev.nara.text.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tables of a workspace, read and written; what may become of a run is the store's business. Safe for many threads. */
final class RunDatabase implements AutoCloseable {
    private static final String FILE = "runs.db";

    private final Path workspace;
    private final Connection connection;
    /** Runs that this process works on. */
    private final Set<Long> active;

    private long seenVersion;

    private RunDatabase(Path workspace, Connection connection, Set<Long> active) {
        this.workspace = workspace;
        this.connection = connection;
        this.active = active;
    }

    /** Whether there is one. */
    static boolean exists(Path workspace) {
        return Files.exists(workspace.resolve(FILE));
    }

    /** Opens or makes it; {@code active} are the runs that this process works on, now and later. */
    static RunDatabase open(Path workspace, Set<Long> active) throws SQLException, DataException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + workspace.resolve(FILE));
        try {
            RunSchema.prepare(workspace, connection);
        } catch (SQLException | DataException e) {
            connection.close();
            throw e;
        }
        return new RunDatabase(workspace, connection, active);
    }

    /** What is said of a workspace that cannot be read or written. */
    static DataException unusable(Path workspace, Exception e) {
        return new DataException(
                workspace,
                Text.of("workspace.unusable", String.valueOf(e.getMessage())),
                Text.of("workspace.unusable.remedy"));
    }

    private DataException unusable(Exception e) {
        return unusable(workspace, e);
    }

    /** Carries out a statement; returns how many rows it changed. */
    synchronized int update(String sql, Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            set(update, values);
            return update.executeUpdate();
        }
    }

    /** The same where nobody has to know how many. */
    void change(String sql, Object... values) throws DataException {
        try {
            update(sql, values);
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int v = 0; v < values.length; v++) {
            statement.setObject(v + 1, values[v]);
        }
    }

    /** The texts that a query of one column finds, in order. */
    synchronized List<String> texts(String sql, Object... values) throws DataException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            set(query, values);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw unusable(e);
        }
        return texts;
    }

    /** Whether another program has changed anything since this was asked last. */
    synchronized boolean changedElsewhere() throws DataException {
        long now = Long.parseLong(texts("PRAGMA data_version").get(0));
        boolean changed = seenVersion != 0 && now != seenVersion;
        seenVersion = now;
        return changed;
    }

    /** Adds a run of this process; returns its number, from 1. */
    synchronized long insert(RunSpec spec, RunState state, String series) throws DataException {
        String sql = "INSERT INTO runs (created, spec, state, process, series, environment, place)"
                + " VALUES (?, ?, ?, ?, ?, ?, (SELECT COALESCE(MAX(place), 0) + 1 FROM runs))";
        try (PreparedStatement insert = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            set(
                    insert,
                    Instant.now().toString(),
                    RunJson.spec(spec),
                    state.name(),
                    ProcessName.ofThis(),
                    series,
                    RunJson.of(Environment.ofThis()));
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    /** Appends an event to those of a run, as text. */
    void append(long run, String event) throws SQLException {
        update(
                "INSERT INTO events (run, seq, event)"
                        + " SELECT ?, COALESCE(MAX(seq), 0) + 1, ? FROM events WHERE run = ?",
                run,
                event,
                run);
    }

    /** The events of a run, in order. */
    List<RunEvent> events(long run) throws DataException {
        return texts("SELECT event FROM events WHERE run = ? ORDER BY seq", run).stream()
                .map(RunJson::event)
                .toList();
    }

    /** The runs that fulfil a condition, "" for all, newest first. */
    synchronized List<StoredRun> runs(String where) throws DataException {
        List<StoredRun> runs = new ArrayList<>();
        try (Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery("SELECT * FROM runs " + where + " ORDER BY id DESC")) {
            while (rows.next()) {
                runs.add(run(rows));
            }
        } catch (SQLException e) {
            throw unusable(e);
        }
        return runs;
    }

    private StoredRun run(ResultSet row) throws SQLException {
        RunState state = RunState.valueOf(row.getString("state"));
        String process = row.getString("process");
        // Its end could not be stored, as when the disk was full.
        boolean lost = state == RunState.RUNNING
                && process.equals(ProcessName.ofThis())
                && !active.contains(row.getLong("id"));
        return new StoredRun(
                row.getLong("id"),
                row.getString("created"),
                RunJson.spec(row.getString("spec")),
                lost ? RunState.INTERRUPTED : state,
                process,
                new StoredRun.Label(
                        row.getString("name"), row.getString("notes"), row.getString("tags"), row.getInt("star") != 0),
                row.getString("series"),
                row.getDouble("place"),
                RunJson.read(row.getString("environment"), Environment.class),
                epoch(row.getString("best")),
                epoch(row.getString("last")),
                row.getInt("trashed") != 0);
    }

    private static Optional<RunEvent.EpochDone> epoch(String json) {
        return !json.isEmpty() && RunJson.event(json) instanceof RunEvent.EpochDone epoch
                ? Optional.of(epoch)
                : Optional.empty();
    }

    @Override
    public synchronized void close() throws DataException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw unusable(e);
        }
    }
}
