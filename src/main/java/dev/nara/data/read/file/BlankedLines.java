package dev.nara.data.read.file;

import java.io.IOException;
import java.io.Reader;

/** Removes the content of the first lines, but keeps their line breaks. */
final class BlankedLines extends BlockReader {
    private int left;

    BlankedLines(Reader in, int lines) {
        super(in);
        this.left = lines;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int kept = 0;
        while (kept == 0) {
            int count = in.read(buffer, offset, length);
            if (count <= 0 || left == 0) {
                return count;
            }
            kept = blanked(buffer, offset, count);
        }
        return kept;
    }

    private int blanked(char[] buffer, int offset, int count) {
        int kept = offset;
        for (int i = offset; i < offset + count; i++) {
            if (left == 0 || buffer[i] == '\n') {
                left -= left == 0 ? 0 : 1;
                buffer[kept++] = buffer[i];
            }
        }
        return kept - offset;
    }
}
