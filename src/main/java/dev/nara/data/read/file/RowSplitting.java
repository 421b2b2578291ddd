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
 * Hands over the rows of a delimited file. A row that cannot be split is told, and where it is left out the file is read again
 * from the line behind it on: only so is it known what quotes that do not match have swallowed.
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

        /** Where the wanted ones stand among those of these names. */
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
    /** So many lines are read already, or left out. */
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

    /** Hands over all rows; refuses a file without any. */
    void run() throws DataException {
        boolean done = file.plain(form.delimiter()) && plain();
        while (!done) {
            done = pass();
        }
        if (rows == 0 && !form.mayBeEmpty()) {
            throw new DataException(file.shown(), Text.of("data.file.empty"), Text.of("data.file.empty.remedy"));
        }
    }

    /** Hands over all rows of a plain file. Always true: its rows can be split, whatever they say. */
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

    /** Whether the rows from a line on were read to the end. */
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
            // These are read already, or left out.
        }
        return lines;
    }

    /** Takes the cells of the first row where that is a header. */
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

    /** A row may differ from the header by delimiters at its end: what it has more is empty, what it lacks has no name. */
    private boolean fits(String[] cells) {
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

    /** Tells of a line; where that is left out, the next pass begins behind it. Always false. */
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

    /** Makes sure that what a parser complains of is the text, and not the reading of it. */
    static void checkRead(DataFile file, TextParsingException e) throws DataException {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                throw file.unreadable(io);
            }
        }
    }
}
