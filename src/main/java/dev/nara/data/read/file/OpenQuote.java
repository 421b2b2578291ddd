package dev.nara.data.read.file;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.io.IOException;
import java.io.Reader;

/** Detects unclosed quotes: without it, such a quote would swallow the rest of a file without an error. */
final class OpenQuote extends BlockReader {
    private final char delimiter;
    private final boolean on;
    private final boolean escaped;
    private boolean behindEscape;
    private boolean fieldStart = true;
    private boolean quoted;
    private long line = 1;
    private long opened;
    private boolean ended;

    /** Checks quotes only if they are supported: with a delimiter of one character. */
    OpenQuote(Reader in, String delimiter, CellForm.Quotes quotes) {
        super(in);
        this.delimiter = delimiter.charAt(0);
        this.on = quotes != CellForm.Quotes.NONE && delimiter.length() == 1;
        this.escaped = quotes == CellForm.Quotes.ESCAPED;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        ended |= count < 0;
        if (on) {
            for (int i = offset; i < offset + count; i++) {
                look(buffer[i]);
            }
        }
        return count;
    }

    private void look(char c) {
        if (c == '\n') {
            line++;
        }
        if (behindEscape) {
            behindEscape = false;
        } else if (quoted && escaped && c == '\\') {
            behindEscape = true;
        } else if (quoted) {
            // A doubled quote closes and reopens at once, with the same result.
            quoted = c != '"';
            fieldStart = !quoted;
        } else if (c == '"' && fieldStart) {
            quoted = true;
            opened = line;
        } else {
            fieldStart = c == delimiter || c == '\n' || (fieldStart && c <= ' ');
        }
    }

    /** At the end of the file: the line of a quote that is still open, counted from 1; 0 for none. */
    long opened() {
        return quoted ? opened : 0;
    }

    /** Whether a row that ends in a line was swallowed by an unclosed quote. */
    boolean swallowed(long line) {
        return ended && quoted && line >= opened;
    }

    /** Throws if a quote is still open at the end of the file. */
    void check(DataFile file) throws DataException {
        if (quoted) {
            throw new DataException(
                    file.shown(), opened, Text.of("data.quote.open"), Text.of("data.quote.open.remedy"));
        }
    }
}
