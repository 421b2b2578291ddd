package dev.nara.data.read.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.nara.data.DataException;
import dev.nara.data.Finding;
import dev.nara.data.Progress;
import dev.nara.data.read.delimited.DelimitedReader;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.json.JsonTableReader;
import dev.nara.data.read.table.Table;
import dev.nara.data.read.table.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsTableTest {
    @TempDir
    private Path folder;

    private void put(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static Table delimited(Path path) throws DataException {
        return new DelimitedReader().table(DataFiles.at(path), Written.UNKNOWN).orElseThrow();
    }

    private Table json() throws DataException {
        return new JsonTableReader()
                .table(DataFiles.at(folder), Written.UNKNOWN)
                .orElseThrow();
    }

    private static List<String> rows(Table table) throws DataException {
        List<String> rows = new ArrayList<>();
        int width = table.columns().size();
        table.forEach(
                Progress.NONE,
                row -> rows.add(String.join(
                        " ", IntStream.range(0, width).mapToObj(row::text).toList())));
        return rows;
    }

    @Test
    void foldersAreColumnsOfTablesWithoutAHeader() throws IOException, DataException {
        put("day=2020-09-10/000000_0", "7\u0001x\u00015\n8\u0001y\u00014\n");
        put("day=2020-09-11/000000_0", "7\u0001y\u00013\n");
        Table table = delimited(folder);
        assertEquals(List.of("1", "2", "3", "day"), table.columns());
        assertEquals(List.of("7 x 5 2020-09-10", "8 y 4 2020-09-10", "7 y 3 2020-09-11"), rows(table));
        assertEquals(List.of("2020-09-10 7", "2020-09-10 8", "2020-09-11 7"), rows(table.select(List.of("day", "1"))));
    }

    @Test
    void partsOfATableOfUsersAreNoUsers() throws IOException, DataException {
        put("user_01.csv", "id,age\n7,31\n8,44\n");
        put("user_02.csv", "id,age\n9,25\n");
        assertEquals(List.of("id", "age"), delimited(folder).columns());
    }

    @Test
    void theFolderOfOneFileIsAColumn() throws IOException, DataException {
        put("day=2020-09-10/part-00000.csv", "user_id,item_id\n7,x\n8,y\n");
        Table table = delimited(folder);
        assertEquals(List.of("user_id", "item_id", "day"), table.columns());
        assertEquals(List.of("7 x 2020-09-10", "8 y 2020-09-10"), rows(table));
        assertEquals(List.of(), table.findings().stream().map(Finding::id).toList());
    }

    @Test
    void numbersOrderThem() throws IOException, DataException {
        for (int n : new int[] {1, 2, 10}) {
            put("log-" + n + ".csv", "user_id,item_id\nu" + n + ",x\n");
        }
        assertEquals(List.of("u1 x", "u2 x", "u10 x"), rows(delimited(folder)));
        assertEquals(List.of("u1 x", "u2 x"), rows(delimited(folder.resolve("log-?.csv"))));
    }

    @Test
    void aQuestionMarkStandsForParts() throws IOException, DataException {
        put("aq.csv", "user_id,item_id\nu1,x\n");
        put("bq.csv", "user_id,item_id\nu2,y\n");
        assertEquals(List.of("u1 x", "u2 y"), rows(delimited(folder.resolve("?q.csv"))));
    }

    @Test
    void eachMayHaveATitle() throws IOException, DataException {
        put("part-1.csv", "# of shop 1\nuser_id,item_id,n\nu1,x,1\nu2,y,2\n");
        put("part-2.csv", "# of shop 2\nuser_id,item_id,n\nu3,x,3\nu4,y,4\n");
        assertEquals(List.of("u1 x 1", "u2 y 2", "u3 x 3", "u4 y 4"), rows(delimited(folder)));
    }

    @Test
    void recordsMayLackWhatOthersHave() throws IOException, DataException {
        put("part-1.json", "{\"user_id\":\"u1\",\"item_id\":\"x\"}\n");
        put("part-2.json", "{\"user_id\":\"u2\",\"item_id\":\"y\",\"rating\":4}\n");
        put("part-3.json", "{\"item_id\":\"z\",\"user_id\":\"u3\"}\n");
        put("part-4.json", "[]\n");
        Table table = json();
        assertEquals(List.of("user_id", "item_id", "rating"), table.columns());
        assertEquals(List.of("u1 x ", "u2 y 4", "u3 z "), rows(table));
    }

    @Test
    void aFolderThatCannotBeReadIsReported() throws IOException {
        put("day=1/a.csv", "user_id,item_id\nu1,x\n");
        Path closed = folder.resolve("day=2");
        Files.createDirectory(closed);
        assumeFalse(System.getProperty("os.name").startsWith("Windows"));
        Files.setPosixFilePermissions(closed, Set.of());
        try {
            assumeFalse(Files.isReadable(closed));
            assertThrows(DataException.class, () -> DataFiles.at(folder));
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
