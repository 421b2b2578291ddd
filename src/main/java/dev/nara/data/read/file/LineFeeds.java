package dev.nara.data.read.file;

import java.io.IOException;
import java.io.Reader;

/**
 * Turns every end of line (CRLF, CR, LF, mixed in one file) into a single line feed; rejects NUL characters, and removes the end-of-text
 * character.
 */
final class LineFeeds extends BlockReader {
    /** Thrown for a NUL character, which does not occur in text. */
    static final class ZeroCharacter extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** The character that old programs write at the end of a text. */
    private static final char END = '\u001A';

    private boolean afterReturn;

    LineFeeds(Reader in) {
        super(in);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int kept = 0;
        while (kept == 0) {
            int count = in.read(buffer, offset, length);
            if (count < 0) {
                return -1;
            }
            kept = normalised(buffer, offset, count);
        }
        return kept;
    }

    private int normalised(char[] buffer, int offset, int count) throws ZeroCharacter {
        int kept = offset;
        for (int i = offset; i < offset + count; i++) {
            char c = buffer[i];
            if (c == '\0') {
                throw new ZeroCharacter();
            }
            if (c == '\r') {
                buffer[kept++] = '\n';
            } else if (c != END && (c != '\n' || !afterReturn)) {
                buffer[kept++] = c;
            }
            afterReturn = c == '\r';
        }
        return kept - offset;
    }
}
