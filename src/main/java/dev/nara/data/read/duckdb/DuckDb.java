package dev.nara.data.read.duckdb;

import dev.nara.data.DataException;
import dev.nara.data.FolderInUse;
import dev.nara.text.Text;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * A sandboxed in-memory DuckDB: it can read only the given files and folders, writes to a private folder, which is deleted when it is
 * closed, and neither loads extensions nor uses the network.
 */
final class DuckDb implements AutoCloseable {
    private static final String MEMORY = "1GB";
    private static final int MOST_THREADS = 4;

    private final DuckDBConnection connection;
    private final Path folder;
    private final FolderInUse use;

    private DuckDb(DuckDBConnection connection, Path folder, FolderInUse use) {
        this.connection = connection;
        this.folder = folder;
        this.use = use;
    }

    /**
     * Opens a database that can read these files and folders.
     *
     * @throws DataException if there is no library for this system, or no space on the disk
     */
    static DuckDb open(List<Path> readable) throws DataException {
        if (!available()) {
            throw new DataException(Text.of("data.duckdb.none", system()), Text.of("data.duckdb.none.remedy"));
        }
        FolderInUse use = null;
        try {
            Path folder = temporaryFolder();
            use = FolderInUse.mark(folder);
            return opened(folder, use, readable);
        } catch (IOException | SQLException e) {
            if (use != null) {
                use.close();
            }
            throw failed(e);
        }
    }

    /** A new folder that only its owner can read; if it is marked as in use, the next start of the program deletes what is left of it. */
    static Path temporaryFolder() throws IOException {
        return Files.createTempDirectory(Path.of(System.getProperty("java.io.tmpdir")), "duckdb-");
    }

    private static DuckDb opened(Path folder, FolderInUse use, List<Path> readable) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("memory_limit", MEMORY);
        settings.setProperty(
                "threads",
                Integer.toString(Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors())));
        settings.setProperty("temp_directory", folder.resolve("spilled").toString());
        settings.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        DuckDBConnection connection =
                new DuckDBDriver().connect("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class);
        DuckDb duck = new DuckDb(connection, folder, use);
        try {
            duck.shut(readable);
            return duck;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Locks the database. The folder of extensions is unreadable, because otherwise INSTALL would use the network in spite of all other
     * restrictions.
     */
    private void shut(List<Path> readable) throws SQLException {
        List<Path> folders = new ArrayList<>(List.of(folder));
        List<Path> files = new ArrayList<>();
        readable.forEach(path -> (Files.isDirectory(path) ? folders : files).add(path.toAbsolutePath()));
        run("SET TimeZone = 'UTC'");
        run("SET allow_persistent_secrets = false");
        run("SET allow_community_extensions = false");
        run("SET extension_directory = " + literal(folder.resolveSibling("none").toString()));
        run("SET allowed_directories = " + literals(folders));
        run("SET allowed_paths = " + literals(files));
        run("SET enable_external_access = false");
        run("SET lock_configuration = true");
    }

    DuckDBConnection connection() {
        return connection;
    }

    /** A file in the private folder. */
    Path file(String name) {
        return folder.resolve(name);
    }

    /** Executes one statement. */
    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The rows of a query's result, with columns as texts. */
    List<List<String>> rows(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int c = 1; c <= columns; c++) {
                    String cell = result.getString(c);
                    row.add(cell == null ? "" : cell);
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** The whole number that a query returns. */
    long number(String sql) throws SQLException {
        return Long.parseLong(rows(sql).get(0).get(0));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            use.close();
        }
    }

    /** A text as SQL literal. */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A list of paths as SQL literal. */
    static String literals(List<Path> paths) {
        return paths.stream().map(path -> literal(path.toString())).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A quoted SQL identifier. */
    static String name(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** The error with DuckDB's message, without its repetition of the query. */
    static DataException failed(Exception e) {
        return said(e).orElseGet(() ->
                new DataException(Text.of("data.duckdb.failed", firstLine(e)), Text.of("data.duckdb.failed.remedy")));
    }

    /** The error about a file. */
    static DataException failed(Path file, Exception e) {
        return said(e).orElseGet(() -> new DataException(
                file, Text.of("data.duckdb.failed", firstLine(e)), Text.of("data.duckdb.failed.remedy")));
    }

    private static Optional<DataException> said(Exception e) {
        return e instanceof IOException ? DataException.of(e) : Optional.empty();
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceFirst("[.\\s]+$", "");
    }

    /** Whether DuckDB's library is available, in the jar or next to it. If it is not, DuckDB would print to the console. */
    private static boolean available() {
        String library = "libduckdb_java.so_" + system();
        if (DuckDBDriver.class.getResource("/" + library) != null) {
            return true;
        }
        try {
            Path jar = Path.of(DuckDBDriver.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.exists(jar.resolveSibling(library));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** DuckDB's name of this system. */
    private static String system() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return (os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "macos" : os)
                + "_"
                + switch (processor) {
                    case "x86_64" -> "amd64";
                    case "aarch64" -> "arm64";
                    default -> processor;
                };
    }
}
