package dev.nara.data.read.file;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.read.table.DataRow;
import dev.nara.text.Text;
import java.io.IOException;
import java.io.Reader;

/** A text file line by line, for formats whose lines differ in width. */
public final class TextLines {
    private static final int LONGEST = 1 << 26;
    private static final int REPORT_EVERY = 1024;

    private TextLines() {}

    /** Takes one line. */
    @FunctionalInterface
    public interface LineConsumer {
        /** The line without its end, and its number, counted from 1. */
        void accept(String line, long number) throws DataException;
    }

    /** Reads all lines; progress is in bytes of the file on disk. */
    public static void forEach(DataFile file, Progress progress, LineConsumer consumer) throws DataException {
        ByteCounter counter = new ByteCounter();
        char[] buffer = new char[1 << 16];
        StringBuilder line = new StringBuilder();
        long number = 1;
        try (Reader text = file.reader(counter)) {
            for (int count = text.read(buffer); count >= 0; count = text.read(buffer)) {
                int from = 0;
                for (int i = 0; i < count; i++) {
                    if (buffer[i] == '\n') {
                        consumer.accept(line.append(buffer, from, i - from).toString(), number++);
                        line.setLength(0);
                        from = i + 1;
                        if (number % REPORT_EVERY == 0) {
                            progress.at(counter.read(), counter.total());
                        }
                    }
                }
                line.append(buffer, from, count - from);
                if (line.length() > LONGEST) {
                    throw new DataException(
                            file.shown(), number, Text.of("data.line.long"), Text.of("data.line.long.remedy"));
                }
            }
            if (line.length() > 0) {
                consumer.accept(line.toString(), number);
            }
            progress.at(counter.total(), counter.total());
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    /** The beginning of a text that may be long, for a message. */
    public static String shortened(String text) {
        return DataRow.shortened(text);
    }
}
