package dev.nara.data.read.file;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.read.table.CellRow;
import dev.nara.data.read.table.RowConsumer;
import dev.nara.text.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Passes the rows of a delimited file to a consumer. A row that cannot be split is reported; if it is left out, the file is read again from
 * the next line, to recover rows swallowed by unmatched quotes.
 */
final class RowSplitting {
    private static final int REPORT_EVERY = 16_384;
    private static final int MOST_RESTARTS = 100;

    /** The columns that are wanted of a file. */
    interface Columns {
        /** Their names. */
        List<String> wanted();

        /** The names of all columns by the cells of the first row. */
        List<String> header(String @Nullable [] cells) throws DataException;

        /** The positions of the wanted columns among these names. */
        int[] places(List<String> names) throws DataException;
    }

    private final Columns of;
    private final DataFile file;
    private final CellForm form;
    private final Progress progress;
    private final RowConsumer consumer;
    private List<String> names = List.of();
    private int[] places = {};
    private int width;
    private int least;
    private long rows;
    /** The number of lines already read or left out. */
    private long from;

    private long before;
    private int restarts;

    RowSplitting(Columns of, DataFile file, CellForm form, Progress progress, RowConsumer consumer) {
        this.of = of;
        this.file = file;
        this.form = form;
        this.progress = progress;
        this.consumer = consumer;
    }

    /** Passes all rows on; throws if there are none. */
    void run() throws DataException {
        boolean done = file.plain(form.delimiter()) && plain();
        while (!done) {
            done = pass();
        }
        if (rows == 0 && !form.mayBeEmpty()) {
            throw new DataException(file.shown(), Text.of("data.file.empty"), Text.of("data.file.empty.remedy"));
        }
    }

    /** Passes all rows of a plain file on. Always returns true, because its rows can always be split. */
    private boolean plain() throws DataException {
        ByteCounter counter = new ByteCounter();
        try (PlainLines lines =
                new PlainLines(file.bytes(counter), form.delimiter().charAt(0))) {
            head(form.header() && lines.next() ? lines.texts() : null);
            PlainRow row = new PlainRow(file.shown(), of.wanted(), places, lines);
            CellRow odd = new CellRow(file.shown(), of.wanted(), places);
            while (lines.next()) {
                if (lines.count() == width) {
                    consumer.accept(row);
                } else {
                    take(odd, lines.texts(), lines.line());
                }
                if (++rows % REPORT_EVERY == 0) {
                    progress.at(counter.read(), counter.total());
                }
            }
            progress.at(counter.total(), counter.total());
            return true;
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    /** Reads rows from a line on; returns whether the end was reached. */
    private boolean pass() throws DataException {
        ByteCounter counter = new ByteCounter();
        CsvParser parser = form.parser();
        before = from;
        try (BufferedReader lines = file.reader(counter);
                OpenQuote text = new OpenQuote(form.around(skipped(lines)), form.delimiter(), form.quotes())) {
            parser.beginParsing(text);
            if (from == 0) {
                head(form.header() ? parser.parseNext() : null);
                before = form.header() ? parser.getContext().currentLine() : 0;
            }
            CellRow row = new CellRow(file.shown(), of.wanted(), places);
            for (String[] cells = parser.parseNext(); cells != null; cells = parser.parseNext()) {
                long line = from + parser.getContext().currentLine();
                if (text.swallowed(line - from)) {
                    break;
                }
                take(row, cells, line);
                before = line;
                if (++rows % REPORT_EVERY == 0) {
                    progress.at(counter.read(), counter.total());
                }
            }
            if (text.opened() > 0) {
                return broken(from + text.opened(), "data.quote.open");
            }
            progress.at(counter.total(), counter.total());
            return true;
        } catch (IOException e) {
            throw file.unreadable(e);
        } catch (TextParsingException e) {
            checkRead(file, e);
            return broken(Math.max(from + 1, before + 1), "data.row.broken");
        } finally {
            parser.stopParsing();
        }
    }

    private BufferedReader skipped(BufferedReader lines) throws IOException {
        for (long n = 0; n < from && lines.readLine() != null; n++) {
            // These lines were already read or left out.
        }
        return lines;
    }

    /** Uses the first row if it is a header. */
    private void head(String @Nullable [] first) throws DataException {
        names = form.header() ? of.header(first) : List.of();
        places = of.places(names);
        width = names.size();
        least = Arrays.stream(places).max().orElse(-1) + 1;
    }

    private void take(CellRow row, String[] cells, long line) throws DataException {
        width = width == 0 ? Math.max(cells.length, least) : width;
        if (cells.length != width && !(form.lenient() && fits(cells))) {
            String key = cells.length < width ? "data.row.short" : "data.row.long";
            consumer.broken(
                    new DataException(file.shown(), line, Text.of(key, cells.length, width), Text.of(key + ".remedy")),
                    List.of(cells));
        } else {
            row.set(cells, line);
            consumer.accept(row);
        }
    }

    /**
     * Whether a row differs from the header only by delimiters at its end: additional cells are empty or of its last column, missing ones
     * have no name.
     */
    private boolean fits(String[] cells) {
        if (form.naming() == CellForm.Naming.LIST_LAST && cells.length >= width) {
            return true;
        }
        for (int c = width; c < cells.length; c++) {
            if (!cells[c].isBlank()) {
                return false;
            }
        }
        for (int c = cells.length; c < names.size(); c++) {
            if (!names.get(c).equals(Integer.toString(c + 1))) {
                return false;
            }
        }
        return cells.length >= width || !names.isEmpty();
    }

    /** Reports a line; if it is left out, the next pass begins after it. Always returns false. */
    private boolean broken(long line, String key) throws DataException {
        DataException problem = new DataException(file.shown(), line, Text.of(key), Text.of(key + ".remedy"));
        if (++restarts > MOST_RESTARTS || (form.header() && names.isEmpty())) {
            throw problem;
        }
        consumer.broken(problem, List.of(text(line)));
        rows++;
        from = line;
        return false;
    }

    private String text(long line) throws DataException {
        try (BufferedReader lines = file.reader(new ByteCounter())) {
            for (long n = 1; n < line; n++) {
                lines.readLine();
            }
            String text = lines.readLine();
            return text == null ? "" : text;
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    /** Throws the reading error if that, and not the text, is the cause of a parser's exception. */
    static void checkRead(DataFile file, TextParsingException e) throws DataException {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                throw file.unreadable(io);
            }
        }
    }
}
