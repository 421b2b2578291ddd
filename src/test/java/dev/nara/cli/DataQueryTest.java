package dev.nara.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.read.database.PostgresServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Data that queries give, from files and from a database. */
class DataQueryTest extends CommandLineTest {
    private Path sql(String text) throws IOException {
        return Files.writeString(folder.resolve("likes.sql"), text);
    }

    private String log(String rows) throws IOException {
        return Files.writeString(folder.resolve("log.csv"), "who,what,stars\n" + rows)
                .toString();
    }

    private int query(String data, String... more) throws IOException {
        Path file = folder.resolve("likes.sql");
        return nara(Stream.concat(
                        Stream.of(
                                "data", "--data", data, "--query", file.toString(), "--user", "who", "--item", "what"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void aQueryIsAskedOnceUntilItIsRefreshed() throws Exception {
        sql("SELECT who, what FROM log WHERE stars >= 4");
        String data = log("1,a,5\n1,b,1\n2,a,4\n");
        assertEquals(0, query(data, "--json"), err);
        assertEquals(2, json().get(0).get("interactions").getAsInt());
        assertTrue(err.startsWith("What the query returned is kept as "), err);
        log("1,a,5\n1,b,5\n3,c,4\n");
        assertEquals(0, query(data, "--json"), err);
        assertEquals(2, json().get(0).get("interactions").getAsInt(), "the data stays as it was");
        assertTrue(err.startsWith("The data is the snapshot "), err);
        assertEquals(0, query(data, "--refresh", "--json"), err);
        assertEquals(3, json().get(0).get("interactions").getAsInt());
        assertTrue(
                err.contains("Since the last snapshot: 2 → 3 rows; users: 1 new, 1 gone; items: 2 new, 0 gone."), err);
        assertEquals(0, query(data, "--refresh"), err);
        assertTrue(err.startsWith("The query returned the same rows as before: "), err);
    }

    @Test
    void whatCannotBeAskedIsRefused() throws Exception {
        assertEquals(2, nara("data", "--data", "jdbc:postgresql://127.0.0.1:1/db"));
        assertEquals(
                "A database, and --refresh, need a query. Write it to a file and specify that with --query.\n", err);
        sql("INSTALL httpfs");
        assertEquals(2, query(log("1,a,5\n")));
        assertTrue(err.startsWith("The query is not exactly one SELECT."), err);
        assertEquals(2, query("jdbc:postgresql://me:hunter2@127.0.0.1:1/db"));
        assertTrue(err.startsWith("The address contains a password"), err);
        assertFalse((out + err).contains("hunter2"));
        assertEquals(2, query("jdbc:postgresql://127.0.0.1:1/db"));
        assertTrue(err.startsWith("There is no connection to jdbc:postgresql://127.0.0.1:1/db: Connection to "), err);
    }

    @Test
    @Tag("process")
    void aRunIsTrainedOnWhatADatabaseAnsweredAndNothingKnowsThePassword() throws Exception {
        Path password = Files.writeString(
                Files.createFile(
                        folder.resolve("pw"),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))),
                PostgresServer.PASSWORD);
        try (PostgresServer server = PostgresServer.start(folder)) {
            server.run("CREATE TABLE log AS SELECT n % 40 AS who, n * n % 23 AS what, now() AS at FROM"
                    + " generate_series(1, 600) n");
            sql("SELECT who, what FROM log");
            String[] login = {"--db-user", PostgresServer.USER, "--db-password-file", password.toString()};
            assertEquals(0, query(server.url(), login), err);
            server.run("DELETE FROM log");
            assertEquals(
                    0,
                    nara(
                            "train",
                            "--data",
                            server.url(),
                            "--query",
                            folder.resolve("likes.sql").toString(),
                            "--user",
                            "who",
                            "--item",
                            "what",
                            "--algorithm",
                            "bpr",
                            "--epochs",
                            "1"),
                    err);
        }
        // The server is gone; the data is not.
        assertEquals(0, nara("recommend", "--run", "1", "--user", "7"), err);
        Files.delete(password);
        try (Stream<Path> all = Files.walk(services().workspace())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertFalse(bytes.contains(PostgresServer.PASSWORD), file.toString());
            }
        }
        assertFalse((out + err).contains(PostgresServer.PASSWORD));
    }
}
