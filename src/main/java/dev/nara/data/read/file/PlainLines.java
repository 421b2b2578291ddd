package dev.nara.data.read.file;

import dev.nara.data.DataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The lines of a {@link DataFile#plain plain} file with the positions of their cells, without an object per cell; empty lines are left out.
 * Splits like the CSV parser, at a fraction of the cost.
 */
final class PlainLines implements AutoCloseable {
    /** An upper bound of the length of a plain file's lines, in bytes. */
    static final int LONGEST = 1 << 12;

    private final InputStream in;
    private final byte delimiter;
    private final byte[] bytes = new byte[1 << 16];
    private final int[] bounds = new int[LONGEST + 2];
    private int count;
    private int place;
    private int filled;
    private boolean ended;
    private long line;

    /** Reads from a stream; closing this closes the stream. */
    PlainLines(InputStream in, char delimiter) {
        this.in = in;
        this.delimiter = (byte) delimiter;
    }

    /** The cells of the first lines of a plain file, without the large buffers of the CSV parser: a table may be in thousands of files. */
    static List<List<String>> first(DataFile file, String delimiter, int count) throws DataException {
        List<List<String>> first = new ArrayList<>();
        try (PlainLines lines = new PlainLines(file.bytes(new ByteCounter()), delimiter.charAt(0))) {
            while (first.size() < count && lines.next()) {
                first.add(List.of(lines.texts()));
            }
        } catch (IOException e) {
            throw file.unreadable(e);
        }
        return first;
    }

    /** Moves to the next line; false after the last. */
    boolean next() throws IOException {
        while (place < filled || fill()) {
            if (filled - place <= LONGEST && !ended) {
                fill();
            }
            int start = place;
            split();
            if (bounds[count] > start + 1) {
                return true;
            }
        }
        return false;
    }

    /** Finds the cells of the line that begins here, and moves past its end: a line feed, a carriage return, or both. */
    private void split() {
        int at = place;
        int cells = 0;
        bounds[0] = at;
        while (at < filled && bytes[at] != '\n' && bytes[at] != '\r' && cells < LONGEST) {
            if (bytes[at] == delimiter) {
                bounds[++cells] = at + 1;
            }
            at++;
        }
        count = cells + 1;
        bounds[count] = at + 1;
        line++;
        boolean both = at + 1 < filled && bytes[at] == '\r' && bytes[at + 1] == '\n';
        place = Math.min(filled, at + (both ? 2 : 1));
    }

    /** Moves the remaining bytes to the front and reads more; false at the end. */
    private boolean fill() throws IOException {
        System.arraycopy(bytes, place, bytes, 0, filled - place);
        filled -= place;
        place = 0;
        int read = ended ? -1 : in.read(bytes, filled, bytes.length - filled);
        while (read >= 0 && (filled += read) < LONGEST + 2) {
            read = in.read(bytes, filled, bytes.length - filled);
        }
        ended |= read < 0;
        return filled > 0;
    }

    /** The number of the line, from 1. */
    long line() {
        return line;
    }

    /** The number of cells of the line. */
    int count() {
        return count;
    }

    /** Where a cell begins in {@link #bytes}. */
    int start(int cell) {
        return bounds[cell];
    }

    /** One past its end. */
    int end(int cell) {
        return bounds[cell + 1] - 1;
    }

    /** A byte of the cells. */
    byte at(int index) {
        return bytes[index];
    }

    /** A cell as text. */
    String text(int cell) {
        return new String(bytes, start(cell), end(cell) - start(cell), StandardCharsets.ISO_8859_1);
    }

    /** All cells as texts. */
    String[] texts() {
        String[] texts = new String[count];
        Arrays.setAll(texts, this::text);
        return texts;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
