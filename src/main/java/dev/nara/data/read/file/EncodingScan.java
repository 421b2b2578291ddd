package dev.nara.data.read.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Detects whether a file has a Unicode encoding, from all its bytes, because its beginning may be plain ASCII. A file that is mostly UTF-8
 * counts as broken UTF-8, not as something else.
 */
final class EncodingScan {
    private long line = 1;
    private long taken;
    private long first;
    private long offset;
    private long evenZeros;
    private long oddZeros;
    private long firstNul;
    private long firstBroken;
    private long valid;
    private long broken;
    private boolean controls;
    private boolean undefined;
    /** The number of missing continuation bytes of the current UTF-8 sequence. */
    private int open;

    /** Whether nothing was found that {@link #plain} excludes, and whether tabs were found. */
    private boolean plain = true;

    private boolean tabs;

    private long lineStart;
    private int lowest = 0x80;
    private int highest = 0xBF;

    /** Scans all bytes of a file, then closes it. */
    static EncodingScan of(InputStream bytes) throws IOException {
        EncodingScan scan = new EncodingScan();
        try (InputStream in = bytes) {
            byte[] buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                scan.take(buffer, count);
            }
        }
        scan.end();
        return scan;
    }

    /** The Unicode encoding, if it has one. */
    Optional<Charset> unicode() {
        if (marked32()) {
            return Optional.of(Charset.forName("UTF-32"));
        }
        if (marked16()) {
            return Optional.of(StandardCharsets.UTF_16);
        }
        if (unmarked16()) {
            return Optional.of(oddZeros > evenZeros ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
        }
        return broken == 0 || valid > broken ? Optional.of(StandardCharsets.UTF_8) : Optional.empty();
    }

    /** The Western European encoding, assuming that it has one: Latin-1, or the Windows variant if its additional characters are used. */
    Charset western() {
        return controls && !undefined ? Charset.forName("windows-1252") : StandardCharsets.ISO_8859_1;
    }

    /** The line of the first zero byte, which occurs only in UTF-16 text, counted from 1; 0 for none. */
    long firstZero() {
        return marked32() || marked16() || unmarked16() ? 0 : firstNul;
    }

    private boolean marked16() {
        long mark = first >> (8 * (Math.min(taken, 4) - 2));
        return taken >= 2 && (mark == 0xFFFE || mark == 0xFEFF);
    }

    private boolean marked32() {
        return taken >= 4 && (first == 0xFFFE0000L || first == 0xFEFF);
    }

    /** Whether it is UTF-16 without a byte-order mark: in mostly ASCII text every second byte is zero, and none of the others. */
    private boolean unmarked16() {
        return Math.min(evenZeros, oddZeros) == 0 && 4 * Math.max(evenZeros, oddZeros) > offset;
    }

    /**
     * Whether all lines are short and have only visible ASCII characters without blanks and quotes, so that they can be split at the
     * delimiter alone.
     */
    boolean plain(char delimiter) {
        return plain && (delimiter == '\t' || (delimiter > ' ' && !tabs));
    }

    /** The line of the first bytes that are not UTF-8, counted from 1; 0 for none. */
    long firstBroken() {
        return firstBroken;
    }

    private void take(byte[] buffer, int count) {
        for (int i = 0; i < count; i++) {
            int b = buffer[i];
            plain &= b != ' ' && b != '"';
            if (b >= 0x20 && open == 0 && taken >= 4) {
                continue;
            }
            if (b == '\n' || b == '\r') {
                plain &= offset + i - lineStart < PlainLines.LONGEST;
                lineStart = offset + i + 1;
            } else {
                tabs |= b == '\t';
                plain &= b > ' ' || b == '\t';
            }
            if (b == 0) {
                evenZeros += (offset + i) % 2 == 0 ? 1 : 0;
                oddZeros += (offset + i) % 2 == 1 ? 1 : 0;
            }
            one(b & 0xFF);
        }
        offset += count;
    }

    private void one(int b) {
        if (taken < 4) {
            first = (first << 8) | b;
        }
        taken++;
        if (b == '\n') {
            line++;
        } else if (b == 0 && firstNul == 0) {
            firstNul = line;
        }
        if (b >= 0x80 && b < 0xA0) {
            controls = true;
            undefined |= b == 0x81 || b == 0x8D || b == 0x8F || b == 0x90 || b == 0x9D;
        }
        utf8(b);
    }

    private void utf8(int b) {
        if (open > 0) {
            if (b >= lowest && b <= highest) {
                open--;
                valid += open == 0 ? 1 : 0;
                lowest = 0x80;
                highest = 0xBF;
                return;
            }
            open = 0;
            lowest = 0x80;
            highest = 0xBF;
            bad();
        }
        if (b < 0x80) {
            return;
        }
        open = b >= 0xC2 && b <= 0xDF ? 1 : b >= 0xE0 && b <= 0xEF ? 2 : b >= 0xF0 && b <= 0xF4 ? 3 : 0;
        if (open == 0) {
            bad();
            return;
        }
        lowest = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
        highest = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
    }

    /** A sequence truncated at the end is also invalid. */
    private void end() {
        plain &= offset - lineStart < PlainLines.LONGEST;
        if (open > 0) {
            bad();
        }
    }

    private void bad() {
        broken++;
        if (firstBroken == 0) {
            firstBroken = line;
        }
    }
}
