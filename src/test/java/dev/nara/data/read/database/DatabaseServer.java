package dev.nara.data.read.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A database server of the system's own, on loopback, that asks its user for a password. */
abstract class DatabaseServer implements AutoCloseable {
    /** Its user, who may change everything in the database. */
    public static final String USER = "nara";

    /** The user's password. */
    public static final String PASSWORD = "s3cret-of-the-test";

    private final Process server;
    private final String address;

    /** For a process that has begun; {@code address} is the database's, without a user. */
    DatabaseServer(Process server, String address) {
        this.server = server;
        this.address = address;
    }

    /** Starts a program whose output is added to a file. */
    static Process run(Path output, List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Waits until it answers. */
    final void await() throws Exception {
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
        return DriverManager.getConnection(address, USER, PASSWORD);
    }

    /** Carries out statements. */
    public final void run(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public final void close() {
        server.destroy();
        server.onExit().join();
    }
}
