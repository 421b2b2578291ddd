package dev.nara.data.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.data.ColumnRoles;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Preparation;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Some hundreds of broken inputs, each format broken in each way. Reading one ends in a single message that names the
 * file, or, where what is left is still a dataset of that format, in a dataset with exactly the rows of the file; never in
 * another exception, a hang, or a part of the rows.
 */
class BrokenInputTest {
    private static final Datasets DATASETS = TestServices.on(Path.of("target")).datasets();
    private static final int ROWS = 60;

    @TempDir
    private Path folder;

    /** A way to break a file, and whether nothing but a message can come of it. */
    private record Breakage(String name, boolean fatal, Change change) {}

    private interface Change {
        byte[] of(byte[] file, SplittableRandom random) throws IOException;
    }

    /** A format: its files, the one with the log rows first. */
    private record Format(String name, char delimiter, Map<String, String> files, Recipe recipe) {}

    private static List<Format> formats() {
        List<Format> formats = new ArrayList<>();
        formats.add(new Format("ncf", '\t', Map.of("t.train.rating", rows("", "%d\t%d\t4\t%d")), Recipe.USUAL));
        formats.add(
                new Format("movielens-100k", '\t', Map.of("u.data", rows("", "%d\t%d\t4\t97830%04d")), Recipe.USUAL));
        formats.add(
                new Format("movielens-1m", ':', Map.of("ratings.dat", rows("", "%d::%d::4::97830%04d")), Recipe.USUAL));
        formats.add(new Format(
                "movielens-csv",
                ',',
                Map.of("ratings.csv", rows("userId,movieId,rating,timestamp\n", "%d,%d,3.5,97830%04d")),
                Recipe.USUAL));
        formats.add(new Format(
                "recbole",
                '\t',
                Map.of(
                        "t.inter",
                        rows("user_id:token\titem_id:token\trating:float\ttimestamp:float\n", "%d\t%d\t4\t97830%04d")),
                Recipe.USUAL));
        formats.add(new Format("lightgcn", ' ', Map.of("train.txt", rows("", "%d %d 7%d")), Recipe.USUAL));
        formats.add(new Format(
                "delimited",
                ';',
                Map.of("log.csv", rows("who;what;note;when\n", "u%d;\"i;%d\";n;97830%04d")),
                new Recipe(
                        "delimited",
                        "",
                        new ColumnRoles(";", true, "who", "what", "when", List.of(), List.of(), List.of("note")),
                        Preparation.NONE)));
        formats.add(service());
        return formats;
    }

    private static String rows(String header, String shape) {
        StringBuilder text = new StringBuilder(header);
        for (int r = 0; r < ROWS; r++) {
            text.append(String.format(Locale.ROOT, shape, r / 6, r % 11, r)).append('\n');
        }
        return text.toString();
    }

    private static Format service() {
        Map<String, String> files = new LinkedHashMap<>();
        StringBuilder profiles = new StringBuilder("profile_id,sex,age,pr_interest_keyword_cd_1,"
                + "pr_interest_keyword_cd_2,pr_interest_keyword_cd_3,ch_interest_keyword_cd_1,"
                + "ch_interest_keyword_cd_2,ch_interest_keyword_cd_3\n");
        StringBuilder meta = new StringBuilder("album_id,title,sub_title,genre_large,genre_mid,genre_small,country,"
                + "run_time,onair_date,cast_1,cast_2,cast_3,cast_4,cast_5,cast_6,cast_7\n");
        for (int i = 0; i < 11; i++) {
            profiles.append(i).append(",F,5,P01,,,K01,,\n");
            meta.append(i).append(",\"이야기, ").append(i).append("화\",,키즈,책,,한국,300,,,,,,,,\n");
        }
        files.put(
                "history_data.csv",
                rows(
                        "profile_id,ss_id,log_time,act_target_dtl,album_id,payment,continuous_play,short_trailer\n",
                        "%1$d,20220301080000,202203010800%3$02d,MKID003,%2$d,,N,N"));
        files.put("profile_data.csv", profiles.toString());
        files.put("meta_data.csv", meta.toString());
        files.put("sample_submission.csv", "profile_id,predicted_list\n3,[0]\n5,[0]\n");
        return new Format("service", ',', files, Recipe.USUAL);
    }

