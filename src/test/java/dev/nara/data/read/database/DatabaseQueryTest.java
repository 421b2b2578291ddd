package dev.nara.data.read.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.read.duckdb.ParquetRows;
import dev.nara.data.read.duckdb.QueryResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server that the test starts. */
@Tag("process")
class DatabaseQueryTest {
    private static final Login KNOWN = new Login(PostgresServer.USER, PostgresServer.PASSWORD, () -> null);

    @TempDir
    private static Path folder;

    private static PostgresServer server;

    @BeforeAll
    static void start() throws Exception {
        server = PostgresServer.start(folder);
        server.run(
                "CREATE TABLE log (u bigint, i text, t timestamptz, d timestamp, day date, r numeric(3,1), n numeric,"
                        + " f real, b boolean, id uuid, tags text[], s smallint)",
                "INSERT INTO log VALUES (9007199254740993, '가', '2024-03-01 09:00:00.123456+09', '2024-03-01"
                        + " 08:00:00', '2024-02-29', 4.5, 12345678901234567890.10, 0.1, true,"
                        + " '00000000-0000-0000-0000-000000000001', '{a,b}', 3)",
                "INSERT INTO log (u, i) VALUES (2, 'b')");
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static DatabaseAddress address() throws DataException {
        return DatabaseAddress.of(server.url());
    }

    private static List<List<String>> answer(Login login, String sql) throws Exception {
        Path file = folder.resolve("answer.parquet");
        DatabaseQuery.ask(
                address(), login, sql, 0, Progress.NONE, (rows, counted) -> QueryResult.write(rows, file, counted));
        return ParquetRows.of(file);
    }

    @Test
    void keepsWhatTheCellsHold() throws Exception {
        assertEquals(
                List.of(
                        List.of("u", "i", "t", "d", "day", "r", "n", "f", "b", "id", "tags", "s"),
                        List.of(
                                "9007199254740993",
                                "가",
                                "2024-03-01 00:00:00.123456+00",
                                "2024-03-01 08:00:00",
                                "2024-02-29",
                                "4.5",
                                "12345678901234567890.1",
                                "0.1",
                                "1",
                                "00000000-0000-0000-0000-000000000001",
                                "{a,b}",
                                "3"),
                        List.of("2", "b", "", "", "", "", "", "", "", "", "", "")),
                answer(KNOWN, "SELECT * FROM log ORDER BY u DESC"));
    }

    @Test
    void readsManyMoreRowsThanComeAtOnce() throws Exception {
        List<List<String>> rows = answer(KNOWN, "SELECT n AS u, n % 7 AS i FROM generate_series(1, 25000) n");
        assertEquals(25_001, rows.size());
        assertEquals(List.of("25000", "3"), rows.get(25_000));
    }

    @Test
    void changesNothing() throws Exception {
        for (String sql :
                List.of("DELETE FROM log RETURNING u", "INSERT INTO log (u, i) VALUES (1, 'c') RETURNING u")) {
            DataException e = assertThrows(DataException.class, () -> answer(KNOWN, sql));
            assertTrue(e.message(Locale.ENGLISH).contains("read-only transaction"), e.getMessage());
        }
        assertEquals(
                List.of("2"), answer(KNOWN, "SELECT count(*) AS n FROM log").get(1));
    }

    @Test
    void asksForAPasswordWhereOneIsWanted() throws Exception {
        List<String> asked = new ArrayList<>();
        Login typing = new Login(PostgresServer.USER, null, () -> {
            asked.add("once");
            return PostgresServer.PASSWORD;
        });
        assertEquals(List.of("1"), answer(typing, "SELECT 1 AS n").get(1));
        assertEquals(List.of("once"), asked);
    }

    @Test
    void saysThatAPasswordIsWrongOrMissing() {
        for (String wrong : new String[] {"not-this", null}) {
            Login login = new Login(PostgresServer.USER, wrong, () -> null);
            DataException e = assertThrows(DataException.class, () -> answer(login, "SELECT 1"));
            assertTrue(e.message(Locale.ENGLISH).startsWith("The database reports: "), e.getMessage());
            assertTrue(e.message(Locale.ENGLISH).endsWith("Check the user and the password."), e.getMessage());
            assertFalse(e.getMessage().contains("not-this"));
        }
    }

    @Test
    void saysThatNobodyAnswers() throws Exception {
        int port = PostgresServer.freePort();
        for (String kind : List.of("postgresql", "mariadb", "mysql")) {
            String url = "jdbc:" + kind + "://127.0.0.1:" + port + "/db";
            DataException e = assertThrows(
                    DataException.class,
                    () -> DatabaseQuery.ask(
                            DatabaseAddress.of(url), KNOWN, "SELECT 1", 0, Progress.NONE, (rows, counted) -> {}));
            String said = e.message(Locale.ENGLISH);
            assertTrue(said.startsWith("There is no connection to " + url + ": "), said);
            assertTrue(said.endsWith("that the server is running and accepts connections from here."), said);
        }
    }

    @Test
    void takesNoMoreRowsThanAreWanted() throws Exception {
        List<Integer> first = new ArrayList<>();
        DatabaseQuery.ask(
                address(),
                KNOWN,
                "SELECT n FROM generate_series(1, 100000000) n",
                3,
                Progress.NONE,
                (rows, counted) -> {
                    while (rows.next()) {
                        first.add(rows.getInt(1));
                    }
                });
        assertEquals(List.of(1, 2, 3), first);
    }

    @Test
    void isLeftAtOnceAndLeavesTheServerAtOnce() throws Exception {
        assertThrows(
                CancellationException.class,
                () -> DatabaseQuery.ask(
                        address(),
                        KNOWN,
                        "SELECT pg_sleep(60)",
                        0,
                        (done, total) -> {
                            throw new CancellationException();
                        },
                        (rows, counted) -> {}));
    }

    @Test
    void saysWhatIsWrongWithAQuery() {
        DataException e = assertThrows(DataException.class, () -> answer(KNOWN, "SELECT nothing FROM log"));
        assertEquals(
                "The database reports: ERROR: column \"nothing\" does not exist. Check the address, the user and the"
                        + " query.",
                e.message(Locale.ENGLISH));
    }

    @Test
    void readsAPasswordFileThatIsItsOwnersAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("pw"), PostgresServer.PASSWORD + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        DataException e = assertThrows(DataException.class, () -> Login.password(file));
        assertEquals(
                file + ": Other users can read the password file. Restrict it to yourself (chmod 600).",
                e.message(Locale.ENGLISH));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertEquals(PostgresServer.PASSWORD, Login.password(file));
    }
}
