package dev.nara.data.read.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import dev.nara.data.IdIndex;
import dev.nara.data.Progress;
import dev.nara.data.read.table.DataRow;
import dev.nara.data.read.table.RowConsumer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainLinesTest {
    @TempDir
    private Path folder;

    private DataFile file(String text) throws IOException {
        return DataFile.of(Files.writeString(folder.resolve("log.tsv"), text));
    }

    @Test
    void linesEndInAnyWayAndEmptyOnesAreLeftOut() throws IOException, DataException {
        List<String> rows = rows(DelimitedFile.withoutHeader(file("u1\ti1\r\n\nu2\ti2\ru3\t"), "\t", "user", "item"));
        assertEquals(List.of("1 [u1, i1]", "3 [u2, i2]", "4 [u3, ]"), rows);
    }

    @Test
    void idsAndNumbersAreWhatIsWritten() throws IOException, DataException {
        IdIndex ids = new IdIndex();
        List<String> seen = new ArrayList<>();
        DelimitedFile.withoutHeader(file("7\t4.5\n007\t12\nx\t-1e1\n0\t.25\n7\t0.1\n"), "\t", "id", "number")
                .forEach(Progress.NONE, row -> seen.add(row.index(0, ids) + " " + row.number(1)));
        assertEquals(List.of("0 4.5", "1 12.0", "2 -10.0", "3 0.25", "0 0.1"), seen);
        assertEquals("7", ids.id(0));
        assertEquals("007", ids.id(1));
        assertEquals(3, ids.indexOf("0"));
    }

    @Test
    void onlyWhatIsSplitAtDelimitersAloneIsPlain() throws IOException, DataException {
        assertTrue(file("a\tb\r\n").plain("\t"));
        assertTrue(file("a,b\n").plain(","));
        assertFalse(file("a,b\t\n").plain(","));
        assertFalse(file("a::b\n").plain("::"));
        assertFalse(file("a,b c\n").plain(","));
        assertFalse(file("a,\"b\"\n").plain(","));
        assertFalse(file("a,é\n").plain(","));
        assertFalse(file("a,\u0001\n").plain(","));
        assertFalse(file("a,b\n" + "x".repeat(PlainLines.LONGEST) + "\n").plain(","));
        assertFalse(file("a,b\n" + "x".repeat(PlainLines.LONGEST)).plain(","));
    }

    /** A file whose encoding is given is not looked through, and goes the long way. */
    @Test
    void rowsAreThoseOfTheParser() throws IOException, DataException {
        Random random = new Random(1);
        for (int n = 0; n < 300; n++) {
            String delimiter = n % 2 == 0 ? "\t" : ",";
            // Two of each kind are read in three parts.
            boolean large = n % 150 < 2;
            String letters = "ab17.".repeat(large ? 5 : 1) + "\n\n\r" + delimiter.repeat(3);
            StringBuilder text = new StringBuilder();
            int length = large ? 140_000 : random.nextInt(60);
            for (int i = 0; i < length; i++) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            DataFile plain = file(text.toString());
            DataFile given = DataFile.of(plain.shown(), StandardCharsets.UTF_8);
            assertTrue(plain.plain(delimiter));
            assertFalse(given.plain(delimiter));
            List<String> known = rows(DelimitedFile.withoutHeader(given, delimiter, "x", "y"));
            List<String> headed = rows(DelimitedFile.withHeader(given, delimiter, "a"));
            assertTrue(known.equals(rows(DelimitedFile.withoutHeader(plain, delimiter, "x", "y"))), "text " + n);
            assertTrue(headed.equals(rows(DelimitedFile.withHeader(plain, delimiter, "a"))), "text " + n);
        }
    }

    @Test
    void numbersAndIdsAreThoseOfTheParser() throws IOException, DataException {
        Random random = new Random(2);
        String letters = "0123456789012345678901234567890123456789--e..+";
        List<String> cells = new ArrayList<>(List.of(
                "1.",
                ".",
                ".5",
                "007",
                "0",
                "-0",
                "00",
                "0.1",
                "1e5",
                "1e-400",
                "1e39",
                "",
                "+5",
                "-",
                "1.2.3",
                "999999999999999",
                "9999999999999999",
                "999999999999999999",
                "9999999999999999999",
                "99999999999999.9",
                "123456789012345.6",
                "0.00000000000001",
                "000000000000000000001"));
        for (int n = 0; n < 3000; n++) {
            int length = n % 3 == 0 ? 14 + random.nextInt(6) : random.nextInt(9);
            StringBuilder cell = new StringBuilder();
            for (int i = 0; i < length; i++) {
                cell.append(letters.charAt(n % 3 == 0 ? random.nextInt(40) : random.nextInt(letters.length())));
            }
            if (n % 6 == 0) {
                cell.insert(random.nextInt(length), '.');
            }
            cells.add(cell.toString());
        }
        DataFile plain = file("x\t" + String.join("\nx\t", cells) + "\n");
        DataFile given = DataFile.of(plain.shown(), StandardCharsets.UTF_8);
        assertTrue(plain.plain("\t"));
        List<String> ways = values(plain);
        List<String> parsed = values(given);
        assertEquals(cells.size(), ways.size());
        for (int n = 0; n < ways.size(); n++) {
            assertEquals(parsed.get(n), ways.get(n), cells.get(n));
        }
    }

    /** Each second cell as a number, as a whole number, as an index, and whether it is there. */
    private static List<String> values(DataFile file) throws DataException {
        IdIndex ids = new IdIndex();
        List<String> values = new ArrayList<>();
        DelimitedFile.withoutHeader(file, "\t", "x", "y")
                .forEach(
                        Progress.NONE,
                        row -> values.add(outcome(() -> "" + row.number(1)) + " "
                                + outcome(() -> "" + row.wholeNumber(1)) + " "
                                + outcome(() -> "" + row.index(1, ids)) + " "
                                + outcome(() -> {
                                    row.present(1);
                                    return "there";
                                })));
        for (int n = 0; n < ids.size(); n++) {
            values.set(n, values.get(n) + " " + ids.id(n));
        }
        return values;
    }

    private interface Reading {
        String value() throws DataException;
    }

    private static String outcome(Reading reading) {
        try {
            return reading.value();
        } catch (DataException e) {
            return e.line() + " " + e.problem();
        }
    }

    /** Line and cells of each row, and what is said of broken ones and of the file. */
    private static List<String> rows(DelimitedFile file) {
        List<String> rows = new ArrayList<>();
        try {
            file.forEach(Progress.NONE, new RowConsumer() {
                @Override
                public void accept(DataRow row) {
                    List<String> cells = new ArrayList<>();
                    for (int c = 0; c < file.columns().size(); c++) {
                        cells.add(row.text(c));
                    }
                    rows.add(line(row, cells) + " " + cells);
                }

                @Override
                public void broken(DataException problem, List<String> cells) {
                    rows.add(problem.line() + " " + problem.problem() + cells);
                }
            });
        } catch (DataException e) {
            rows.add(e.line() + " " + e.problem());
        }
        return rows;
    }

    private static long line(DataRow row, List<String> cells) {
        return cells.isEmpty() ? 0 : row.wrong(0, "data.cell.empty").line();
    }
}