    private static List<Breakage> breakages(char delimiter) {
        List<Breakage> ways = new ArrayList<>();
        String cell = Character.toString(delimiter);
        ways.add(new Breakage("empty", true, (file, random) -> new byte[0]));
        ways.add(new Breakage("blank lines", true, (file, random) -> "\n\n\r\n".getBytes(StandardCharsets.UTF_8)));
        ways.add(new Breakage("zero bytes", true, (file, random) -> new byte[5000]));
        ways.add(new Breakage("noise", true, (file, random) -> noise(5000, random)));
        ways.add(new Breakage("a zero byte", true, (file, random) -> replaced(file, lineMiddle(file, 20), (byte) 0)));
        ways.add(new Breakage("an image", true, (file, random) -> png()));
        for (int i = 0; i < 4; i++) {
            double share = 0.2 + 0.2 * i;
            ways.add(new Breakage(
                    "cut " + i, false, (file, random) -> Arrays.copyOf(file, (int) (file.length * share) + 1)));
            ways.add(new Breakage("flipped bit " + i, false, BrokenInputTest::flipped));
            ways.add(new Breakage("gzip cut " + i, true, (file, random) -> {
                byte[] packed = gzip(file);
                return Arrays.copyOf(packed, (int) (packed.length * share));
            }));
        }
        ways.add(new Breakage("gzip with a flipped bit", true, (file, random) -> {
            byte[] packed = gzip(file);
            packed[packed.length - 6] ^= 4;
            return packed;
        }));
        ways.add(new Breakage("bomb", true, (file, random) -> bomb()));
        ways.add(new Breakage(
                "a long cell", true, (file, random) -> inserted(file, 20, "9".repeat(2 << 20) + "x" + cell)));
        ways.add(new Breakage("a word for a number", true, (file, random) -> inserted(file, 20, "nonsense\n")));
        ways.add(new Breakage("mixed ends of line", false, (file, random) -> mixedEnds(file)));
        ways.add(new Breakage("byte-order mark", false, (file, random) -> inserted(file, 0, "\uFEFF")));
        ways.add(new Breakage(
                "UTF-16", false, (file, random) -> ("\uFEFF" + text(file)).getBytes(StandardCharsets.UTF_16LE)));
        ways.add(new Breakage("no last end of line", false, (file, random) -> Arrays.copyOf(file, file.length - 1)));
        ways.add(new Breakage("another delimiter", true, (file, random) -> text(file)
                .replace(cell, "~")
                .getBytes(StandardCharsets.UTF_8)));
        return ways;
    }

    private static List<Breakage> ofTables(char delimiter) {
        List<Breakage> ways = new ArrayList<>();
        String cell = Character.toString(delimiter);
        ways.add(new Breakage("a row too short", true, (file, random) -> inserted(file, 20, "1\n")));
        ways.add(new Breakage(
                "a row too long", true, (file, random) -> inserted(file, 20, ("1" + cell).repeat(40) + "1\n")));
        return ways;
    }

    private static List<Breakage> ofHeaders(char delimiter) {
        List<Breakage> ways = new ArrayList<>();
        String cell = Character.toString(delimiter);
        ways.add(new Breakage("a header named twice", true, (file, random) -> {
            String all = text(file);
            int end = all.indexOf('\n');
            String first = all.substring(0, all.indexOf(cell));
            return (first + cell + all.substring(0, end) + all.substring(end)).getBytes(StandardCharsets.UTF_8);
        }));
        ways.add(new Breakage("no header", true, (file, random) -> text(file)
                .substring(text(file).indexOf('\n') + 1)
                .getBytes(StandardCharsets.UTF_8)));
        ways.add(new Breakage("header alone", true, (file, random) -> text(file)
                .substring(0, text(file).indexOf('\n') + 1)
                .getBytes(StandardCharsets.UTF_8)));
        return ways;
    }

    private static List<Breakage> ofQuotes() {
        return List.of(
                new Breakage("a quote left open", true, (file, random) -> inserted(file, 20, "\"")),
                new Breakage("a quote closed too early", true, (file, random) -> inserted(file, 20, "\"3\"4")));
    }

