package dev.nara.data;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import dev.nara.text.Text;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A delimited UTF-8 text file, read row by row. Accepts a byte-order mark, LF and CRLF, and quotes as in RFC 4180;
 * refuses other encodings, rows that are too short, and files without rows.
 */
public final class DelimitedFile {
    private static final int REPORT_EVERY = 16_384;

    private final Path path;
    private final char delimiter;
    private final List<String> columns;
    private final boolean header;
    private final boolean mayBeEmpty;

    private DelimitedFile(Path path, char delimiter, List<String> columns, boolean header, boolean mayBeEmpty) {
        this.path = path;
        this.delimiter = delimiter;
        this.columns = columns;
        this.header = header;
        this.mayBeEmpty = mayBeEmpty;
    }

    /** A file whose first row must name at least these columns; rows show them in this order. */
    public static DelimitedFile withHeader(Path path, char delimiter, String... columns) {
        return new DelimitedFile(path, delimiter, List.of(columns), true, false);
    }

    /** The same file, but no rows after its header are no error. */
    public DelimitedFile orNoRows() {
        return new DelimitedFile(path, delimiter, columns, header, true);
    }

    /** A file without a header whose columns, in order, mean this. */
    public static DelimitedFile withoutHeader(Path path, char delimiter, String... columns) {
        return new DelimitedFile(path, delimiter, List.of(columns), false, false);
    }

    /** Takes one row. */
    @FunctionalInterface
    public interface RowConsumer {
        /** The row is valid during this call only. */
        void accept(FileRow row) throws DataException;
    }

    /** Reads all rows; progress is in bytes of this file. */
    public void forEach(Progress progress, RowConsumer consumer) throws DataException {
        if (!Files.isRegularFile(path)) {
            throw new DataException(path, Text.of("data.file.missing"), Text.of("data.file.missing.remedy"));
        }
        try (Counted bytes = new Counted(Files.newInputStream(path))) {
            long total = Files.size(path);
            read(bytes, total, progress, consumer);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private void read(Counted bytes, long total, Progress progress, RowConsumer consumer)
            throws IOException, DataException {
        CsvParser parser = parser();
        FileRow row = new FileRow(path, columns);
        try (BufferedReader reader = decoding(bytes)) {
            parser.beginParsing(reader);
            int width = header ? readHeader(parser, row) : columns.size();
            long rows = 0;
            for (String[] cells = parser.parseNext(); cells != null; cells = parser.parseNext()) {
                long line = parser.getContext().currentLine();
                if (cells.length < width) {
                    throw new DataException(
                            path,
                            line,
                            Text.of("data.row.short", cells.length, width),
                            Text.of("data.row.short.remedy"));
                }
                row.set(cells, line);
                consumer.accept(row);
                if (++rows % REPORT_EVERY == 0) {
                    progress.at(Math.min(bytes.read, total), total);
                }
            }
            if (rows == 0 && !mayBeEmpty) {
                throw new DataException(path, Text.of("data.file.empty"), Text.of("data.file.empty.remedy"));
            }
            progress.at(total, total);
        } catch (TextParsingException e) {
            throw translate(e);
        } finally {
            parser.stopParsing();
        }
    }

    /** Finds the wanted columns; returns how many cells the header has. */
    private int readHeader(CsvParser parser, FileRow row) throws DataException {
        String[] names = parser.parseNext();
        if (names == null) {
            throw new DataException(path, Text.of("data.file.empty"), Text.of("data.file.empty.remedy"));
        }
        List<String> found =
                Arrays.stream(names).map(n -> n == null ? "" : n.strip()).toList();
        int[] places = new int[columns.size()];
        for (int c = 0; c < places.length; c++) {
            places[c] = found.indexOf(columns.get(c));
            if (places[c] < 0) {
                throw new DataException(
                        path,
                        1,
                        Text.of("data.column.missing", columns.get(c)),
                        Text.of("data.column.missing.remedy", String.join(", ", columns)));
            }
        }
        row.places(places);
        return names.length;
    }

    private CsvParser parser() {
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(delimiter);
        settings.setLineSeparatorDetectionEnabled(true);
        settings.setReadInputOnSeparateThread(false);
        settings.setMaxCharsPerColumn(1 << 20);
        settings.setMaxColumns(4096);
        settings.setNullValue("");
        settings.setEmptyValue("");
        settings.setSkipEmptyLines(true);
        return new CsvParser(settings);
    }

    private static BufferedReader decoding(InputStream bytes) throws IOException {
        BufferedReader reader = new BufferedReader(
                new InputStreamReader(
                        bytes,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                1 << 16);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private DataException translate(TextParsingException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                return unreadable(io);
            }
        }
        return new DataException(
                path, e.getLineIndex() + 1, Text.of("data.row.broken"), Text.of("data.row.broken.remedy"));
    }

    private DataException unreadable(IOException e) {
        if (e instanceof CharacterCodingException) {
            return new DataException(path, firstBadLine(), Text.of("data.encoding"), Text.of("data.encoding.remedy"));
        }
        return new DataException(
                path,
                Text.of("data.file.unreadable", String.valueOf(e.getMessage())),
                Text.of("data.file.unreadable.remedy"));
    }

    /** The line of the first bytes that are not UTF-8; 0 when it cannot be told. */
    private long firstBadLine() {
        try (BufferedInputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            ByteArrayOutputStream current = new ByteArrayOutputStream();
            long line = 1;
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b != '\n') {
                    current.write(b);
                } else if (isUtf8(current.toByteArray())) {
                    current.reset();
                    line++;
                } else {
                    return line;
                }
            }
            return isUtf8(current.toByteArray()) ? 0 : line;
        } catch (IOException e) {
            return 0;
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Counts the bytes that went through, for progress. */
    private static final class Counted extends FilterInputStream {
        private long read;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            read += Math.max(0, count);
            return count;
        }
    }
}
