package dev.nara.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What programs write around, between and in place of rows: a log of 3 users, 5 items and 12 rows opens, other kinds are named. */
class UnusualFilesTest extends CommandLineTest {
    private static final String HEADER = "user_id,item_id,rating,timestamp\n";

    private static String rows(IntFunction<String> row) {
        return IntStream.range(0, 12).mapToObj(n -> row.apply(n) + "\n").collect(Collectors.joining());
    }

    private static String pair(int n) {
        return "u" + n / 4 + ",i" + 3 * n % 5;
    }

    private static String row(int n) {
        return pair(n) + "," + (1 + n % 5) + "," + (1_600_000_000L + 9000L * n);
    }

    /** A number that stands in every third row as this word. */
    private static String number(String word) {
        return HEADER + rows(n -> pair(n) + "," + (n % 3 == 0 ? word : "" + n) + "," + (1_600_000_000L + n));
    }

    private static String price(String before, String after) {
        return "user_id;item_id;price\n"
                + rows(n -> pair(n).replace(',', ';') + ";" + before + (1 + n) + ".200,50" + after);
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        String log = HEADER + rows(UnusualFilesTest::row);
        texts.put("comments above", "# written by a tool\n# in, four, columns\n\n" + log);
        texts.put("a title above", "Sales of 2024\nas of 1 May, without returns\n" + log);
        texts.put("a title above as Excel saves it", "Sales of 2024,,,\n,,,\n" + log);
        texts.put("the separator as Excel writes it", "sep=;\n" + log.replace(',', ';'));
        texts.put("comments above unnamed columns", "% 3 5 12\n" + rows(n -> pair(n).replace(',', ' ')));
        texts.put("the end-of-file character", log + "\u001A");
        texts.put("two marks", "\uFEFF\uFEFF" + log);
        texts.put("line breaks in cells", HEADER.strip() + ",text\n" + rows(n -> row(n) + ",\"one\r\n\"\"two\"\"\n\""));
        texts.put(
                "dates with a weekday",
                HEADER + rows(n -> pair(n) + ",1,\"Tue, " + (10 + n) + " Sep 2020 10:00:00 GMT\""));
        for (String word : new String[] {"NaN", "NULL", "None", "\\N", "N/A", "#N/A", "-", "inf", ""}) {
            texts.put("a number is " + word, number(word));
        }
        texts.put("a minus that is none", HEADER + rows(n -> pair(n) + ",\u22121,1600000000"));
        texts.put("euros", price("", " €"));
        texts.put("dollars", price("$", "").replace(".200,50", ",200.50"));
        texts.put("won", price("₩", "").replace(".200,50", "200"));
        return texts;
    }

    private JsonObject opens(byte[] content) throws IOException {
        return opens(Files.write(folder.resolve("log.csv"), content));
    }

