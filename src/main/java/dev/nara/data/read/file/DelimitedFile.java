package dev.nara.data.read.file;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.text.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A delimited text file, read row by row. Accepts a byte-order mark, LF and CRLF, and quotes as in RFC 4180; refuses
 * rows that are not as wide as the others, quotes that do not match, headers that name a column twice, and files
 * without rows.
 */
public final class DelimitedFile {
    private static final int REPORT_EVERY = 16_384;
    private static final int LONGEST_CELL = 1 << 20;
    private static final int MOST_COLUMNS = 4096;

    private final DataFile file;
    private final String delimiter;
    private final List<String> columns;
    private final boolean header;
    private final boolean mayBeEmpty;
    private final boolean quotes;
    private final boolean numbered;

    private DelimitedFile(
            DataFile file,
            String delimiter,
            List<String> columns,
            boolean header,
            boolean mayBeEmpty,
            boolean quotes,
            boolean numbered) {
        this.file = file;
        this.delimiter = delimiter;
        this.columns = columns;
        this.header = header;
        this.mayBeEmpty = mayBeEmpty;
        this.quotes = quotes;
        this.numbered = numbered;
    }

    /** A file whose first row must name at least these columns, or whose columns are given by number; rows show them in this order. */
    public static DelimitedFile withHeader(DataFile file, String delimiter, String... columns) {
        return new DelimitedFile(file, delimiter, List.of(columns), true, false, true, false);
    }

    /** A comma-separated file with such a header. */
    public static DelimitedFile csv(DataFile file, String... columns) {
        return withHeader(file, ",", columns);
    }

    /** A comma-separated file with such a header. */
    public static DelimitedFile csv(Path file, String... columns) {
        return csv(DataFile.of(file), columns);
    }

    /** A file without a header whose columns, in order, mean this. Rows may have more. */
    public static DelimitedFile withoutHeader(DataFile file, String delimiter, String... columns) {
        return new DelimitedFile(file, delimiter, List.of(columns), false, false, true, false);
    }

    /** A file without a header, whose columns are wanted by number, counted from 1, in this order. */
    public static DelimitedFile byNumber(DataFile file, String delimiter, List<String> numbers) throws DataException {
        for (String number : numbers) {
            if (!number.matches("[1-9]\\d{0,3}")) {
                throw new DataException(
                        file.shown(), Text.of("data.column.number", number), Text.of("data.column.number.remedy"));
            }
        }
        return new DelimitedFile(file, delimiter, numbers, false, false, true, true);
    }

    /** The same file, but no rows after its header are no error. */
    public DelimitedFile orNoRows() {
        return new DelimitedFile(file, delimiter, columns, header, true, quotes, numbered);
    }

    /** The same file, but quotes are letters as any other. */
    public DelimitedFile withoutQuotes() {
        return new DelimitedFile(file, delimiter, columns, header, mayBeEmpty, false, numbered);
    }

    /** Takes one row. */
    @FunctionalInterface
    public interface RowConsumer {
        /** The row is valid during this call only. */
        void accept(FileRow row) throws DataException;
    }

    /** Reads all rows; progress is in bytes of the file on disk. */
    public void forEach(Progress progress, RowConsumer consumer) throws DataException {
        ByteCounter counter = new ByteCounter();
        try (OpenQuote text = new OpenQuote(file.reader(counter), delimiter, quotes)) {
            read(text, counter, progress, consumer);
        } catch (IOException e) {
            throw file.unreadable(e);
        } catch (TextParsingException e) {
            throw translate(e);
        }
    }

    private void read(OpenQuote text, ByteCounter counter, Progress progress, RowConsumer consumer)
            throws DataException {
        CsvParser parser = parser();
        FileRow row = new FileRow(file.shown(), columns);
        try {
            parser.beginParsing(text);
            int width = header ? readHeader(parser, row) : 0;
            int least = numbered ? numberedPlaces(row) : columns.size();
            long rows = 0;
            for (String[] cells = parser.parseNext(); cells != null; cells = parser.parseNext()) {
                long line = parser.getContext().currentLine();
                width = width == 0 ? Math.max(cells.length, least) : width;
                if (cells.length != width) {
                    text.check(file);
                    throw width(cells.length, width, line);
                }
                row.set(cells, line);
                consumer.accept(row);
                if (++rows % REPORT_EVERY == 0) {
                    progress.at(counter.read(), counter.total());
                }
            }
            text.check(file);
            if (rows == 0 && !mayBeEmpty) {
                throw empty();
            }
            progress.at(counter.total(), counter.total());
        } finally {
            parser.stopParsing();
        }
    }

