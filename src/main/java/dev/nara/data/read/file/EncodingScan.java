package dev.nara.data.read.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Finds out in which encoding a file is written, from all of its bytes: its head alone may be plain ASCII. UTF-8 where
 * the bytes are that; MS949 (which contains EUC-KR) where most of the others are its common Hangul; else Latin-1. A file
 * that is mostly UTF-8 counts as broken UTF-8, not as something else.
 */
final class EncodingScan {
    private long line = 1;
    private long taken;
    private int first;
    private boolean utf16;
    private long offset;
    private long evenZeros;
    private long oddZeros;
    private long firstNul;
    private long firstBroken;
    private long valid;
    private long broken;
    private long high;
    private long hangul;
    /** Continuation bytes still to come of a UTF-8 sequence. */
    private int open;

    private int lowest = 0x80;
    private int highest = 0xBF;
    private int before;
    private boolean paired;

    /** Goes over all bytes of a file, then closes it. */
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

    /** The encoding that the bytes speak for. */
    Charset charset() {
        if (utf16) {
            return StandardCharsets.UTF_16;
        }
        if (unmarked16()) {
            return oddZeros > evenZeros ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        }
        if (broken == 0 || valid > broken) {
            return StandardCharsets.UTF_8;
        }
        return 2 * hangul > high ? Encodings.MS949 : StandardCharsets.ISO_8859_1;
    }

    /** The line of the first zero byte, which no text has but in UTF-16, counted from 1; 0 for none. */
    long firstZero() {
        return utf16 || unmarked16() ? 0 : firstNul;
    }

    /** UTF-16 without a mark: of what is mostly ASCII every second byte is zero, and none of the others. */
    private boolean unmarked16() {
        return Math.min(evenZeros, oddZeros) == 0 && 4 * Math.max(evenZeros, oddZeros) > offset;
    }

    /** The line of the first bytes that are no UTF-8, counted from 1; 0 for none. */
    long firstBroken() {
        return firstBroken;
    }

    private void take(byte[] buffer, int count) {
        for (int i = 0; i < count; i++) {
            int b = buffer[i];
            if (b >= 0x20 && open == 0 && before < 0x80 && taken > 1) {
                before = b;
                continue;
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
        if (taken < 2) {
            first = taken == 0 ? b : (first << 8) | b;
            utf16 = taken == 1 && (first == 0xFFFE || first == 0xFEFF);
        }
        taken++;
        if (b == '\n') {
            line++;
        } else if (b == 0 && firstNul == 0) {
            firstNul = line;
        }
        utf8(b);
        korean(b);
        before = b;
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

    /** A sequence that the end cuts off is broken, too. */
    private void end() {
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

    /** Two bytes of the common Hangul block of KS X 1001: lead B0 to C8, trail A1 to FE. */
    private void korean(int b) {
        if (b < 0x80) {
            paired = false;
            return;
        }
        high++;
        if (!paired && before >= 0xB0 && before <= 0xC8 && b >= 0xA1 && b <= 0xFE) {
            hangul += 2;
            paired = true;
        } else {
            paired = false;
        }
    }
}
