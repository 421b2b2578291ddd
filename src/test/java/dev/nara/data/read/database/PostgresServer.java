package dev.nara.data.read.database;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL server of the system's own, with an empty database, that asks its user for a password. */
public final class PostgresServer extends DatabaseServer {
    private final String address;

    private PostgresServer(Process server, int port) {
        super(server, address(port));
        address = address(port);
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
        return run(folder.resolve("postgres.txt"), words);
    }

    /** Its address, without a user. */
    public String url() {
        return address;
    }

    private static String address(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }
}