    /** Turns the numbers of columns into places; returns how wide a row must at least be. */
    private int numberedPlaces(FileRow row) {
        int[] places = columns.stream().mapToInt(n -> Integer.parseInt(n) - 1).toArray();
        row.places(places);
        return Arrays.stream(places).max().orElse(0) + 1;
    }

    private DataException width(int found, int wanted, long line) {
        return found < wanted
                ? new DataException(
                        file.shown(), line, Text.of("data.row.short", found, wanted), Text.of("data.row.short.remedy"))
                : new DataException(
                        file.shown(), line, Text.of("data.row.long", found, wanted), Text.of("data.row.long.remedy"));
    }

    private DataException empty() {
        return new DataException(file.shown(), Text.of("data.file.empty"), Text.of("data.file.empty.remedy"));
    }

    /** The names in the first row. */
    public List<String> header() throws DataException {
        List<List<String>> first = head(1);
        if (first.isEmpty()) {
            throw empty();
        }
        return first.get(0).stream().map(String::strip).toList();
    }

    /** The first rows as they are split into cells, the header among them; none at the end of a short file. */
    public List<List<String>> head(int rows) throws DataException {
        List<List<String>> head = new ArrayList<>();
        CsvParser parser = parser();
        try (BufferedReader text = file.reader(new ByteCounter())) {
            parser.beginParsing(text);
            for (int r = 0; r < rows; r++) {
                String[] cells = parser.parseNext();
                if (cells == null) {
                    break;
                }
                head.add(List.of(cells));
            }
        } catch (IOException e) {
            throw file.unreadable(e);
        } catch (TextParsingException e) {
            throw translate(e);
        } finally {
            parser.stopParsing();
        }
        return head;
    }

    /** The first cells of a wanted column that are not empty, without blanks at their ends; none where there is no such column. */
    public List<String> cells(int column, int rows) throws DataException {
        List<List<String>> head = head(rows + 1);
        if (head.isEmpty()) {
            return List.of();
        }
        String wanted = columns.get(column);
        int place = header
                ? place(head.get(0).stream().map(String::strip).toList(), wanted)
                : numbered ? Integer.parseInt(wanted) - 1 : column;
        return head.stream()
                .skip(header ? 1 : 0)
                .filter(row -> place >= 0 && place < row.size())
                .map(row -> row.get(place).strip())
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    /** Finds the wanted columns; returns how many cells the header has. */
    private int readHeader(CsvParser parser, FileRow row) throws DataException {
        String[] names = parser.parseNext();
        if (names == null) {
            throw empty();
        }
        List<String> found = Arrays.stream(names).map(String::strip).toList();
        Set<String> seen = new HashSet<>();
        for (String name : found) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw new DataException(
                        file.shown(), 1, Text.of("data.column.twice", name), Text.of("data.column.twice.remedy"));
            }
        }
        int[] places = new int[columns.size()];
        for (int c = 0; c < places.length; c++) {
            places[c] = place(found, columns.get(c));
            if (places[c] < 0) {
                throw new DataException(
                        file.shown(),
                        1,
                        Text.of("data.column.missing", columns.get(c)),
                        Text.of("data.column.missing.remedy", String.join(", ", found)));
            }
        }
        row.places(places);
        return names.length;
    }

    /** By name, else by name in any case, else by number from 1; -1 for none. */
    private static int place(List<String> names, String wanted) {
        int place = names.indexOf(wanted);
        for (int n = 0; place < 0 && n < names.size(); n++) {
            place = names.get(n).equalsIgnoreCase(wanted) ? n : -1;
        }
        boolean number = place < 0 && wanted.matches("[1-9]\\d{0,3}");
        return number && Integer.parseInt(wanted) <= names.size() ? Integer.parseInt(wanted) - 1 : place;
    }

    private CsvParser parser() {
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(delimiter);
        settings.getFormat().setLineSeparator("\n");
        settings.setCommentProcessingEnabled(false);
        if (quotes) {
            settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.RAISE_ERROR);
        } else {
            settings.getFormat().setQuote('\0');
        }
        settings.setReadInputOnSeparateThread(false);
        settings.setMaxCharsPerColumn(LONGEST_CELL);
        settings.setMaxColumns(MOST_COLUMNS);
        settings.setNullValue("");
        settings.setEmptyValue("");
        settings.setSkipEmptyLines(true);
        return new CsvParser(settings);
    }

    private DataException translate(TextParsingException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                return file.unreadable(io);
            }
        }
        return new DataException(
                file.shown(), e.getLineIndex() + 1, Text.of("data.row.broken"), Text.of("data.row.broken.remedy"));
    }
}
