package dev.nara.data.read.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.read.duckdb.ParquetRows;
import dev.nara.data.read.duckdb.QueryResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against SQLite, which is a file. */
class FirstRowsTest {
    private static final Login NOBODY = new Login("", null, () -> null);

    @TempDir
    private Path folder;

    private SqliteFile file;

    @BeforeEach
    void fill() throws Exception {
        file = new SqliteFile(folder.resolve("log.db"))
                .run(
                        "CREATE TABLE views (u INTEGER, i TEXT, t DATETIME, r REAL)",
                        "INSERT INTO views VALUES (9007199254740993, '가', 1709251200, 0.1), (2, NULL, '2024-03-01',"
                                + " 'n/a')",
                        "CREATE TABLE \"Other Table\" (a INTEGER)",
                        "CREATE TABLE \"order\" (a INTEGER)",
                        "CREATE VIEW many AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x <"
                                + " 1000) SELECT x FROM n");
    }

    private DatabaseAddress address() throws DataException {
        return DatabaseAddress.of(file.url());
    }

    @Test
    void areTwoHundredAtMost() throws Exception {
        FirstRows many = FirstRows.of(address(), NOBODY, "SELECT * FROM many", Progress.NONE);
        assertEquals(List.of("x"), many.columns());
        assertEquals(200, many.rows().size());
        assertEquals(List.of("200"), many.rows().get(199));
    }

    @Test
    void holdWhatTheCellsHold() throws Exception {
        assertEquals(
                new FirstRows(
                        List.of("u", "i", "t", "r"),
                        List.of(
                                List.of("9007199254740993", "가", "1709251200", "0.1"),
                                List.of("2", "", "2024-03-01", "n/a"))),
                FirstRows.of(address(), NOBODY, "SELECT * FROM views", Progress.NONE));
        Path kept = folder.resolve("kept.parquet");
        DatabaseQuery.ask(
                address(),
                NOBODY,
                "SELECT * FROM views",
                0,
                Progress.NONE,
                (rows, counted) -> QueryResult.write(rows, kept, counted));
        assertEquals(
                List.of(
                        List.of("u", "i", "t", "r"),
                        List.of("9007199254740993", "가", "1709251200", "0.1"),
                        List.of("2", "", "2024-03-01", "n/a")),
                ParquetRows.of(kept));
    }

    @Test
    void tablesAreNamedAsAQueryWritesThem() throws Exception {
        List<String> tables = DatabaseTables.of(address(), NOBODY, Progress.NONE);
        assertEquals(List.of("\"Other Table\"", "\"many\"", "\"order\"", "\"views\""), tables);
        for (String table : tables.subList(0, 3)) {
            assertEquals(
                    1,
                    FirstRows.of(address(), NOBODY, "SELECT * FROM " + table, Progress.NONE)
                            .columns()
                            .size());
        }
    }

    @Test
    void nothingIsMadeOrChanged() throws Exception {
        Path none = folder.resolve("none.db");
        DataException missing = assertThrows(
                DataException.class,
                () -> FirstRows.of(DatabaseAddress.of("jdbc:sqlite:" + none), NOBODY, "SELECT 1", Progress.NONE));
        assertTrue(missing.message(Locale.ENGLISH).contains("Unable to open the database file"));
        assertEquals(false, none.toFile().exists());
        assertThrows(DataException.class, () -> FirstRows.of(address(), NOBODY, "DELETE FROM views", Progress.NONE));
        assertEquals(
                List.of(List.of("2")),
                FirstRows.of(address(), NOBODY, "SELECT count(*) FROM views", Progress.NONE)
                        .rows());
    }
}
