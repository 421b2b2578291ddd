package dev.nara.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Files that are parts of one table are read as one: a log of 3 users, 5 items and 12 rows in parts of four rows. */
class PartFilesTest extends CommandLineTest {
    private static final String HEADER = "user_id,item_id,rating,timestamp\n";
    private static final String ID = "8f1b4c2e-5d3a-4b6f-9e7d-0a1b2c3d4e5f";

    private static String part(int part) {
        return IntStream.range(4 * part, 4 * part + 4)
                .mapToObj(n ->
                        "u" + n % 3 + ",i" + 3 * n % 5 + "," + (1 + n % 5) + "," + (1_600_000_000L + 9000L * n) + "\n")
                .collect(Collectors.joining());
    }

    private Path put(String name, String text) throws IOException {
        Path file = folder.resolve("set").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private JsonObject opensParts(int files) throws IOException {
        JsonObject data = opens(folder.resolve("set"));
        assertEquals(0, nara("data", "--data", folder.resolve("set").toString()), err);
        assertTrue(out.contains(files + " files read as one table"), out);
        return data;
    }

    @Test
    void sparkWritesAHeaderIntoEach() throws IOException {
        for (int p = 0; p < 3; p++) {
            put("part-0000" + p + "-" + ID + "-c000.csv", HEADER + part(p));
            put(".part-0000" + p + "-" + ID + "-c000.csv.crc", "crc");
        }
        put("_SUCCESS", "");
        opensParts(3);
    }

    @Test
    void sparkWritesNoHeader() throws IOException {
        for (int p = 0; p < 3; p++) {
            put("part-0000" + p, part(p));
        }
        put("part-00003", "");
        opensParts(4);
    }

    @Test
    void partsWithoutRowsAreNoError() throws IOException {
        put("ratings000000000000.csv", HEADER);
        for (int p = 0; p < 3; p++) {
            put("ratings00000000000" + (p + 1) + ".csv", HEADER + part(p));
        }
        opensParts(4);
    }

    @Test
    void aFileThatWasCutHasAHeaderInTheFirstPart() throws IOException {
        put("xaa", HEADER + part(0));
        put("xab", part(1));
        put("xac", part(2));
        opensParts(3);
    }

    @Test
    void bigQueryPacksThem() throws IOException {
        for (int p = 0; p < 3; p++) {
            Path file = put("ratings-00000000000" + p + ".csv.gz", "");
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                out.write((HEADER + part(p)).getBytes(StandardCharsets.UTF_8));
            }
        }
        opensParts(3);
    }

    @Test
    void linesOfJsonAreParts() throws IOException {
        for (int p = 0; p < 3; p++) {
            String lines = part(p).replaceAll(
                            "(u\\d),(i\\d),(\\d),(\\d+)",
                            "{\"user_id\":\"$1\",\"item_id\":\"$2\",\"rating\":$3,\"timestamp\":$4}");
            put("part-0000" + p + ".json", lines);
        }
        opensParts(3);
    }

