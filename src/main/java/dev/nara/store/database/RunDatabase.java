package dev.nara.store.database;

import dev.nara.data.DataException;
import dev.nara.data.InputFile;
import dev.nara.data.OwnPlaces;
import dev.nara.data.PrivateFiles;
import dev.nara.data.SystemCause;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.JDBC;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteErrorCode;

/** The SQLite file of a workspace. Every change is one atomic transaction. Safe for use by several threads and processes. */
public final class RunDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunDatabase.class);
    private static final String FILE = "runs.db";

    private final Path workspace;
    private final Connection connection;
    private final boolean readOnly;
    private boolean inTransaction;
    private long seenVersion;

    private RunDatabase(Path workspace, Connection connection, boolean readOnly) {
        this.workspace = workspace;
        this.connection = connection;
        this.readOnly = readOnly;
    }

    /** Connects to a database; tests use one whose statements fail on purpose. */
    @FunctionalInterface
    public interface Connector {
        Connection connect(String url) throws SQLException;
    }

    /** Work within a transaction, with a result. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws SQLException, IOException, DataException;
    }

    /** Work within a transaction, without a result. */
    @FunctionalInterface
    public interface Change {
        void run() throws SQLException, IOException, DataException;
    }

    /** Makes a value of the current row. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException, DataException;
    }

    /** Whether the workspace has a database. */
    public static boolean exists(Path workspace) {
        return Files.exists(workspace.resolve(FILE), LinkOption.NOFOLLOW_LINKS);
    }

    /** Opens or creates the database; a database that is not writable is opened read-only. */
    public static RunDatabase open(Path workspace, Connector connector)
            throws SQLException, IOException, DataException {
        checkFiles(workspace);
        if (exists(workspace) && !writable(workspace)) {
            return openToRead(workspace, connector);
        }
        // SQLite would create the file readable for all users; its other files inherit the permissions of this one.
        PrivateFiles.create(workspace.resolve(FILE));
        Connection connection = connector.connect("jdbc:sqlite:" + workspace.resolve(FILE));
        try {
            RunSchema.prepare(workspace, connection);
        } catch (SQLException | DataException e) {
            connection.close();
            throw e;
        }
        return new RunDatabase(workspace, connection, false);
    }

    /** Throws if one of the database's files is not a regular file, on which SQLite could block, or a folder beside it is a link. */
    public static void checkFiles(Path workspace) throws DataException, IOException {
        for (String folder : List.of("runs", "processes")) {
            OwnPlaces.checkNoLink(workspace.resolve(folder));
        }
        for (String end : List.of("", "-wal", "-shm", "-journal")) {
            Path file = workspace.resolve(FILE + end);
            OwnPlaces.checkNoLink(file);
            if (Files.exists(file)) {
                InputFile.checkRegular(file);
            }
        }
    }

    /** Opens a database that is not writable, without creating files next to it. */
    private static RunDatabase openToRead(Path workspace, Connector connector)
            throws SQLException, IOException, DataException {
        Connection connection = connector.connect(url(workspace));
        try {
            RunSchema.check(workspace, connection);
        } catch (SQLException | DataException e) {
            connection.close();
            throw e;
        }
        return new RunDatabase(workspace, connection, true);
    }

    /** Whether the database can be changed. */
    public static boolean writable(Path workspace) {
        return Files.isWritable(workspace) && Files.isWritable(workspace.resolve(FILE));
    }

    /** The JDBC address of an existing database. */
    public static String url(Path workspace) throws IOException {
        if (writable(workspace)) {
            return "jdbc:sqlite:" + workspace.resolve(FILE);
        }
        Path log = workspace.resolve(FILE + "-wal");
        boolean whole = !Files.exists(log) || Files.size(log) == 0;
        String url = "jdbc:sqlite:" + workspace.resolve(FILE).toUri().toASCIIString() + "?mode=ro";
        return whole ? url + "&immutable=1" : url;
    }

    /** Connects to SQLite directly; the driver manager would load every driver on the class path. */
    public static Connection connection(String url) throws SQLException {
        return JDBC.createConnection(url, new Properties());
    }

    /** Whether it is opened read-only: {@link #transaction} then throws. */
    public boolean readOnly() {
        return readOnly;
    }

    /** The error of a workspace that cannot be read or written. */
    public static DataException unusable(Path workspace, Exception e) {
        if (e.getCause() instanceof NativeLibraryNotFoundException) {
            return new DataException(
                    Path.of(System.getProperty("java.io.tmpdir")),
                    Text.of("workspace.library"),
                    Text.of("workspace.library.remedy"));
        }
        if (e instanceof SQLException sql && isDamage(sql)) {
            return new DataException(workspace, Text.of("workspace.damaged"), Text.of("workspace.damaged.remedy"));
        }
        if (e.getCause() instanceof DataException words) {
            return words;
        }
        Optional<SystemCause> cause = SystemCause.of(e);
        if (cause.isPresent()) {
            return new DataException(
                    workspace, cause.get().problem(), cause.get().remedy());
        }
        return new DataException(
                workspace,
                Text.of("workspace.unusable", String.valueOf(e.getMessage())),
                Text.of("workspace.unusable.remedy"));
    }

    /**
     * Whether the file is not a database, or a damaged one. A generic SQL error counts, too: the program's statements fail only if tables
     * were changed.
     */
    public static boolean isDamage(SQLException e) {
        int code = e.getErrorCode() & 0xff;
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code
                || code == SQLiteErrorCode.SQLITE_NOTADB.code
                || code == SQLiteErrorCode.SQLITE_ERROR.code;
    }

    /** The error of this workspace if it cannot be read or written. */
    public DataException unusable(Exception e) {
        return unusable(workspace, e);
    }

    /**
     * Does the work as one transaction, or as part of the current one; an exception rolls it back. Other threads and processes see the
     * state before or after it; those that want to change something wait for its end.
     */
    synchronized <T> T transaction(Work<T> work) throws SQLException, IOException, DataException {
        if (readOnly) {
            throw new DataException(workspace, Text.of("workspace.readonly"), Text.of("workspace.readonly.remedy"));
        }
        if (inTransaction) {
            return work.run();
        }
        // Immediate, so that no other process can change what the work reads.
        execute("BEGIN IMMEDIATE");
        inTransaction = true;
        boolean done = false;
        try {
            T result = work.run();
            execute("COMMIT");
            done = true;
            return result;
        } finally {
            inTransaction = false;
            if (!done) {
                rollBack();
            }
        }
    }

    /** Does the work as one transaction; failures become messages for the user. */
    public <T> T change(Work<T> work) throws DataException {
        try {
            return transaction(work);
        } catch (SQLException | IOException e) {
            throw unusable(e);
        }
    }

    /** Does work without a result as one transaction. */
    public void change(Change change) throws DataException {
        change(() -> {
            change.run();
            return true;
        });
    }

    private void rollBack() {
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            // SQLite has already rolled back by itself, for example because the disk is full.
            LOG.debug("nothing to roll back", e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Executes a statement; returns how many rows it changed. */
    public synchronized int update(String sql, Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            set(update, values);
            return update.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int v = 0; v < values.length; v++) {
            statement.setObject(v + 1, values[v]);
        }
    }

    /** The rows that a query finds, in order. */
    synchronized <T> List<T> query(Row<T> row, String sql, Object... values) throws DataException {
        List<T> found = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            set(query, values);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(row.read(rows));
                }
            }
        } catch (SQLException e) {
            throw unusable(e);
        }
        return found;
    }

    /** The texts that a query of one column finds, in order. */
    List<String> texts(String sql, Object... values) throws DataException {
        return query(row -> row.getString(1), sql, values);
    }

    /** The numbers that a query of one column finds, in order. */
    public List<Long> numbers(String sql, Object... values) throws DataException {
        return query(row -> row.getLong(1), sql, values);
    }

    /** Whether another process has changed anything since the last call. */
    public synchronized boolean changedElsewhere() throws DataException {
        long now = numbers("PRAGMA data_version").get(0);
        boolean changed = seenVersion != 0 && now != seenVersion;
        seenVersion = now;
        return changed;
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
