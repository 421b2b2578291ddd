package dev.nara.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonObject;
import io.airlift.compress.bzip2.BZip2HadoopStreams;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/**
 * The same log of 30 users with 8 rows each and 25 items, written as people write one, opens without an option and with the same
 * counts; a file that is something else is named.
 */
class EveryKindTest extends CommandLineTest {
    private static final String HEADER = "user_id,item_id,rating,timestamp";

    /** A row of the log. */
    private record Line(int n) {
        String user() {
            return "u" + n / 8;
        }

        String item() {
            return "i" + (n * 7 + n / 8) % 25;
        }

        int rating() {
            return n % 5 + 1;
        }

        long time() {
            return 1_600_000_000L + n * 7919L;
        }

        String plain() {
            return user() + "," + item() + "," + rating() + "," + time();
        }
    }

    private static byte[] text(String header, Function<Line, String> line) {
        return text(header, "\n", StandardCharsets.UTF_8, line);
    }

    private static byte[] text(String header, String end, Charset charset, Function<Line, String> line) {
        String rows = IntStream.range(0, 240)
                .mapToObj(n -> line.apply(new Line(n)) + end)
                .collect(Collectors.joining());
        return ((header.isEmpty() ? "" : header + end) + rows).getBytes(charset);
    }

    private static byte[] plain() {
        return text(HEADER, Line::plain);
    }

    private interface Packing {
        OutputStream around(OutputStream out) throws IOException;
    }

    private static byte[] packed(Packing packing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = packing.around(bytes)) {
            out.write(plain());
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(name));
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> withHeader() {
        Map<String, byte[]> kinds = new LinkedHashMap<>();
        kinds.put("plain.csv", plain());
        kinds.put("bom.csv", text("\uFEFF" + HEADER, Line::plain));
        kinds.put("cr.csv", text(HEADER, "\r", StandardCharsets.UTF_8, Line::plain));
        kinds.put("utf16.csv", text("\uFEFF" + HEADER, "\n", StandardCharsets.UTF_16LE, Line::plain));
        kinds.put("utf16-unmarked.csv", text(HEADER, "\r\n", StandardCharsets.UTF_16LE, Line::plain));
        kinds.put("korean.csv", text("회원번호,콘텐츠ID,평점,시청일시", "\n", Charset.forName("x-windows-949"), Line::plain));
        kinds.put("pandas.csv", text("," + HEADER, row -> row.n() + "," + row.plain()));
        kinds.put("twice.csv", text("user_id,item_id,rating,rating", Line::plain));
        kinds.put("trailing.csv", text(HEADER + ",", row -> row.plain() + ","));
        kinds.put("trailing-rows.csv", text(HEADER, row -> row.plain() + ","));
        kinds.put("trailing-header.csv", text(HEADER + ",", Line::plain));
        kinds.put("quotes.csv", text(HEADER, row -> row.plain().replace(",i", ",\"5 inch i")));
        kinds.put("inch.csv", text(HEADER, row -> row.plain().replace(",i", ",5\" i")));
        kinds.put(
                "spaces.csv", text(HEADER.replace(",", ", "), row -> row.plain().replace(",", ", ")));
        kinds.put(
                "decimal-comma.csv",
                text(
                        HEADER.replace(",", ";"),
                        row -> row.user() + ";" + row.item() + ";" + row.rating() + ",5;" + row.time()));
        kinds.put(
                "thousands.csv",
                text("user_id,item_id,plays", row -> row.user() + "," + row.item() + ",\"1," + (100 + row.n()) + "\""));
        kinds.put(
                "percent.csv",
                text("user_id,item_id,done", row -> row.user() + "," + row.item() + "," + row.n() % 100 + " %"));
        kinds.put(
                "exponent.csv",
                text(
                        HEADER,
                        row -> row.user() + "," + row.item() + "," + row.rating() + ",1.6000" + (10 + row.n() % 90)
                                + "e+09"));
        kinds.put("camel.csv", text("userId,movieId,rating,timestamp", Line::plain));
        kinds.put(
                "isbn.csv",
                text(
                        "\"User-ID\";\"ISBN\";\"Book-Rating\"",
                        row -> "\"" + row.user() + "\";\"" + row.item() + "\";\"" + row.rating() + "\""));
        kinds.put("plays.dat", text("userID\tartistID\tweight", row -> row.user() + "\t" + row.item() + "\t" + 4000));
        kinds.put(
                "events.csv",
                text(
                        "timestamp,visitorid,event,itemid,transactionid",
                        row -> row.time() + "000," + row.user() + ",view," + row.item() + ","));
        kinds.put("thing.csv", text("user_id,thing,stars,when", Line::plain));
        kinds.put("german.csv", text("Kunde,Artikel,Bewertung,Datum", Line::plain));
        kinds.put("german-ids.csv", text("Kundennummer,Artikelnummer,Anzahl,Zeitstempel", Line::plain));
        kinds.put("french.csv", text("Utilisateur,Produit,Note,Date", Line::plain));
        kinds.put("spanish.csv", text("usuario,artículo,calificación,fecha", Line::plain));
        kinds.put("japanese.csv", text("ユーザーID,商品ID,評価,日時", Line::plain));
        kinds.put("chinese.csv", text("用户ID,商品ID,评分,时间", Line::plain));
        kinds.put("mail.csv", text(HEADER, row -> "person+" + row.plain().replaceFirst(",", "@example.org,")));
        kinds.put(
                "dates.csv",
                text(
                        HEADER,
                        row -> row.user() + "," + row.item() + "," + row.rating() + ",2020/09/" + (10 + row.n() % 20)
                                + " 13:29"));
        return kinds;
    }

