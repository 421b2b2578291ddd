package dev.nara.store.database;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteErrorCode;

/** The tables of a workspace; an older database is brought up to date step by step, a newer one is refused. */
public final class RunSchema {
    /** Each step upgrades the database by one version. Published steps are never changed; new ones are appended. */
    private static final List<List<String>> STEPS = List.of(
            List.of(
                    "CREATE TABLE IF NOT EXISTS runs (id INTEGER PRIMARY KEY AUTOINCREMENT,"
                            + " created TEXT NOT NULL, spec TEXT NOT NULL, state TEXT NOT NULL)",
                    "CREATE TABLE IF NOT EXISTS events (run INTEGER NOT NULL REFERENCES runs(id),"
                            + " seq INTEGER NOT NULL, event TEXT NOT NULL, PRIMARY KEY (run, seq))"),
            List.of("ALTER TABLE runs ADD COLUMN process TEXT NOT NULL DEFAULT ''"),
            List.of(
                    "ALTER TABLE runs ADD COLUMN name TEXT NOT NULL DEFAULT ''",
                    "ALTER TABLE runs ADD COLUMN notes TEXT NOT NULL DEFAULT ''",
                    "ALTER TABLE runs ADD COLUMN tags TEXT NOT NULL DEFAULT ''",
                    "ALTER TABLE runs ADD COLUMN star INTEGER NOT NULL DEFAULT 0",
                    "ALTER TABLE runs ADD COLUMN trashed INTEGER NOT NULL DEFAULT 0",
                    "ALTER TABLE runs ADD COLUMN series TEXT NOT NULL DEFAULT ''",
                    "ALTER TABLE runs ADD COLUMN place REAL NOT NULL DEFAULT 0",
                    "ALTER TABLE runs ADD COLUMN environment TEXT NOT NULL DEFAULT '{}'",
                    "ALTER TABLE runs ADD COLUMN best TEXT NOT NULL DEFAULT ''",
                    "UPDATE runs SET place = id, best = COALESCE((SELECT event FROM events WHERE run = runs.id"
                            + " AND event LIKE '%\"best\":true%' ORDER BY seq DESC LIMIT 1), '')"),
            List.of("CREATE TABLE choices (name TEXT PRIMARY KEY, value TEXT NOT NULL)"),
            List.of("ALTER TABLE runs ADD COLUMN wish TEXT NOT NULL DEFAULT ''"),
            List.of(
                    "ALTER TABLE runs ADD COLUMN last TEXT NOT NULL DEFAULT ''",
                    "UPDATE runs SET last = COALESCE((SELECT event FROM events WHERE run = runs.id AND event LIKE"
                            + " '{\"event\":\"epoch\"%' AND event NOT LIKE '%\"metrics\":{}%' ORDER BY seq DESC LIMIT 1),"
                            + " '')"),
            // Finds the best and the last epoch of a run without reading all its events.
            List.of(
                    "CREATE INDEX best_epochs ON events (run, seq) WHERE substr(event, 1, 16) = '{\"event\":\"epoch\"'"
                            + " AND instr(event, '\"best\":true') > 0",
                    "CREATE INDEX evaluated_epochs ON events (run, seq) WHERE substr(event, 1, 16) ="
                            + " '{\"event\":\"epoch\"' AND instr(event, '\"metrics\":{}') = 0"),
            List.of("ALTER TABLE runs ADD COLUMN fit_of TEXT NOT NULL DEFAULT ''"),
            List.of(
                    "ALTER TABLE runs ADD COLUMN tested TEXT NOT NULL DEFAULT ''",
                    "CREATE INDEX tested_runs ON events (run, seq) WHERE substr(event, 1, 17) ="
                            + " '{\"event\":\"tested\"'"),
            List.of("CREATE TABLE reference_figures (key TEXT PRIMARY KEY, figures TEXT NOT NULL)"),
            // Existing runs get an empty test part, because it is in their settings; TestLooks fills it in.
            List.of(
                    "CREATE TABLE looks (test TEXT NOT NULL, kind TEXT NOT NULL, what TEXT NOT NULL,"
                            + " created TEXT NOT NULL, PRIMARY KEY (test, kind, what))",
                    "INSERT INTO looks SELECT '', 'RUN', id, '' FROM runs WHERE tested <> '' OR best <> ''"),
            List.of(
                    "CREATE TABLE studies (id INTEGER PRIMARY KEY AUTOINCREMENT, created TEXT NOT NULL, spec TEXT NOT"
                            + " NULL, process TEXT NOT NULL DEFAULT '', seconds REAL NOT NULL DEFAULT 0, trashed INTEGER"
                            + " NOT NULL DEFAULT 0)",
                    "CREATE TABLE study_events (study INTEGER NOT NULL REFERENCES studies(id), seq INTEGER NOT NULL,"
                            + " seconds REAL NOT NULL, at TEXT NOT NULL, event TEXT NOT NULL, PRIMARY KEY (study, seq))",
                    "ALTER TABLE runs ADD COLUMN study TEXT NOT NULL DEFAULT ''"),
            // Null in rows of earlier versions.
            List.of(
                    "ALTER TABLE events ADD COLUMN sum INTEGER",
                    "ALTER TABLE runs ADD COLUMN sum INTEGER",
                    "ALTER TABLE runs ADD COLUMN identity TEXT NOT NULL DEFAULT ''"),
            List.of(
                    "ALTER TABLE runs ADD COLUMN head INTEGER",
                    "ALTER TABLE studies ADD COLUMN sum INTEGER",
                    "ALTER TABLE study_events ADD COLUMN sum INTEGER",
                    "ALTER TABLE reference_figures ADD COLUMN sum INTEGER",
                    "ALTER TABLE choices ADD COLUMN sum INTEGER"));

