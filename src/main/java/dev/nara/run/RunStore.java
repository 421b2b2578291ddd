package dev.nara.run;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.io.IOException;
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

/**
 * The runs of a workspace: settings and events in an SQLite file, the best epoch's weights in a folder a run. Every
 * event is on disk before the next begins, so a killed program keeps every finished epoch. Safe for many threads and
 * processes.
 */
public final class RunStore implements AutoCloseable {
    private final Path workspace;
    private final Connection connection;

    private RunStore(Path workspace, Connection connection) {
        this.workspace = workspace;
        this.connection = connection;
    }

    /** Opens or makes the workspace. Runs whose process is gone become interrupted. */
    public static RunStore open(Path workspace) throws DataException {
        try {
            Files.createDirectories(workspace);
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + workspace.resolve("runs.db"));
            RunStore store = new RunStore(workspace.toAbsolutePath(), connection);
            store.prepare();
            return store;
        } catch (IOException | SQLException e) {
            throw unusable(workspace, e);
        }
    }

    private static DataException unusable(Path workspace, Exception e) {
        return new DataException(
                workspace,
                Text.of("workspace.unusable", String.valueOf(e.getMessage())),
                Text.of("workspace.unusable.remedy"));
    }

    private void prepare() throws SQLException, DataException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA busy_timeout = 10000");
            statement.execute("CREATE TABLE IF NOT EXISTS runs (id INTEGER PRIMARY KEY AUTOINCREMENT,"
                    + " created TEXT NOT NULL, spec TEXT NOT NULL, state TEXT NOT NULL, process TEXT NOT NULL)");
            statement.execute("CREATE TABLE IF NOT EXISTS events (run INTEGER NOT NULL REFERENCES runs(id),"
                    + " seq INTEGER NOT NULL, event TEXT NOT NULL, PRIMARY KEY (run, seq))");
        }
        for (StoredRun run : list()) {
            if (run.state() == RunState.RUNNING && !ProcessName.mayRun(run.process())) {
                setState(run.id(), RunState.INTERRUPTED);
            }
        }
    }

    /** A run as it is stored; events are read on their own. */
    public record StoredRun(long id, String created, RunSpec spec, RunState state, String process) {}

    /** Stores a new run of this process; its id counts from 1. */
    public synchronized long create(RunSpec spec) throws DataException {
        String sql = "INSERT INTO runs (created, spec, state, process) VALUES (?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            insert.setString(1, Instant.now().toString());
            insert.setString(2, RunJson.spec(spec));
            insert.setString(3, RunState.RUNNING.name());
            insert.setString(4, ProcessName.ofThis());
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        } catch (SQLException e) {
            throw unusable(workspace, e);
        }
    }

    /** Appends an event; the last one of a run sets its state. */
    synchronized void append(long run, RunEvent event) throws SQLException {
        String sql =
                "INSERT INTO events (run, seq, event) SELECT ?, COALESCE(MAX(seq), 0) + 1, ? FROM events WHERE run = ?";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, run);
            insert.setString(2, RunJson.event(event).toString());
            insert.setLong(3, run);
            insert.executeUpdate();
        }
        if (event instanceof RunEvent.Finished) {
            setState(run, RunState.FINISHED);
        } else if (event instanceof RunEvent.Cancelled) {
            setState(run, RunState.CANCELLED);
        } else if (event instanceof RunEvent.Failed) {
            setState(run, RunState.FAILED);
        }
    }

    private void setState(long run, RunState state) throws SQLException {
        String sql = "UPDATE runs SET state = ? WHERE id = ? AND state = 'RUNNING'";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, state.name());
            update.setLong(2, run);
            update.executeUpdate();
        }
    }

    /** All runs, newest first. */
    public synchronized List<StoredRun> list() throws DataException {
        List<StoredRun> runs = new ArrayList<>();
        try (Statement select = connection.createStatement();
                ResultSet rows =
                        select.executeQuery("SELECT id, created, spec, state, process FROM runs ORDER BY id DESC")) {
            while (rows.next()) {
                runs.add(new StoredRun(
                        rows.getLong(1),
                        rows.getString(2),
                        RunJson.spec(rows.getString(3)),
                        RunState.valueOf(rows.getString(4)),
                        rows.getString(5)));
            }
        } catch (SQLException e) {
            throw unusable(workspace, e);
        }
        return runs;
    }

    /** The events of a run, in order. */
    public synchronized List<RunEvent> events(long run) throws DataException {
        List<RunEvent> events = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT event FROM events WHERE run = ? ORDER BY seq")) {
            select.setLong(1, run);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    events.add(RunJson.event(rows.getString(1)));
                }
            }
        } catch (SQLException e) {
            throw unusable(workspace, e);
        }
        return events;
    }

    /** The best epoch of a run so far; empty before its first is done. */
    public synchronized Optional<RunEvent.EpochDone> best(long run) throws DataException {
        String sql =
                "SELECT event FROM events WHERE run = ? AND event LIKE '%\"best\":true%' ORDER BY seq DESC LIMIT 1";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, run);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() && RunJson.event(rows.getString(1)) instanceof RunEvent.EpochDone epoch
                        ? Optional.of(epoch)
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw unusable(workspace, e);
        }
    }

    /** The run of that id, or of "latest": the newest that has weights. */
    public StoredRun find(String id) throws DataException {
        for (StoredRun run : list()) {
            if (id.equals("latest") ? Files.exists(weights(run.id())) : id.equals(Long.toString(run.id()))) {
                return run;
            }
        }
        Text problem = id.equals("latest") ? Text.of("run.none") : Text.of("run.unknown", id);
        throw new DataException(workspace, problem, Text.of("run.unknown.remedy"));
    }

    /** The folder of a run: its weights, and what is exported beside them. */
    public Path folder(long run) {
        return workspace.resolve("runs").resolve(Long.toString(run));
    }

    /** The file of the best epoch's weights, there or not. */
    public Path weights(long run) {
        return folder(run).resolve("best.safetensors");
    }

    /** A listener that stores what it hears under the run's id. */
    public RunListener recorder(long run) {
        return new Recorder(this, run);
    }

    @Override
    public synchronized void close() throws DataException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw unusable(workspace, e);
        }
    }
}
