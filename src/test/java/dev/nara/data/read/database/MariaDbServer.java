package dev.nara.data.read.database;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A MariaDB server of the system's own, with an empty database, that asks its user for a password. */
public final class MariaDbServer implements AutoCloseable {
    /** Its user, who may change everything in the database. */
    public static final String USER = "nara";

    /** The user's password. */
    public static final String PASSWORD = "s3cret-of-the-test";

    private final Process server;
    private final int port;

    private MariaDbServer(Process server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts one whose files lie in a folder; skips the test where the system has none. */
    public static MariaDbServer start(Path folder) throws Exception {
        String program = program("mariadbd");
        String data = "--datadir=" + folder.resolve("mariadb");
        String user = "--user=" + System.getProperty("user.name");
        Process made = run(
                folder,
                program("mariadb-install-db"),
                "--no-defaults",
                data,
                user,
                "--auth-root-authentication-method=normal",
                "--skip-test-db");
        assumeTrue(made.waitFor() == 0, "MariaDB cannot make a database here");
        Path first = Files.writeString(
                folder.resolve("first.sql"),
                "CREATE DATABASE shop CHARACTER SET utf8mb4;\nCREATE USER " + USER + "@'%' IDENTIFIED BY '" + PASSWORD
                        + "';\nGRANT ALL ON shop.* TO " + USER + "@'%';\n");
        int port = PostgresServer.freePort();
        Process server = run(
                folder,
                program,
                "--no-defaults",
                data,
                user,
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=" + folder.resolve("s.sock"),
                "--pid-file=" + folder.resolve("mariadb.pid"),
                "--default-time-zone=+09:00",
                "--skip-name-resolve",
                "--init-file=" + first);
        MariaDbServer started = new MariaDbServer(server, port);
        started.await();
        return started;
    }

    private static String program(String name) {
        Optional<Path> found = Stream.concat(
                        Stream.of(System.getenv("PATH").split(File.pathSeparator)), Stream.of("/usr/sbin", "/usr/bin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), "no MariaDB on this system");
        return found.orElseThrow().toString();
    }

    private static Process run(Path folder, String... command) throws Exception {
        return new ProcessBuilder(new ArrayList<>(List.of(command)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("mariadb.txt").toFile()))
                .start();
    }

    private void await() throws Exception {
        SQLException refused = new SQLException();
        for (int tries = 0; tries < 300; tries++) {
            try (Connection connection = connect()) {
                if (connection.isValid(1)) {
                    return;
                }
            } catch (SQLException e) {
                refused = e;
                server.waitFor(100, TimeUnit.MILLISECONDS);
            }
        }
        throw refused;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url("mariadb"), USER, PASSWORD);
    }

    /** Its address as one of a kind of database, "mariadb" or "mysql". */
    public String url(String kind) {
        return "jdbc:" + kind + "://127.0.0.1:" + port + "/shop";
    }

    /** Carries out statements. */
    public void run(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() {
        server.destroy();
        server.onExit().join();
    }
}
