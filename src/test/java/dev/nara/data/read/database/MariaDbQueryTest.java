package dev.nara.data.read.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.read.duckdb.ParquetRows;
import dev.nara.data.read.duckdb.QueryResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a MariaDB server that the test starts, whose clock is Seoul's. */
@Tag("process")
class MariaDbQueryTest {
    private static final Login KNOWN = new Login(MariaDbServer.USER, MariaDbServer.PASSWORD, () -> null);

    @TempDir
    private static Path folder;

    private static MariaDbServer server;

    @BeforeAll
    static void start() throws Exception {
        server = MariaDbServer.start(folder);
        server.run(
                "SET time_zone = '+09:00'",
                "CREATE TABLE log (u bigint unsigned, i varchar(40), d datetime(3), t timestamp(3) NULL, day date,"
                        + " r decimal(3,1), n decimal(25,5), rating tinyint(1), s smallint unsigned, f float, y year,"
                        + " b bit(1), e enum('view', 'buy'))",
                "INSERT INTO log VALUES (18446744073709551615, '가나 🎬', '2024-03-01 09:00:00.123', '2024-03-01"
                        + " 09:00:00.123', '2024-02-29', 4.5, 12345678901234567890.10, 7, 65535, 0.1, 2024, b'1',"
                        + " 'buy')",
                "INSERT INTO log (u, i) VALUES (2, 'b')");
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static List<List<String>> answer(String kind, Login login, String sql) throws Exception {
        Path file = folder.resolve("answer.parquet");
        DatabaseQuery.ask(
                DatabaseAddress.of(server.url(kind)),
                login,
                sql,
                0,
                Progress.NONE,
                (rows, counted) -> QueryResult.write(rows, file, counted));
        return ParquetRows.of(file);
    }

    private static String problem(String kind, Login login, String sql) {
        DataException e = assertThrows(DataException.class, () -> answer(kind, login, sql));
        return e.message(Locale.ENGLISH);
    }

    @Test
    void keepsWhatTheCellsHold() throws Exception {
        for (String kind : List.of("mariadb", "mysql")) {
            assertEquals(
                    List.of(
                            List.of("u", "i", "d", "t", "day", "r", "n", "rating", "s", "f", "y", "b", "e"),
                            List.of(
                                    "18446744073709551615",
                                    "가나 🎬",
                                    "2024-03-01 09:00:00.123",
                                    "2024-03-01 00:00:00.123+00",
                                    "2024-02-29",
                                    "4.5",
                                    "12345678901234567890.1",
                                    "7",
                                    "65535",
                                    "0.1",
                                    "2024",
                                    "1",
                                    "buy"),
                            List.of("2", "b", "", "", "", "", "", "", "", "", "", "", "")),
                    answer(kind, KNOWN, "SELECT * FROM log ORDER BY u DESC"));
        }
    }

    @Test
    void readsManyMoreRowsThanComeAtOnce() throws Exception {
        List<List<String>> rows = answer("mariadb", KNOWN, "SELECT seq AS u, seq % 7 AS i FROM seq_1_to_25000");
        assertEquals(25_001, rows.size());
        assertEquals(List.of("25000", "3"), rows.get(25_000));
    }

    @Test
    void changesNothing() throws Exception {
        for (String sql : List.of("DELETE FROM log", "DROP TABLE log", "CREATE TABLE other (a int)")) {
            assertEquals(
                    "The database reports: Cannot execute statement in a READ ONLY transaction. Give a query that only"
                            + " reads.",
                    problem("mariadb", KNOWN, sql));
        }
        assertEquals(
                List.of("2"),
                answer("mariadb", KNOWN, "SELECT count(*) AS n FROM log").get(1));
    }

    @Test
    void saysWhatIsWrong() {
        String wrong = problem("mysql", new Login(MariaDbServer.USER, "not-this", () -> null), "SELECT 1");
        assertEquals(
                "The database reports: Access denied for user 'nara'@'127.0.0.1' (using password: YES). Check the user"
                        + " and the password.",
                wrong);
        assertFalse(wrong.contains("not-this"));
        assertEquals(
                "The database reports: Table 'shop.nothing' doesn't exist. Check the address, the user and the query.",
                problem("mariadb", KNOWN, "SELECT * FROM nothing"));
    }

    @Test
    void isLeftAtOnceWhileTheServerThinks() {
        long began = System.nanoTime();
        assertThrows(
                CancellationException.class,
                () -> DatabaseQuery.ask(
                        DatabaseAddress.of(server.url("mariadb")),
                        KNOWN,
                        "SELECT sleep(60)",
                        0,
                        (done, total) -> {
                            throw new CancellationException();
                        },
                        (rows, counted) -> {}));
        assertEquals(0, (System.nanoTime() - began) / 60_000_000_000L);
    }
}