    private static Map<String, byte[]> withoutHeader() {
        Map<String, byte[]> kinds = new LinkedHashMap<>();
        kinds.put("amazon.csv", text("", Line::plain));
        kinds.put("tabs.txt", text("", row -> row.plain().replace(",", "\t")));
        kinds.put("blanks.txt", text("", row -> row.plain().replace(",", " ")));
        kinds.put("colons.txt", text("", row -> row.plain().replace(",", "::")));
        kinds.put("numbered.csv", text("", row -> row.n() + "," + row.plain()));
        kinds.put(
                "checkins.txt",
                text(
                        "",
                        row -> row.n() / 8 + "\t2020-09-15T02:" + (10 + row.n() % 50) + ":26Z\t30.2359\t-97.7951\t"
                                + row.item().substring(1)));
        kinds.put(
                "products.csv",
                text(
                        "",
                        row -> "B0000000" + (10 + Integer.parseInt(row.item().substring(1))) + ",A00000000"
                                + (10 + row.n() / 8) + "," + row.rating() + ".0," + row.time()));
        kinds.put("behaviour.csv", text("", row -> row.user() + "," + row.item() + ",2520377,pv," + row.time()));
        return kinds;
    }

    private static Map<String, byte[]> packedKinds() throws IOException {
        Map<String, byte[]> kinds = new LinkedHashMap<>();
        kinds.put("plain.csv.gz", packed(GZIPOutputStream::new));
        kinds.put("plain.csv.zst", packed(ZstdOutputStream::new));
        kinds.put("plain.csv.bz2", packed(new BZip2HadoopStreams()::createOutputStream));
        kinds.put("plain.csv.xz", packed(out -> new XZOutputStream(out, new LZMA2Options(0))));
        kinds.put("named-otherwise.csv", packed(ZstdOutputStream::new));
        kinds.put("plain.zip", zip("log.csv", plain()));
        kinds.put("packed-twice.zip", zip("log.csv.xz", packed(out -> new XZOutputStream(out, new LZMA2Options(0)))));
        return kinds;
    }

    @TestFactory
    Stream<DynamicTest> openByThemselves() throws IOException {
        Map<String, byte[]> kinds = withHeader();
        kinds.putAll(withoutHeader());
        kinds.putAll(packedKinds());
        return kinds.entrySet().stream()
                .map(kind -> dynamicTest(kind.getKey(), () -> {
                    Path file = Files.write(folder.resolve(kind.getKey()), kind.getValue());
                    assertEquals(0, nara("data", "--data", file.toString(), "--json"), err);
                    JsonObject facts = json().get(0);
                    assertEquals(30, facts.get("users").getAsInt(), err);
                    assertEquals(25, facts.get("items").getAsInt(), err);
                    assertEquals(240, facts.get("interactions").getAsInt(), err);
                }));
    }

