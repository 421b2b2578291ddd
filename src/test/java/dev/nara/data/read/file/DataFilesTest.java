package dev.nara.data.read.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFilesTest {
    private static final String TABLE = "user,item\n1,a\n2,\"b, c\"\n";

    @TempDir
    private Path folder;

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private Path write(String name, String text) throws IOException {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Path gzip(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(bytes);
        }
        return file;
    }

    private Path zip(String name, String... entries) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String entry : entries) {
                out.putNextEntry(new ZipEntry(entry));
                out.write(TABLE.getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static List<String> items(DataFile file) throws DataException {
        List<String> items = new ArrayList<>();
        DelimitedFile.csv(file, "item").forEach(Progress.NONE, row -> items.add(row.text(0)));
        return items;
    }

    @Test
    void plainAndCompressedAreTheSame() throws Exception {
        List<String> expected = List.of("a", "b, c");
        assertEquals(expected, items(DataFile.of(write("t.csv", TABLE))));
        assertEquals(expected, items(DataFile.of(gzip("t.csv.gz", TABLE.getBytes(StandardCharsets.UTF_8)))));
        assertEquals(expected, items(DataFile.of(gzip("named-otherwise", TABLE.getBytes(StandardCharsets.UTF_8)))));
        DataFiles archive = DataFiles.at(zip("a.zip", "deep/er/t.csv", "t.csv", "__MACOSX/t.csv"));
        assertEquals(2, archive.all().size());
        assertEquals(
                folder.resolve("a.zip").resolve("t.csv"), archive.get("t.csv").shown(), "the shallowest first");
        assertEquals(expected, items(archive.get("T.CSV")));
    }

    private static byte[] tar(String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        byte[] entry = new byte[1024];
        System.arraycopy(name.getBytes(StandardCharsets.UTF_8), 0, entry, 0, name.length());
        byte[] size = String.format(Locale.ROOT, "%011o", bytes.length).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(size, 0, entry, 124, size.length);
        entry[156] = '0';
        System.arraycopy("ustar".getBytes(StandardCharsets.UTF_8), 0, entry, 257, 5);
        System.arraycopy(bytes, 0, entry, 512, bytes.length);
        return entry;
    }

    /** As {@code tar --append} writes a file that has changed. */
    @Test
    void ofANameThatStandsTwiceInATarTheLastCounts() throws Exception {
        byte[] tar = new byte[4096];
        System.arraycopy(tar("t.csv", "user,item\n1,old\n"), 0, tar, 0, 1024);
        System.arraycopy(tar("t.csv", "user,item\n1,new\n"), 0, tar, 1024, 1024);
        DataFiles archive = DataFiles.at(write("a.tar", tar));
        assertEquals(1, archive.all().size());
        assertEquals(List.of("new"), items(archive.get("t.csv")));
    }

    @Test
    void documentsAreNoData() throws Exception {
        for (String name : List.of("README", "readme.txt", "read_me.csv", "ml-README_1.txt")) {
            write(name, TABLE);
        }
        write("user_read_metrics.csv", TABLE);
        write("news_read_messages.csv", TABLE);
        assertEquals(
                List.of("news_read_messages.csv", "user_read_metrics.csv"),
                DataFiles.at(folder, null).data().stream().map(DataFile::name).toList());
    }

    @Test
    void namesAreFoundWithoutTheirCompression() throws Exception {
        gzip("ratings.csv.gz", TABLE.getBytes(StandardCharsets.UTF_8));
        assertTrue(DataFiles.at(folder).find("ratings.csv").isPresent());
        assertEquals(
                "ratings.csv",
                DataFiles.at(folder.resolve("ratings.csv.gz"))
                        .chosen()
                        .orElseThrow()
                        .name());
    }

    @Test
    void aMissingFileIsNamedWhereItShouldBe() throws Exception {
        DataException wrong = assertThrows(
                DataException.class, () -> items(DataFiles.at(folder).get("history.csv")));
        assertTrue(wrong.getMessage().startsWith(folder.resolve("history.csv").toString()), wrong.getMessage());
    }

    @Test
    void columnsAreFoundByNameInAnyCaseAndByNumber() throws Exception {
        DataFile file = DataFile.of(write("t.csv", TABLE));
        List<String> found = new ArrayList<>();
        DelimitedFile.csv(file, "Item", "1").forEach(Progress.NONE, row -> found.add(row.text(1) + row.text(0)));
        assertEquals(List.of("1a", "2b, c"), found);
        DataException wrong = assertThrows(
                DataException.class, () -> DelimitedFile.csv(file, "3").forEach(Progress.NONE, row -> {}));
        assertTrue(wrong.getMessage().contains("user, item"), "it says what the file has: " + wrong.getMessage());
    }

    @Test
    void everyEndOfLineIsOne() throws Exception {
        List<String> expected = List.of("a", "b", "c");
        assertEquals(expected, items(DataFile.of(write("m.csv", "item\r\na\nb\rc\r\n"))));
        assertEquals(expected, items(DataFile.of(write("m.csv", "\uFEFFitem\ra\rb\rc"))));
    }

    @Test
    void encodingsAreFoundOut() throws Exception {
        String korean = "item\n" + "x\n".repeat(50_000) + "노래율동\n동화 나라\n";
        assertEquals(StandardCharsets.UTF_8, DataFile.of(write("u.csv", korean)).charset());
        DataFile ms949 = DataFile.of(write("k.csv", korean.getBytes(Encodings.MS949)));
        assertEquals(Encodings.MS949, ms949.charset(), "although its head is plain ASCII");
        assertEquals("동화 나라", items(ms949).get(50_001));
        DataFile latin = DataFile.of(
                write("l.csv", "item\ncafé\nMüller, naïve\n".replace(",", "").getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals(StandardCharsets.ISO_8859_1, latin.charset());
        assertEquals("café", items(latin).get(0));
        DataFile wide = DataFile.of(write("w.csv", "\uFEFFitem\n동화\n".getBytes(StandardCharsets.UTF_16LE)));
        assertEquals("동화", items(wide).get(0));
    }

    @Test
    void aZeroCharacterIsRefusedInAnyEncoding() throws Exception {
        Path file = write("z.csv", "item\n\0a\nb\n");
        assertThrows(DataException.class, () -> items(DataFile.of(file, StandardCharsets.UTF_8)));
        Path cut = write("c.csv", "item\ncaf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(StandardCharsets.ISO_8859_1, DataFile.of(cut).charset());
    }

    @Test
    void anEncodingCanBeSpecified() throws Exception {
        Path file = write("k.csv", "item\n동화\n".getBytes(Encodings.MS949));
        assertEquals(
                "µ¿È\u00AD",
                items(DataFile.of(file, StandardCharsets.ISO_8859_1)).get(0));
        assertThrows(DataException.class, () -> items(DataFile.of(file, StandardCharsets.UTF_8)));
        assertEquals(Encodings.MS949, Encodings.named("ms949"));
        assertEquals(Encodings.MS949, Encodings.named("cp949"), "what Python calls it");
        assertEquals(Encodings.MS949, Encodings.named("EUC-KR"), "which it contains");
        assertThrows(DataException.class, () -> Encodings.named("klingon"));
    }

    @Test
    void aBombIsRefused() throws Exception {
        Path file = folder.resolve("bomb.csv");
        byte[] zeros = new byte[1 << 20];
        Arrays.fill(zeros, (byte) '0');
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < 80; i++) {
                out.write(zeros);
            }
        }
        DataException wrong = assertThrows(DataException.class, () -> items(DataFile.of(file)));
        assertTrue(wrong.getMessage().contains("200 times"), wrong.getMessage());
    }

    @Test
    void wrongTablesNameTheirLine() throws Exception {
        line(3, "item,b\n1,2\n3\n");
        line(3, "item,b\n1,2\n3,4,5\n");
        line(1, "item,item\n1,2\n");
        line(2, "item,b\n\"1,2\n3,4\n");
        line(3, "item,b\n1,2\n\"3\"4,5\n");
        line(3, "item,b\n1,2\n3,\t\"4\n5,6\n7,8");
        line(2, "item,b\n1,\0\n");
        line(2, "item,b\n" + "1".repeat(2_000_000) + ",2\n");
    }

    private void line(long line, String table) throws IOException {
        DataFile file = DataFile.of(write("broken.csv", table));
        DataException wrong = assertThrows(DataException.class, () -> items(file), table);
        assertEquals(line, wrong.line(), wrong.getMessage());
    }
}
