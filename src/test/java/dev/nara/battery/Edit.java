package dev.nara.battery;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One way to break a file at one place.
 *
 * @param at where, as a share of its length, 0 … 1
 * @param length how much of it, in bytes; at least 1
 * @param choice which bit, which byte or which text; at least 0
 */
public record Edit(Kind kind, double at, int length, int choice) {
    private static final int LONGEST = 1 << 22;

    /** What happens to the place. */
    public enum Kind {
        FLIP,
        SET,
        CUT,
        ZERO,
        REMOVE,
        REPEAT,
        SWAP,
        NUMBER,
        TEXT,
        MOVE_LINE
    }

    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "1e308",
            "1e999999999",
            "-1e-999999999",
            "NaN",
            "Infinity",
            "2147483648",
            "-2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "99999999999999999999999999999999999999",
            "0x10",
            "1_0",
            "٣",
            "1,5",
            "");

    private static final List<String> TEXTS = List.of(
            "\0",
            "\u202E\u2066",
            "\uFEFF",
            "null",
            "{}",
            "[]",
            "\"",
            "'",
            "\n",
            "\r",
            "\t\t",
            " ".repeat(30_000),
            "a".repeat(100_000),
            "[".repeat(10_000),
            "{\"a\":".repeat(10_000),
            "../../../../x",
            "/dev/null",
            "=1+1",
            "<script>",
            "%s%n{0}",
            "${jndi:x}",
            "\uD83D",
            "가나다",
            "\u001B[2J",
            "-".repeat(5_000),
            "1".repeat(20_000),
            "(a+)+$",
            "1970-13-45T99:99:99Z");

    /** Some edit. */
    static Edit random(SplittableRandom random) {
        Kind[] kinds = Kind.values();
        return new Edit(
                kinds[random.nextInt(kinds.length)], random.nextDouble(), 1 + random.nextInt(64), random.nextInt(1024));
    }

    /** The file with that place broken; at most some mebibytes long. */
    byte[] of(byte[] file) {
        int from = (int) Math.min(file.length, at * file.length);
        int to = Math.min(file.length, from + length);
        byte[] part = Arrays.copyOfRange(file, from, to);
        byte[] broken =
                switch (kind) {
                    case FLIP -> changed(file, from, (byte) (1 << (choice % 8)), true);
                    case SET -> changed(file, from, (byte) choice, false);
                    case CUT -> Arrays.copyOf(file, from);
                    case ZERO -> joined(file, from, new byte[to - from], to);
                    case REMOVE -> joined(file, from, new byte[0], to);
                    case REPEAT -> joined(file, from, repeated(part, 2 + choice % 30), to);
                    case SWAP -> swapped(file, from, to);
                    case NUMBER -> number(file, from);
                    case TEXT ->
                        joined(file, from, utf8(TEXTS.get(choice % TEXTS.size())), choice % 2 == 0 ? from : to);
                    case MOVE_LINE -> lineMoved(file, from);
                };
        return broken.length > LONGEST ? Arrays.copyOf(broken, LONGEST) : broken;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] changed(byte[] file, int at, byte bits, boolean flip) {
        byte[] changed = file.clone();
        if (at < changed.length) {
            changed[at] = (byte) (flip ? changed[at] ^ bits : bits);
        }
        return changed;
    }

    private static byte[] joined(byte[] file, int from, byte[] middle, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, from);
        out.writeBytes(middle);
        out.write(file, to, file.length - to);
        return out.toByteArray();
    }

    private static byte[] repeated(byte[] part, int times) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int n = 0; n < times; n++) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** The place and the bytes after it change places. */
    private static byte[] swapped(byte[] file, int from, int to) {
        int end = Math.min(file.length, to + (to - from));
        byte[] swapped = file.clone();
        System.arraycopy(file, to, swapped, from, end - to);
        System.arraycopy(file, from, swapped, from + end - to, to - from);
        return swapped;
    }

    /** The next number of the file is another one. */
    private byte[] number(byte[] file, int at) {
        int from = at;
        while (from < file.length && !digit(file[from])) {
            from++;
        }
        int to = from;
        while (to < file.length && digit(file[to])) {
            to++;
        }
        return joined(file, from, utf8(NUMBERS.get(choice % NUMBERS.size())), to);
    }

    private static boolean digit(byte b) {
        return b >= '0' && b <= '9';
    }

    /** A line stands at the end of the file. */
    private static byte[] lineMoved(byte[] file, int at) {
        int from = at;
        while (from > 0 && file[from - 1] != '\n') {
            from--;
        }
        int to = at;
        while (to < file.length && file[to] != '\n') {
            to++;
        }
        to = Math.min(file.length, to + 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(joined(file, from, new byte[0], to));
        out.write(file, from, to - from);
        return out.toByteArray();
    }
}
