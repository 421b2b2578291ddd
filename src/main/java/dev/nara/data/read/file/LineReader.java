package dev.nara.data.read.file;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.text.Text;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Reads a text file line by line, on demand. Throws for lines of more than 64 million characters. */
public final class LineReader implements AutoCloseable {
    private static final int LONGEST = 1 << 26;
    private static final int REPORT_EVERY = 1024;

    private final DataFile file;
    private final Progress progress;
    private final ByteCounter counter = new ByteCounter();
    private final Reader text;
    private final char[] buffer = new char[1 << 16];
    private int place;
    private int filled;
    private long number;

    /** Opens the file; progress is in bytes of it on disk. */
    public LineReader(DataFile file, Progress progress) throws DataException {
        this.file = file;
        this.progress = progress;
        try {
            text = file.reader(counter);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    /** The next line without its end; null at the end of the file. */
    public @Nullable String next() throws DataException {
        StringBuilder line = new StringBuilder();
        boolean any = false;
        while (place < filled || fill()) {
            any = true;
            int end = place;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            line.append(buffer, place, end - place);
            if (line.length() > LONGEST) {
                throw new DataException(
                        file.shown(), number + 1, Text.of("data.line.long"), Text.of("data.line.long.remedy"));
            }
            place = Math.min(end + 1, filled);
            if (end < filled) {
                break;
            }
        }
        if (!any) {
            progress.at(counter.total(), counter.total());
            return null;
        }
        number++;
        if (number % REPORT_EVERY == 0) {
            progress.at(counter.read(), counter.total());
        }
        return line.toString();
    }

    /** The number of the line that was last returned, from 1. */
    public long number() {
        return number;
    }

    private boolean fill() throws DataException {
        try {
            place = 0;
            filled = Math.max(0, text.read(buffer));
            return filled > 0;
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    @Override
    public void close() throws DataException {
        try {
            text.close();
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }
}