    @TestFactory
    Stream<DynamicTest> areNamedWithARemedy() throws IOException {
        Map<String, byte[]> kinds = new LinkedHashMap<>();
        kinds.put("Excel", zip("xl/workbook.xml", new byte[] {1}));
        kinds.put("SQLite", "SQLite format 3\0....".getBytes(StandardCharsets.US_ASCII));
        kinds.put("pickle", new byte[] {(byte) 0x80, 4, 1, 2});
        kinds.put("Feather", "ARROW1\0\0".getBytes(StandardCharsets.US_ASCII));
        kinds.put("HDF5", new byte[] {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'});
        kinds.put("web page", "\n<!DOCTYPE html><html>".getBytes(StandardCharsets.US_ASCII));
        kinds.put("7z", new byte[] {'7', 'z', (byte) 0xbc, (byte) 0xaf, 0x27, 0x1c});
        kinds.put("PDF", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
        kinds.put("no rows", "\n\n".getBytes(StandardCharsets.US_ASCII));
        return kinds.entrySet().stream()
                .map(kind -> dynamicTest(kind.getKey(), () -> {
                    Path file = Files.write(folder.resolve("file.csv"), kind.getValue());
                    assertEquals(2, nara("data", "--data", file.toString()));
                    assertTrue(err.contains(kind.getKey()), err);
                    assertEquals(1, err.strip().lines().count(), "one message");
                }));
    }

    @Test
    void wherePeopleMustSayItTheColumnsAreListed() throws IOException {
        Path file = Files.write(folder.resolve("abc.csv"), text("a,b,c", row -> row.user() + "," + row.item() + ",x"));
        assertEquals(2, nara("data", "--data", file.toString()));
        assertTrue(err.contains("a (u0, u0, u0); b (i0, i7, i14); c (x, x, x)"), err);
        assertTrue(err.contains("--user and --item"), err);
        assertEquals(0, nara("data", "--data", file.toString(), "--user", "a", "--item", "b"), err);
    }

    @Test
    void numbersAndTimesAloneAreNoLog() throws IOException {
        Path file = Files.write(folder.resolve("two.csv"), text("", row -> row.rating() + "," + row.time()));
        assertEquals(2, nara("data", "--data", file.toString()));
        assertTrue(err.contains("1 (1, 2, 3); 2 (1600000000, 1600007919, 1600015838)"), err);
    }

    @Test
    void whatIsTakenForWhatIsSaidWithThreeRows() throws IOException {
        Path file = Files.write(folder.resolve("plain.csv"), plain());
        assertEquals(0, nara("data", "--data", file.toString(), "--json"), err);
        assertEquals(
                List.of(
                        "Columns read as: user = user_id · item = item_id · time = timestamp · count or rating ="
                                + " rating.",
                        "  user_id    user             by its name  u0          u0          u0",
                        "  item_id    item             by its name  i0          i7          i14",
                        "  rating     count or rating  by its name  1           2           3",
                        "  timestamp  time             by its name  1600000000  1600007919  1600015838"),
                err.lines().limit(5).toList());
    }

    @Test
    void aFolderOfOneArchiveIsTheArchiveAndWhatIsNotReadIsSaid() throws IOException {
        Path inside = Files.createDirectories(folder.resolve("one"));
        Files.write(inside.resolve("data.zip"), zip("log.csv", plain()));
        Files.writeString(inside.resolve("README.txt"), "made up");
        assertEquals(0, nara("data", "--data", inside.toString(), "--json"), err);
        assertEquals(240, json().get(0).get("interactions").getAsInt());
        Path movies = Files.createDirectories(folder.resolve("movies"));
        Files.write(movies.resolve("ratings.csv"), text("userId,movieId,rating,timestamp", row -> row.plain()
                .replaceAll("[ui]", "")));
        Files.writeString(movies.resolve("tags.csv"), "userId,movieId,tag,timestamp\n");
        assertEquals(0, nara("data", "--data", movies.toString()), err);
        assertTrue(out.contains("not read") && out.contains("tags.csv"), out);
    }
}
