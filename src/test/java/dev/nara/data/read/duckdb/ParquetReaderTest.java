package dev.nara.data.read.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.ColumnRoles;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Preparation;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.read.delimited.DelimitedReader;
import dev.nara.data.read.file.DataFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetReaderTest {
    private static final String ROWS = "(VALUES (7, 'a', TIMESTAMP '2024-03-01 08:00:00', 4.5::DECIMAL(3,1)), (7, 'b',"
            + " TIMESTAMP '2024-03-01 08:00:01.25', 3), (12, 'a', TIMESTAMP '2024-02-29 00:00:00', NULL)) t(u, i, t, r)";

    @TempDir
    private Path folder;

    private static Recipe recipe(String user, String item, String time, List<String> numbers, List<String> ofItems) {
        ColumnRoles roles = new ColumnRoles(",", true, user, item, time, numbers, List.of(), ofItems);
        return new Recipe("", "", roles, Preparation.NONE);
    }

    private static Dataset read(Path path, Recipe recipe) throws DataException {
        return new ParquetReader().read(DataFiles.at(path), recipe, Progress.NONE);
    }

    @Test
    void readsTypedColumns() throws Exception {
        Path file = ParquetFolder.write(folder, "log.parquet", "SELECT * FROM " + ROWS);
        Dataset data = read(file, recipe("u", "i", "t", List.of("r"), List.of()));
        assertEquals("parquet", data.format());
        assertEquals("log", data.name());
        assertEquals(
                List.of("7", "12"), List.of(data.users().id(0), data.users().id(1)));
        assertEquals(2, data.items().size());
        assertEquals(3, data.interactions().size());
        assertEquals(4.5f, data.interactions().number("r", 0));
        assertTrue(Float.isNaN(data.interactions().number("r", 2)));
        assertEquals(1_709_280_001_250_000_000L, data.interactions().time(1));
    }

    @Test
    void filesOfAnArchiveAreReadAsThoseOfAFolder() throws Exception {
        Path archive = folder.resolve("set.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (String day : List.of("2024-03-01", "2024-03-02")) {
                Path file = ParquetFolder.write(folder, day + ".parquet", "SELECT * FROM " + ROWS);
                zip.putNextEntry(new ZipEntry("log/day=" + day + "/part.parquet"));
                Files.copy(file, zip);
            }
        }
        Dataset data = read(archive, recipe("u", "i", "t", List.of(), List.of("day")));
        assertEquals(6, data.interactions().size());
        assertEquals(List.of("day"), data.itemAttributes().names());
        Path one = archive.resolve("log/day=2024-03-02/part.parquet");
        assertEquals(
                3,
                read(one, recipe("u", "i", "t", List.of(), List.of()))
                        .interactions()
                        .size());
    }

    /** Seconds, before 1970 too, milli-, micro- and nanoseconds, and a date of 14 digits, none of which is a text in between. */
    @Test
    void wholeNumbersAreTimesAsTheyAreInText() throws Exception {
        for (String time : List.of("1709280001", "1709280001000", "1709280001000000", "1709280001000000000")) {
            assertEquals(1_709_280_001_000_000_000L, time(time), time);
        }
        assertEquals(1_709_280_001_000_000_000L, time("20240301080001"));
        assertEquals(-315_619_200_000_000_000L, time("-315619200"));
        assertEquals(12_000_000_000L, time("12"));
    }

    private long time(String number) throws Exception {
        Path file = ParquetFolder.write(
                folder, "t" + number + ".parquet", "SELECT 1 AS u, 'a' AS i, " + number + "::BIGINT AS t");
        return read(file, recipe("u", "i", "t", List.of(), List.of()))
                .interactions()
                .time(0);
    }

    @Test
    void isTheSameDataAsTheRowsWrittenAsText() throws Exception {
        Path parquet = ParquetFolder.write(folder, "log.parquet", "SELECT * FROM " + ROWS);
        Path csv = Files.writeString(
                folder.resolve("log.csv"),
                "u,i,t,r\n7,a,2024-03-01 08:00:00,4.5\n7,b,2024-03-01 08:00:01.25,3\n12,a,2024-02-29 00:00:00,\n");
        Recipe recipe = recipe("u", "i", "t", List.of("r"), List.of());
        Dataset text = new DelimitedReader().read(DataFiles.at(csv), recipe, Progress.NONE);
        assertEquals(text.fingerprint(), read(parquet, recipe).fingerprint());
    }

    @Test
    void readsAPartitionedFolderAsOneTable() throws Exception {
        Path parts = ParquetFolder.write(
                folder,
                "parts",
                "SELECT i // 2 AS u, i AS i, i % 3 AS year FROM range(10) r(i)",
                ", PARTITION_BY (year)");
        Files.writeString(parts.resolve("_SUCCESS"), "");
        Dataset data = read(parts, recipe("u", "i", "", List.of("year"), List.of()));
        assertEquals(10, data.interactions().size());
        assertEquals(5, data.users().size());
        double sum = 0;
        for (int row = 0; row < 10; row++) {
            sum += data.interactions().number("year", row);
        }
        assertEquals(9, sum);
    }

    @Test
    void readsTheFilesOfAPattern() throws Exception {
        ParquetFolder.write(folder, "log-1.parquet", "SELECT 1 AS u, 2 AS i");
        ParquetFolder.write(folder, "log-2.parquet", "SELECT 3 AS u, 2 AS i");
        ParquetFolder.write(folder, "other.parquet", "SELECT 'x' AS title");
        Dataset data = read(folder.resolve("log-*.parquet"), recipe("u", "i", "", List.of(), List.of()));
        assertEquals(2, data.interactions().size());
        assertEquals("3", data.users().id(1));
        DataException e = assertThrows(
                DataException.class,
                () -> read(folder.resolve("none-*.parquet"), recipe("u", "i", "", List.of(), List.of())));
        assertTrue(e.getMessage().contains("Nothing was found"), e.getMessage());
    }

    @Test
    void saysWhichTablesAFolderHolds() throws Exception {
        ParquetFolder.write(folder, "movies.parquet", "SELECT 1 AS movie, 'x' AS title");
        ParquetFolder.write(folder, "ratings.parquet", "SELECT * FROM " + ROWS);
        DataException e =
                assertThrows(DataException.class, () -> read(folder, recipe("u", "i", "", List.of(), List.of())));
        assertEquals(
                folder + ": These Parquet files have different columns: movies.parquet, ratings.parquet."
                        + " Name one of them, or join them with --query.",
                e.message(Locale.ENGLISH));
    }

    @Test
    void readsIdsThatPandasMadeFractionsOf() throws Exception {
        Path file = ParquetFolder.write(folder, "p.parquet", "SELECT 7.0::DOUBLE AS u, 2.5::FLOAT AS i");
        Dataset data = read(file, recipe("u", "i", "", List.of(), List.of()));
        assertEquals("7", data.users().id(0));
        assertEquals("2.5", data.items().id(0));
    }

    @Test
    void readsListsAsAttributesOfSeveralValues() throws Exception {
        Path file = ParquetFolder.write(folder, "l.parquet", "SELECT 1 AS u, 2 AS i, ['Drama', 'War'] AS genres");
        Dataset data = read(file, recipe("u", "i", "", List.of(), List.of("genres")));
        assertEquals(List.of("Drama", "War"), data.genres(0));
    }

    @Test
    void readsPartsOfColumnsByTheirNames() throws Exception {
        Path file = ParquetFolder.write(
                folder,
                "s.parquet",
                "SELECT {'id': 'anna', 'place': {'city': 'Seoul'}} AS u, {'id': 7} AS i, MAP {'a': 1} AS rest");
        Dataset data = read(file, recipe("u.id", "i.id", "", List.of(), List.of("u.place.city")));
        assertEquals("anna", data.users().id(0));
        assertEquals("7", data.items().id(0));
        assertEquals("Seoul", data.itemAttributes().text("u.place.city", 0));
    }

    @Test
    void refusesListsAsIds() throws Exception {
        Path file = ParquetFolder.write(folder, "l.parquet", "SELECT 1 AS u, ['x', 'y'] AS i, [{'id': 7}] AS s");
        for (String item : List.of("i", "s")) {
            DataException e =
                    assertThrows(DataException.class, () -> read(file, recipe("u", item, "", List.of(), List.of())));
            assertTrue(e.message(Locale.ENGLISH).contains(item + " holds several values per row"), e.getMessage());
        }
    }

    @Test
    void refusesAFileWithoutRows() throws Exception {
        Path file = ParquetFolder.write(folder, "e.parquet", "SELECT 1 AS u, 2 AS i LIMIT 0");
        DataException e =
                assertThrows(DataException.class, () -> read(file, recipe("u", "i", "", List.of(), List.of())));
        assertEquals(file + ": The file contains no rows. Export it again with its rows.", e.message(Locale.ENGLISH));
    }

    @Test
    void leavesOutWhatProgramsLeaveInHiddenFolders() throws Exception {
        for (String inner : List.of("_temporary", ".old", "_metadata")) {
            Files.createDirectory(folder.resolve(inner));
            ParquetFolder.write(folder, inner + "/x.parquet", "SELECT 1 AS u, 2 AS i");
        }
        ParquetFolder.write(folder, "part-0.parquet", "SELECT 1 AS u, 2 AS i");
        assertEquals(
                1,
                read(folder, recipe("u", "i", "", List.of(), List.of()))
                        .interactions()
                        .size());
    }

    @Test
    void namesTheRowWithoutAnId() throws Exception {
        Path file = ParquetFolder.write(folder, "n.parquet", "SELECT * FROM (VALUES (1, 2), (NULL, 3)) t(u, i)");
        DataException e =
                assertThrows(DataException.class, () -> read(file, recipe("u", "i", "", List.of(), List.of())));
        assertEquals(2, e.line());
    }

    @Test
    void readsTimesWithAZoneAndDays() throws Exception {
        Path file = ParquetFolder.write(
                folder,
                "z.parquet",
                "SELECT 1 AS u, 2 AS i, TIMESTAMPTZ '2024-03-01 09:00:00+09' AS z, DATE '2024-03-01' AS d");
        assertEquals(
                1_709_251_200_000_000_000L,
                read(file, recipe("u", "i", "z", List.of(), List.of()))
                        .interactions()
                        .time(0));
        assertEquals(
                1_709_251_200_000_000_000L,
                read(file, recipe("u", "i", "d", List.of(), List.of()))
                        .interactions()
                        .time(0));
    }

    @Test
    void refusesADamagedFile() throws Exception {
        Path file = Files.writeString(folder.resolve("d.parquet"), "PAR1 and nothing that follows");
        DataException e =
                assertThrows(DataException.class, () -> read(file, recipe("u", "i", "", List.of(), List.of())));
        assertTrue(e.message(Locale.ENGLISH).startsWith(file + ": DuckDB cannot read this: "), e.getMessage());
    }

    @Test
    void knowsAFileByItsFirstBytes() throws Exception {
        Path file = ParquetFolder.write(folder, "part-0", "SELECT 1 AS u, 2 AS i");
        assertEquals(List.of(file), ParquetReader.files(file));
        assertFalse(new ParquetReader().recognises(DataFiles.at(file)));
        assertEquals(List.of(), ParquetReader.files(Files.writeString(folder.resolve("x.parquet"), "no")));
    }
}
