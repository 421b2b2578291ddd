package dev.nara.data.read.database;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A MariaDB server of the system's own, with an empty database, that asks its user for a password. */
public final class MariaDbServer extends DatabaseServer {
    private final int port;

    private MariaDbServer(Process server, int port) {
        super(server, address("mariadb", port));
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
        int port = freePort();
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

    private static Process run(Path folder, String... command) throws IOException {
        return run(folder.resolve("mariadb.txt"), List.of(command));
    }

    /** Its address as one of a kind of database, "mariadb" or "mysql". */
    public String url(String kind) {
        return address(kind, port);
    }

    private static String address(String kind, int port) {
        return "jdbc:" + kind + "://127.0.0.1:" + port + "/shop";
    }
}
