package dev.nara.battery;

import dev.nara.data.Recipe;
import io.airlift.compress.bzip2.BZip2HadoopStreams;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** The readers of what tables come in: compressed, archived, in workbooks, in other encodings. */
final class PackedParsers {
    private static final String TABLE = DataParsers.rows(
                    "user,item,stars,when\n", "u%1$d,i%2$d,4.5,2020-03-0%2$d 10:00:%3$02d")
            .replace("-010 ", "-10 ");
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    private final DataParsers of;

    PackedParsers(DataParsers of) {
        this.of = of;
    }

    List<Parser> all() {
        byte[] table = TABLE.getBytes(StandardCharsets.UTF_8);
        Recipe said = DataParsers.said("delimited", "user", "item");
        List<Parser> all = new ArrayList<>();
        all.add(of.of("gzip", "a.csv.gz", packed(GZIPOutputStream::new, table), said));
        all.add(of.of("zstd", "a.csv.zst", packed(ZstdOutputStream::new, table), said));
        all.add(of.of("bzip2", "a.csv.bz2", packed(new BZip2HadoopStreams()::createOutputStream, table), said));
        all.add(of.of("xz", "a.csv.xz", packed(out -> new XZOutputStream(out, new LZMA2Options(0)), table), said));
        byte[] tar = tar(table);
        all.add(of.of("tar", "a.tar", tar, said));
        all.add(of.of("tar-gzip", "a.tgz", packed(GZIPOutputStream::new, tar), said));
        all.addAll(workbook());
        for (String encoding : List.of("UTF-16LE", "Shift_JIS", "GB18030", "windows-1252")) {
            all.add(of.of("guessed-" + encoding, "a.csv", letters(encoding), said));
        }
        return all;
    }

    private interface Packing {
        OutputStream around(OutputStream out) throws IOException;
    }

    private static byte[] packed(Packing packing, byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = packing.around(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** Letters that the encoding has and others have not. */
    private static byte[] letters(String encoding) {
        String word =
                switch (encoding) {
                    case "Shift_JIS" -> "ひらがなカタカナ";
                    case "GB18030" -> "中文电影";
                    case "windows-1252" -> "Amélie für Ænima";
                    default -> "그림책";
                };
        return DataParsers.rows("user,item,title\n", "u%1$d,i%2$d," + word + " %2$d")
                .getBytes(Charset.forName(encoding));
    }

    private static byte[] tar(byte[] content) {
        byte[] whole = new byte[512 + (content.length + 511) / 512 * 512 + 1024];
        put(whole, 0, "a.csv");
        put(whole, 100, "0000644");
        put(whole, 124, String.format(Locale.ROOT, "%011o", content.length));
        put(whole, 148, "        ");
        put(whole, 156, "0");
        put(whole, 257, "ustar");
        int sum = 0;
        for (int at = 0; at < 512; at++) {
            sum += whole[at];
        }
        put(whole, 148, String.format(Locale.ROOT, "%06o\0", sum));
        System.arraycopy(content, 0, whole, 512, content.length);
        return whole;
    }

    private static void put(byte[] whole, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, whole, at, bytes.length);
    }

    /** The whole file, and each part packed again. */
    private List<Parser> workbook() {
        Recipe said = DataParsers.said("xlsx", "Who", "What");
        Map<String, String> parts = parts();
        List<Parser> all = new ArrayList<>();
        all.add(of.of("xlsx", "a.xlsx", zip(bytes(parts)), said));
        for (Map.Entry<String, String> part : parts.entrySet()) {
            Parser whole = of.of("xlsx-part", "a.xlsx", new byte[0], said);
            byte[] seed = part.getValue().getBytes(StandardCharsets.UTF_8);
            all.add(new Parser("xlsx/" + part.getKey(), List.of(seed), input -> {
                Map<String, byte[]> broken = bytes(parts);
                broken.put(part.getKey(), input);
                whole.reading().of(zip(broken));
            }));
        }
        return all;
    }

    private static Map<String, String> parts() {
        String cells = "<row><c t=\"inlineStr\"><is><t>u%1$d</t></is></c><c t=\"s\"><v>%2$d</v></c><c><v>4.5</v></c>"
                + "<c s=\"1\"><v>4408%2$d.75</v></c></row>";
        StringBuilder strings = new StringBuilder();
        for (int n = 0; n < 11; n++) {
            strings.append("<si><t>i</t><r><t>").append(n).append("</t></r></si>");
        }
        String titles = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Who</v></c><c r=\"B1\" t=\"str\"><v>What</v></c>"
                + "<c r=\"C1\" t=\"str\"><v>Stars</v></c><c r=\"D1\" t=\"str\"><v>When</v></c></row>";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", HEAD + "<Types/>");
        parts.put(
                "xl/workbook.xml",
                HEAD
                        + "<workbook xmlns:r=\"urn:r\"><sheets><sheet name=\"Log\" sheetId=\"1\""
                        + " r:id=\"rId1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                HEAD + "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put("xl/sharedStrings.xml", HEAD + "<sst>" + strings + "</sst>");
        parts.put(
                "xl/styles.xml",
                HEAD + "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd hh:mm\"/></numFmts>"
                        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>");
        parts.put(
                "xl/worksheets/sheet1.xml",
                HEAD + "<worksheet><sheetData>"
                        + DataParsers.rows(titles, cells).replace("\n", "") + "</sheetData></worksheet>");
        return parts;
    }

    private static Map<String, byte[]> bytes(Map<String, String> parts) {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        parts.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
