package dev.nara.data.read.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlOverFilesTest {
    @TempDir
    private Path folder;

    private Path data;
    private Path target;

    @BeforeEach
    void files() throws Exception {
        data = Files.createDirectory(folder.resolve("data"));
        target = folder.resolve("out.parquet");
        ParquetFolder.write(
                data, "ratings.parquet", "SELECT * FROM (VALUES (1, 10, 4), (2, 10, 1), (2, 11, 5)) t(u, i, r)");
        Files.writeString(data.resolve("movies.csv"), "id,title\n10,Up\n11,\"Heat, 1995\"\n");
        Files.writeString(data.resolve("broken.csv"), "a\"b\n\"c\n1,2,3\n");
        Files.writeString(folder.resolve("secret.csv"), "id\n1\n");
    }

    private List<List<String>> answer(Path from, String sql) throws Exception {
        SqlOverFiles.write(from, sql, target);
        return ParquetRows.of(target);
    }

    @Test
    void joinsTheFilesOfAFolder() throws Exception {
        assertEquals(
                List.of(List.of("u", "title"), List.of("2", "Heat, 1995"), List.of("1", "Up")),
                answer(
                        data,
                        "SELECT u, title FROM ratings JOIN movies ON i = id WHERE r > 3 ORDER BY r DESC; -- the best"
                                + " first\n"));
    }

    @Test
    void callsAFileByItsNameAndData() throws Exception {
        assertEquals(
                List.of(List.of("n"), List.of("3")),
                answer(data.resolve("ratings.parquet"), "SELECT count(*) AS n FROM data"));
        assertEquals(
                List.of(List.of("n"), List.of("2")),
                answer(data.resolve("movies.csv"), "FROM movies SELECT count(*) AS n"));
    }

    @Test
    void readsJsonAndDelimitedFilesOfAnyName() throws Exception {
        Files.writeString(data.resolve("seen.jsonl"), "{\"u\":1,\"tags\":[\"a\",\"b\"]}\n{\"u\":2,\"tags\":[]}\n");
        Files.writeString(data.resolve("ages.txt"), "u;age\n1;30\n2;40\n");
        assertEquals(
                List.of(List.of("u", "age", "tags"), List.of("1", "30", "a|b"), List.of("2", "40", "")),
                answer(data, "SELECT u, age, tags FROM seen JOIN ages USING (u) ORDER BY u"));
    }

    @Test
    void callsAPartitionedFolderData() throws Exception {
        Path parts = ParquetFolder.write(
                folder, "parts", "SELECT i, i % 2 AS day FROM range(5) r(i)", ", PARTITION_BY (day)");
        assertEquals(
                List.of(List.of("day", "n"), List.of("0", "3"), List.of("1", "2")),
                answer(parts, "SELECT day, count(*) AS n FROM data GROUP BY day ORDER BY day"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSTALL httpfs",
                "SELECT 1; INSTALL httpfs",
                "SELECT 1; SELECT 2",
                "COPY (SELECT 1) TO 'x.parquet'",
                "CREATE TABLE t (a INT)",
                "SET threads = 1",
                "ATTACH 'x.db'",
                "PRAGMA version",
                "-- nothing"
            })
    void refusesAllButOneSelect(String sql) {
        DataException e = assertThrows(DataException.class, () -> SqlOverFiles.write(data, sql, target));
        assertEquals(
                "The query is not exactly one SELECT. Write one SELECT that returns the rows of the log.",
                e.message(Locale.ENGLISH));
        assertFalse(Files.exists(target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "read_csv('%s')",
                "read_text('%s')",
                "'%s'",
                "glob('%s')",
                "read_csv('https://example.org/x.csv')"
            })
    void seesNoOtherFilesAndNoNetwork(String source) {
        String sql = "SELECT * FROM " + String.format(source, folder.resolve("secret.csv"));
        DataException e = assertThrows(DataException.class, () -> SqlOverFiles.write(data, sql, target));
        assertTrue(e.message(Locale.ENGLISH).contains("disabled by configuration"), e.getMessage());
    }

    @Test
    void saysWhereTheSqlIsWrong() {
        DataException e =
                assertThrows(DataException.class, () -> SqlOverFiles.write(data, "SELECT * FRM ratings", target));
        assertEquals(
                "The query cannot be parsed: syntax error at or near \"ratings\". Correct the SQL.",
                e.message(Locale.ENGLISH));
    }

    @Test
    void leavesNothingInTheTemporaryFolder() throws Exception {
        answer(data, "SELECT * FROM ratings");
        try (var left = Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), "duckdb-*")) {
            for (Path each : left) {
                assertFalse(Files.exists(each.resolve("written.parquet")), each::toString);
            }
        }
    }
}