    @TestFactory
    Stream<DynamicTest> everyFormatBrokenInEveryWay() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Format format : formats()) {
            List<Breakage> ways = new ArrayList<>(breakages(format.delimiter()));
            boolean header = !text(log(format)).matches("(?s)\\d.*");
            ways.addAll(format.name().equals("lightgcn") ? List.of() : ofTables(format.delimiter()));
            ways.addAll(header ? ofHeaders(format.delimiter()) : List.of());
            ways.addAll(format.name().matches("movielens-csv|delimited|service") ? ofQuotes() : List.of());
            for (Breakage way : ways) {
                tests.add(DynamicTest.dynamicTest(format.name() + ": " + way.name(), () -> check(format, way)));
            }
            tests.add(DynamicTest.dynamicTest(format.name() + ": a folder in its place", () -> folderInPlace(format)));
        }
        assertTrue(tests.size() >= 200, tests.size() + " broken inputs");
        return tests.stream();
    }

    private static byte[] log(Format format) {
        return format.files().values().iterator().next().getBytes(StandardCharsets.UTF_8);
    }

    private static String logName(Format format) {
        return format.files().keySet().iterator().next();
    }

    private void check(Format format, Breakage way) throws IOException {
        Path place = Files.createTempDirectory(folder, "broken");
        for (Map.Entry<String, String> file : format.files().entrySet()) {
            Files.writeString(place.resolve(file.getKey()), file.getValue());
        }
        byte[] broken =
                way.change().of(log(format), new SplittableRandom(way.name().hashCode()));
        Files.write(place.resolve(logName(format)), broken);
        Path path = format.name().equals("delimited") ? place.resolve(logName(format)) : place;
        Object outcome = Assertions.assertTimeoutPreemptively(Duration.ofMinutes(2), () -> outcome(path, format));
        if (outcome instanceof DataException wrong) {
            String message = wrong.message(Locale.ENGLISH);
            assertTrue(message.startsWith(place.toString()), message);
            assertFalse(message.contains("Exception"), message);
            assertFalse(wrong.message(Locale.KOREAN).equals(message), message);
        } else {
            assertFalse(way.fatal(), "should have been refused");
            assertEquals(
                    rowsIn(broken, format), ((Dataset) outcome).interactions().size(), "rows");
        }
    }

    private static Object outcome(Path path, Format format) {
        try {
            return DATASETS.read(path, format.recipe(), Progress.NONE);
        } catch (DataException e) {
            return e;
        }
    }

    private void folderInPlace(Format format) throws IOException {
        Path place = Files.createTempDirectory(folder, "folder");
        for (String name : format.files().keySet()) {
            Files.createDirectories(place.resolve(name));
        }
        assertTrue(outcome(place, format) instanceof DataException);
    }

    /** The rows of a file that is still whole text, counted as plainly as can be. */
    private static int rowsIn(byte[] file, Format format) {
        String text = file.length > 1 && file[0] == (byte) 0xFF
                ? new String(file, StandardCharsets.UTF_16)
                : new String(file, StandardCharsets.UTF_8);
        long lines = text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace("\uFEFF", "")
                .lines()
                .filter(l -> !l.isBlank())
                .count();
        boolean header = !text.replace("\uFEFF", "").matches("(?s)\\d.*");
        if (format.name().equals("lightgcn")) {
            return (int) text.replace("\uFEFF", "")
                    .lines()
                    .mapToLong(l -> Math.max(0, l.strip().split("\\s+", -1).length - 1))
                    .sum();
        }
        return (int) lines - (header ? 1 : 0);
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }

    private static byte[] noise(int length, SplittableRandom random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] png() {
        byte[] bytes = new byte[64];
        byte[] head = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        System.arraycopy(head, 0, bytes, 0, head.length);
        return bytes;
    }

    private static int lineStart(byte[] file, int line) {
        int place = 0;
        for (int seen = 0; seen < line; place++) {
            seen += file[place] == '\n' ? 1 : 0;
        }
        return place;
    }

    private static int lineMiddle(byte[] file, int line) {
        return lineStart(file, line) + 3;
    }

    private static byte[] replaced(byte[] file, int place, byte value) {
        byte[] changed = file.clone();
        changed[place] = value;
        return changed;
    }

    private static byte[] inserted(byte[] file, int line, String text) {
        int place = lineStart(file, line);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, place);
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        out.write(file, place, file.length - place);
        return out.toByteArray();
    }

    private static byte[] flipped(byte[] file, SplittableRandom random) {
        int place = random.nextInt(file.length);
        return replaced(file, place, (byte) (file[place] ^ (1 << random.nextInt(8))));
    }

    private static byte[] mixedEnds(byte[] file) {
        StringBuilder mixed = new StringBuilder();
        int line = 0;
        for (char c : text(file).toCharArray()) {
            mixed.append(c == '\n' ? List.of("\n", "\r\n", "\r").get(line++ % 3) : Character.toString(c));
        }
        return mixed.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(file);
        }
        return bytes.toByteArray();
    }

    private static byte[] bomb() throws IOException {
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, (byte) '1');
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 80; i++) {
                out.write(block);
            }
        }
        return bytes.toByteArray();
    }
}