    /** Queries that need all columns of the current tables. */
    private static final List<String> TABLES = List.of(
            "SELECT id, created, spec, state, process, name, notes, tags, star, trashed, series, place, environment,"
                    + " best, wish, last, fit_of, tested, study, sum, identity, head FROM runs",
            "SELECT run, seq, event, sum FROM events",
            "SELECT name, value, sum FROM choices",
            "SELECT key, figures, sum FROM reference_figures",
            "SELECT test, kind, what, created FROM looks",
            "SELECT id, created, spec, process, seconds, trashed, sum FROM studies",
            "SELECT study, seq, seconds, at, event, sum FROM study_events",
            "SELECT name, seq FROM sqlite_sequence");

    private RunSchema() {}

    /** Throws an error with the missing table or column if the tables are not the current ones. */
    private static void checkTables(Statement statement) throws SQLException {
        for (String table : TABLES) {
            statement.executeQuery(table + " LIMIT 0").close();
        }
    }

    /** Creates the tables, or upgrades them, atomically. */
    public static void prepare(Path workspace, Connection connection) throws SQLException, DataException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 10000");
            // So that no data gets into the shared folder for temporary files.
            statement.execute("PRAGMA temp_store = MEMORY");
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            // Immediate, so that of two processes that open a workspace at the same time one waits for the other.
            statement.execute("BEGIN IMMEDIATE");
            try {
                int version = version(statement);
                if (version > STEPS.size()) {
                    throw new DataException(workspace, Text.of("workspace.newer"), Text.of("workspace.newer.remedy"));
                }
                for (int step = version; step < STEPS.size(); step++) {
                    for (String change : STEPS.get(step)) {
                        statement.execute(change);
                    }
                }
                statement.execute("PRAGMA user_version = " + STEPS.size());
                statement.execute("COMMIT");
            } catch (SQLException | DataException e) {
                statement.execute("ROLLBACK");
                throw e;
            }
            checkTables(statement);
        }
    }

    /**
     * Throws if a read-only database does not have the current tables.
     *
     * @throws DataException if it has not
     */
    public static void check(Path workspace, Connection connection) throws SQLException, DataException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 10000");
            statement.execute("PRAGMA temp_store = MEMORY");
            int version = version(statement);
            if (version > STEPS.size()) {
                throw new DataException(workspace, Text.of("workspace.newer"), Text.of("workspace.newer.remedy"));
            }
            if (version < STEPS.size()) {
                throw new DataException(workspace, Text.of("workspace.older"), Text.of("workspace.readonly.remedy"));
            }
            checkTables(statement);
        }
    }

    /** Databases from before versions were stored have version 0; some of them have the second step's column already. */
    private static int version(Statement statement) throws SQLException {
        int version;
        try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            version = row.getInt(1);
        }
        if (version < 0) {
            throw new SQLException("version " + version, null, SQLiteErrorCode.SQLITE_CORRUPT.code);
        }
        boolean hasProcess = false;
        try (ResultSet columns = statement.executeQuery("PRAGMA table_info(runs)")) {
            while (columns.next()) {
                hasProcess |= columns.getString("name").equals("process");
            }
        }
        return version == 0 && hasProcess ? 2 : version;
    }
}
