package dev.nara.data.read.file;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.read.table.DataRow;
import java.util.ArrayList;
import java.util.List;

/** Reads text files line by line, for formats whose lines differ in width. */
public final class TextLines {
    private TextLines() {}

    /** Takes one line. */
    @FunctionalInterface
    public interface LineConsumer {
        /** The line without its end, and its number, counted from 1. */
        void accept(String line, long number) throws DataException;
    }

    /** Reads all lines; progress is in bytes of the file on disk. */
    public static void forEach(DataFile file, Progress progress, LineConsumer consumer) throws DataException {
        try (LineReader lines = new LineReader(file, progress)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                consumer.accept(line, lines.number());
            }
        }
    }

    /** The first lines that are not blank; fewer at the end of a short file. */
    public static List<String> head(DataFile file, int count) throws DataException {
        List<String> head = new ArrayList<>();
        try (LineReader lines = new LineReader(file, Progress.NONE)) {
            for (String line = lines.next(); line != null && head.size() < count; line = lines.next()) {
                if (!line.isBlank()) {
                    head.add(line);
                }
            }
        }
        return head;
    }

    /** The lines up to the last of a number of non-blank ones, including blank ones in between. */
    public static List<String> through(DataFile file, int count) throws DataException {
        List<String> lines = new ArrayList<>();
        try (LineReader reader = new LineReader(file, Progress.NONE)) {
            for (int left = count; left > 0; ) {
                String line = reader.next();
                if (line == null) {
                    return lines;
                }
                lines.add(line);
                left -= line.isBlank() ? 0 : 1;
            }
        }
        return lines;
    }

    /** A text shortened for a message. */
    public static String shortened(String text) {
        return DataRow.shortened(text);
    }
}
