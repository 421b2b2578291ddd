package dev.nara.data.read.wide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.roles.TableReader;
import dev.nara.data.read.table.Written;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WideReadersTest {
    @TempDir
    Path folder;

    private DataFiles put(String text) throws Exception {
        return DataFiles.at(Files.writeString(folder.resolve("a.txt"), text));
    }

    /** All rows, as "cell cell …, …". */
    private String rows(TableReader reader, String text) throws Exception {
        DataFiles files = put(text);
        assertTrue(reader.recognises(files), text);
        assertEquals(
                reader.format(), reader.read(files, Recipe.USUAL, Progress.NONE).format());
        List<List<String>> rows =
                reader.table(files, Written.UNKNOWN).orElseThrow().head(999);
        return String.join(", ", rows.stream().map(row -> String.join(" ", row)).toList());
    }

    private String sequences(String text) throws Exception {
        return rows(new SequenceReader(), text);
    }

    private String matrix(String text) throws Exception {
        return rows(new MatrixReader(), text);
    }

    @Test
    void aUserAndItsItemsALine() throws Exception {
        assertEquals("1 24, 1 28, 2 5, 2 24, 2 1, 3 9", sequences("1 24 28\n2 5 24 1\n3 9\n"));
        assertEquals("u1 i4, u1 i5, u1 i6, u2 i4", sequences("u1\ti4,i5,i6\nu2\ti4\n"));
        assertEquals("1 4, 1 5, 2 4", sequences("1: 4 5\n2: 4\n"));
    }

    @Test
    void linesThatBeginWithHowManyItemsFollow() throws Exception {
        assertEquals("1 24, 1 28, 2 5, 2 24, 2 1, 3 9, 3 24", sequences("2 24 28\n3 5 24 1\n2 9 24\n"));
    }

    @Test
    void linesOfOneLengthThatShareTheirItems() throws Exception {
        String text = "1 24 28 23 36 33\n2 28 20 24 14 23\n3 31 24 28 33 20\n4 14 24 23 28 36\n5 23 31 14 24 28\n";
        assertTrue(sequences(text).startsWith("1 24, 1 28, 1 23, 1 36, 1 33, 2 28"));
    }

    @Test
    void bagsOfItemsInOneCell() throws Exception {
        assertEquals("ann milk, ann bread, bob milk", sequences("user,items\nann,\"milk bread\"\nbob,milk\n"));
        assertEquals(
                "1 a1, 1 b2, 2 a1, 2 c3, 2 d4", sequences("user_id;item_list\n1;['a1', 'b2']\n2;['a1', 'c3', 'd4']\n"));
    }

    @Test
    void basketsWithoutUsers() throws Exception {
        assertEquals("1 2, 1 7, 2 3, 2 7, 2 2, 2 9, 3 2, 3 9, 3 3", sequences("2 7\n3 7 2 9\n2 9 3\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user,item,rating\n1,2,3\n1,3,4\n",
                "1\t2\t3\t881250949\n1\t3\t4\t881250950\n2\t3\t4\t881250950\n",
                "1,2\n1,3\n2,2\n",
                "u1,b7,3.0,1600000000\nu2,b8,4.0,1600000001\n",
                "1,Toy Story (1995),Adventure|Animation\n2,Jumanji (1995),Adventure\n",
                "The program reads files.\nA file has lines of words, such as these.\n",
                "0\t2020-09-15T02:38:26Z\t30.23\t-97.79\t22847\n1\t2020-09-15T02:38:26Z\t30.23\t-97.79\t22847\n"
            })
    void otherFilesAreNeither(String text) throws Exception {
        assertFalse(new SequenceReader().recognises(put(text)));
        assertFalse(new MatrixReader().recognises(put(text)));
    }

    @Test
    void jestersRowsBeginWithTheirCounts() throws Exception {
        assertEquals(
                "1 1 -7.82, 1 3 8.79, 2 2 0.00, 3 1 4, 3 2 1.5, 3 5 -2",
                matrix("2,-7.82,99,8.79,99,99\n1,99,0.00,99,99,99\n3,4,1.5,99,99,-2\n"));
    }

    @Test
    void aMatrixWithNamesOfItemsAndUsers() throws Exception {
        assertEquals(
                "ann Alien 5, ann F 3, bob D 4, eve E 1",
                matrix(",Alien,\"B, C\",D,E,F\nann,5,,,0,3\nbob,,,4,,\neve,0,0,0,1,0\n"));
        assertEquals("7 i2 5, 8 i1 3, 9 i5 1", matrix("user i1 i2 i3 i4 i5\n7 0 5 0 0 0\n8 3 0 0 0 0\n9 0 0 0 0 1\n"));
    }

    @Test
    void aMatrixWithoutNamesNumbersUsersAndItems() throws Exception {
        assertEquals(
                "1 2 5, 1 6 5, 2 2 3, 3 1 4, 3 3 1", matrix("0\t5\t0\t0\t0\t5\n0\t3\t0\t0\t0\t0\n4\t0\t1\t0\t0\t0\n"));
    }

    @Test
    void aLineOfAnotherWidthIsReportedWithItsNumber() throws Exception {
        DataFiles files = put("0\t5\t0\t0\t0\t5\n".repeat(150) + "1\t2\n");
        DataException wrong = assertThrows(DataException.class, () -> new MatrixReader()
                .table(files, Written.UNKNOWN)
                .orElseThrow()
                .forEach(Progress.NONE, row -> {}));
        assertEquals(151, wrong.line());
    }
}
