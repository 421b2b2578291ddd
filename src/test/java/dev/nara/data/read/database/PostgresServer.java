package dev.nara.data.read.database;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL server of the system's own, with an empty database, that asks its user for a password. */
public final class PostgresServer implements AutoCloseable {
    /** Its user. */
    public static final String USER = "nara";

    /** The user's password. */
    public static final String PASSWORD = "s3cret-of-the-test";

    private final Process server;
    private final int port;

    private PostgresServer(Process server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts one whose files lie in a folder; skips the test where the system has none. */
    public static PostgresServer start(Path folder) throws Exception {
        Path programs = programs();
        Path data = folder.resolve("postgres");
        Path password = Files.writeString(folder.resolve("password.txt"), PASSWORD + "\n");
        Process made = run(
                folder,
                programs.resolve("initdb").toString(),
                "-D",
                data.toString(),
                "-U",
                USER,
                "-A",
                "scram-sha-256",
                "--pwfile",
                password.toString(),
                "--no-sync",
                "-E",
                "UTF8",
                "--locale=C");
        assumeTrue(made.waitFor() == 0, "PostgreSQL cannot make a database here");
        int port = freePort();
        Process server = run(
                folder,
                programs.resolve("postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=off");
        PostgresServer started = new PostgresServer(server, port);
        started.await();
        return started;
    }

    private static Path programs() throws IOException {
        Path all = Path.of("/usr/lib/postgresql");
        assumeTrue(Files.isDirectory(all), "no PostgreSQL on this system");
        try (Stream<Path> versions = Files.list(all)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Path::compareTo)
                    .orElseGet(() -> {
                        assumeTrue(false, "no PostgreSQL on this system");
                        return all;
                    });
        }
    }

    /** It refuses to be started by root, who becomes nobody in particular. */
    private static Process run(Path folder, String... command) throws IOException {
        List<String> words = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            words.addAll(List.of("unshare", "-U"));
        }
        words.addAll(List.of(command));
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("postgres.txt").toFile()))
                .start();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
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

    /** Its address, without a user. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), USER, PASSWORD);
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