    @Test
    void anArchiveHoldsThem() throws IOException {
        Path file = folder.resolve("set.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int p = 0; p < 3; p++) {
                zip.putNextEntry(new ZipEntry("log/2020-0" + (p + 1) + ".csv"));
                zip.write((HEADER + part(p)).getBytes(StandardCharsets.UTF_8));
            }
        }
        opens(file);
    }

    @Test
    void foldersStandForTheValuesOfAColumn() throws IOException {
        for (int p = 0; p < 3; p++) {
            put("day=2020-09-1" + p + "/part-00000.csv", (HEADER + part(p)).replaceAll(",[^,\n]*\n", "\n"));
        }
        put("_temporary/0/part-00000.csv", "half written");
        JsonObject data = opensParts(3);
        assertEquals("2020-09-10 … 2020-09-12", data.get("period").getAsString());
    }

    @Test
    void hiveWritesNoHeader() throws IOException {
        for (int p = 0; p < 3; p++) {
            put(
                    "day=2020-09-1" + p + "/000000_0",
                    part(p).replaceAll(",[^,\n]*\n", "\n").replace(',', '\u0001'));
        }
        JsonObject data = opensParts(3);
        assertEquals("2020-09-10 … 2020-09-12", data.get("period").getAsString());
    }

    @Test
    void recordsOfJsonMayLackARating() throws IOException {
        for (int p = 0; p < 3; p++) {
            String rating = p == 1 ? "" : ",\"rating\":$3";
            String lines = part(p).replaceAll(
                            "(u\\d),(i\\d),(\\d),(\\d+)",
                            "{\"user_id\":\"$1\",\"item_id\":\"$2\"" + rating + ",\"timestamp\":$4}");
            put("events-" + p + ".jsonl", lines);
        }
        opensParts(3);
    }

    @Test
    void whatDescribesTheItemsIsJoined() throws IOException {
        for (String month : new String[] {"2019-Oct", "2019-Nov", "2019-Dec"}) {
            int p = month.endsWith("Oct") ? 0 : month.endsWith("Nov") ? 1 : 2;
            put(month + ".csv", HEADER + part(p));
        }
        put("items.csv", "item_id,title\ni0,a\ni1,b\ni2,c\ni3,d\ni4,e\n");
        JsonObject data = opens(folder.resolve("set"));
        assertEquals(
                "[\"title\"]",
                data.getAsJsonObject("itemAttributes").keySet().stream()
                        .map(name -> "\"" + name + "\"")
                        .collect(Collectors.joining(",", "[", "]")));
        assertTrue(err.contains("*.csv"), err);
    }

    @Test
    void aBadCellNamesTheFileAndLineOfItsPart() throws IOException {
        put("part-00000.csv", HEADER + part(0));
        put("part-00001.csv", HEADER + part(1) + "u1,,3,1600000000\n");
        put("part-00002.csv", HEADER + part(2));
        assertEquals(2, nara("data", "--data", folder.resolve("set").toString()));
        assertTrue(err.contains("part-00001.csv:6: item_id is empty."), err);
    }

    @Test
    void rowsThatAreLeftOutAreListedWithTheirFiles() throws IOException {
        for (int p = 0; p < 3; p++) {
            put("part-0000" + p + ".csv", HEADER + part(p).repeat(9) + (p == 0 ? "" : "u1,,3,1600000000\n"));
        }
        String set = folder.resolve("set").toString();
        Path workspace = folder.resolve("ws");
        assertEquals(0, nara("data", "--data", set, "--bad-rows", "skip", "--workspace", workspace.toString()), err);
        try (Stream<Path> files = Files.list(workspace.resolve("skipped-rows"))) {
            assertEquals(
                    List.of(
                            "line,reason,row,file",
                            "38,item_id is empty.,u1 |  | 1600000000 | 3,part-00001.csv",
                            "38,item_id is empty.,u1 |  | 1600000000 | 3,part-00002.csv"),
                    Files.readAllLines(files.findFirst().orElseThrow()));
        }
    }

    @Test
    void aPartWithOtherColumnsIsNamed() throws IOException {
        for (int p = 0; p < 12; p++) {
            put("part-000" + (10 + p) + ".csv", p == 5 ? "day,total\nMonday,3\n" : HEADER + part(p % 3));
        }
        assertEquals(2, nara("data", "--data", folder.resolve("set").toString()));
        assertTrue(err.contains("part-00015.csv:1: The columns of this file are day, total"), err);
    }

    @Test
    void tablesThatDifferAreNoParts() throws IOException {
        put("table1.csv", HEADER + part(0) + part(1) + part(2));
        put("table2.csv", "item_id,title\ni0,a\ni1,b\ni2,c\ni3,d\ni4,e\n");
        opens(folder.resolve("set"));
    }

    @Test
    void foldersOfManyTablesAreReportedShortly() throws IOException {
        for (int n = 0; n < 60; n++) {
            String name = "" + (char) ('a' + n % 26) + (char) ('a' + n / 26);
            put("note-" + name + "s.csv", "word,value\na" + name + ",1.5\nb,2.5\n");
        }
        assertEquals(2, nara("data", "--data", folder.resolve("set").toString()));
        assertTrue(err.length() < 1500, err);
    }
}
