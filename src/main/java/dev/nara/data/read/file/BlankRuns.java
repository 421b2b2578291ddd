package dev.nara.data.read.file;

import java.io.IOException;
import java.io.Reader;

/** Replaces consecutive blanks and tabs by one blank, and removes them at the ends of lines. */
final class BlankRuns extends BlockReader {
    /** The delimiter that selects this. */
    static final String DELIMITER = "  ";

    private static final int SIZE = 8192;

    private final char[] taken = new char[SIZE];
    private final char[] made = new char[SIZE + 1];
    private int from;
    private int to;
    private boolean started;
    private boolean due;

    BlankRuns(Reader in) {
        super(in);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        while (from == to) {
            int count = in.read(taken, 0, taken.length);
            if (count < 0) {
                return count;
            }
            make(count);
        }
        int count = Math.min(length, to - from);
        System.arraycopy(made, from, buffer, offset, count);
        from += count;
        return count;
    }

    private void make(int count) {
        from = 0;
        to = 0;
        for (int i = 0; i < count; i++) {
            char c = taken[i];
            if (c == ' ' || c == '\t') {
                due = started;
            } else {
                if (due && c != '\n') {
                    made[to++] = ' ';
                }
                due = false;
                started = c != '\n';
                made[to++] = c;
            }
        }
    }
}