    @TestFactory
    Stream<DynamicTest> open() {
        return texts().entrySet().stream()
                .map(text ->
                        dynamicTest(text.getKey(), () -> opens(text.getValue().getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void numbersWithMoneyAndWordsForNothingAreNumbers() throws IOException {
        opens(price("", " €").getBytes(StandardCharsets.UTF_8));
        assertTrue(err.contains("count or rating = price"), err);
        opens(number("NULL").getBytes(StandardCharsets.UTF_8));
        assertTrue(err.contains("count or rating = rating"), err);
    }

    @Test
    void twoAnswersAreWordsSoThatTheyDoNotCountAlikeUnseen() throws IOException {
        String liked = "user_id,item_id,liked\n" + rows(n -> pair(n) + "," + (n % 2 == 0 ? "TRUE" : "FALSE"));
        opens(liked.getBytes(StandardCharsets.UTF_8));
        assertTrue(err.contains("word, such as an event = liked"), err);
        assertEquals(
                0,
                nara("data", "--data", folder.resolve("log.csv").toString(), "--where", "liked=TRUE", "--json"),
                err);
        assertEquals(6, json().get(0).get("interactions").getAsInt());
    }

    @Test
    void linesKeepTheirNumbersBelowATitle() throws IOException {
        String broken = "Sales\n\n" + HEADER + rows(UnusualFilesTest::row) + "u1,,1,1600000000\n";
        Path file = Files.writeString(folder.resolve("log.csv"), broken);
        assertEquals(2, nara("data", "--data", file.toString()));
        assertTrue(err.contains("log.csv:16: item_id is empty."), err);
    }

    private static byte[] bytes(String hexadecimal) {
        return HexFormat.of().parseHex(hexadecimal + "00".repeat(40));
    }

    private static byte[] zip(String name, int flags) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(1);
        }
        byte[] whole = bytes.toByteArray();
        whole[6] |= (byte) flags;
        return whole;
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> others() throws IOException {
        Map<String, byte[]> kinds = new LinkedHashMap<>();
        kinds.put(
                "Git LFS",
                "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12\n"
                        .getBytes(StandardCharsets.UTF_8));
        kinds.put("an XML document", "\uFEFF<?xml version=\"1.0\"?>\n<Error/>".getBytes(StandardCharsets.UTF_8));
        kinds.put(
                "a dump of a database", "-- MySQL dump\n\nCREATE TABLE r (u int);\n".getBytes(StandardCharsets.UTF_8));
        kinds.put("ARFF", "% made\n@relation r\n@data\na,b\n".getBytes(StandardCharsets.UTF_8));
        kinds.put(
                "Matrix Market",
                "%%MatrixMarket matrix coordinate real general\n3 5 1\n1 1 1\n".getBytes(StandardCharsets.UTF_8));
        kinds.put("LIBSVM", "1 3:1 7:1\n0 2:1 7:1\n".getBytes(StandardCharsets.UTF_8));
        kinds.put("printed for people", " u | i\n---+---\n a | x\n(1 row)\n".getBytes(StandardCharsets.UTF_8));
        kinds.put("objects of R", packed(bytes("580a00000003")));
        kinds.put("an ORC file", bytes("4f524311"));
        kinds.put("a stream of Arrow", bytes("ffffffff10"));
        kinds.put("a DuckDB database", bytes("00000000000000004455434b"));
        kinds.put("Access", bytes("000100005374616e64617264204a6574"));
        kinds.put("SPSS", bytes("24464c32402823"));
        kinds.put("Stata", bytes("3c73746174615f6474613e"));
        kinds.put("SAS", bytes("000000000000000000000000c2ea8160b31411cfbd92080009c7318c"));
        kinds.put("packed with lzma", bytes("5d00008000"));
        kinds.put("packed with compress", bytes("1f9d90"));
        kinds.put("packed with Snappy", bytes("ff060000734e61507059"));
        kinds.put("a picture", bytes("89504e470d0a1a0a"));
        kinds.put("a program", bytes("7f454c46"));
        kinds.put("without files", bytes("504b0506"));
        kinds.put("protected by a password", zip("log.csv", 1));
        kinds.put("a Word document", zip("word/document.xml", 0));
        kinds.put("PyTorch", zip("archive/data.pkl", 0));
        kinds.put("OpenDocument", zip("content.xml", 0));
        return kinds;
    }

    @TestFactory
    Stream<DynamicTest> areNamed() throws IOException {
        return others().entrySet().stream()
                .map(kind -> dynamicTest(kind.getKey(), () -> {
                    Path file = Files.write(folder.resolve("file.dat"), kind.getValue());
                    assertEquals(2, nara("data", "--data", file.toString()));
                    assertTrue(err.contains(kind.getKey()), err);
                    assertEquals(1, err.strip().lines().count(), "one message");
                }));
    }

    @Test
    void jsonByColumnsIsNotTakenForUsers() throws IOException {
        Path file = Files.writeString(
                folder.resolve("log.json"), "{\"user\":{\"0\":1,\"1\":2},\"item\":{\"0\":3,\"1\":4}}");
        assertEquals(2, nara("data", "--data", file.toString()));
        assertTrue(err.contains("The file stores columns one after another, not rows."), err);
    }

    @Test
    void aDownloadThatIsNotFinishedIsNotRead() throws IOException {
        Path file = Files.writeString(folder.resolve("log.csv.crdownload"), HEADER + rows(UnusualFilesTest::row));
        assertEquals(2, nara("data", "--data", file.toString()));
        assertTrue(err.contains("The download of the file is not finished."), err);
        file = Files.writeString(folder.resolve("Log.CSV.part"), HEADER + rows(UnusualFilesTest::row));
        assertEquals(2, nara("data", "--data", file.toString()));
        file = Files.writeString(folder.resolve("train.part"), HEADER + rows(UnusualFilesTest::row));
        assertEquals(0, nara("data", "--data", file.toString()), err);
    }

    @Test
    void wordsForMissingNumbersAreCounted() throws IOException {
        opens(number("nil").getBytes(StandardCharsets.UTF_8));
        assertEquals(0, nara("data", "--data", folder.resolve("log.csv").toString()), err);
        assertTrue(out.contains("4 numbers written as a word for a missing value"), out);
        opens(number("").getBytes(StandardCharsets.UTF_8));
        assertEquals(0, nara("data", "--data", folder.resolve("log.csv").toString()), err);
        assertFalse(out.contains("a word for a missing value"), out);
    }

    @Test
    void aNumberOfTwoSignsIsABadCell() throws IOException {
        String log =
                HEADER + rows(UnusualFilesTest::row).repeat(4) + "u1,i1,--5,1600000000\nu1,i1,\"1,000\",1600000000\n";
        Path file = Files.writeString(folder.resolve("log.csv"), log);
        assertEquals(2, nara("data", "--data", file.toString()));
        assertTrue(err.contains("log.csv:50: "), err);
        assertEquals(0, nara("data", "--data", file.toString(), "--bad-rows", "skip"), err);
        assertTrue(err.contains("Left out 1 row."), err);
    }
}
