package dev.nara.data.read.file;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import dev.nara.data.DataException;
import dev.nara.data.Finding;
import dev.nara.data.Progress;
import dev.nara.data.read.file.CellForm.Naming;
import dev.nara.data.read.file.CellForm.Quotes;
import dev.nara.data.read.table.ColumnNames;
import dev.nara.data.read.table.RowConsumer;
import dev.nara.data.read.table.Table;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A delimited text file, read row by row. Accepts a byte-order mark, LF and CRLF, and quotes as in RFC 4180; rejects rows of different
 * width, unmatched quotes, headers of known formats with duplicate names, and files without rows.
 */
public final class DelimitedFile implements Table {
    /** The number of rows from which the kind of quotes is detected. */
    private static final int MANY = 2000;

    private static final int SOME = 200;
    private static final int FEW = 20;
    private static final double EVEN = .9;

    private final DataFile file;
    private final CellForm form;
    private final List<String> columns;

    private DelimitedFile(DataFile file, CellForm form, List<String> columns) {
        this.file = file;
        this.form = form;
        this.columns = columns;
    }

    private static DelimitedFile of(DataFile file, String delimiter, Naming naming, List<String> columns) {
        return new DelimitedFile(file, new CellForm(delimiter, Quotes.DOUBLED, naming, false), columns);
    }

    /**
     * All columns of a file, by the names in its first row or by number. The first rows determine whether cells are quoted as in RFC 4180
     * or with a backslash before inner quotes; quotes are ordinary characters if the rows can be split in neither way, or if the delimiter
     * has several characters.
     */
    public static DelimitedFile whole(DataFile file, String delimiter, boolean header) throws DataException {
        Naming naming = header ? Naming.ANY_HEADER : Naming.NUMBERS;
        DelimitedFile unnamed =
                new DelimitedFile(file, new CellForm(delimiter, Quotes.DOUBLED, naming, false), List.of()).splitting();
        List<List<String>> first = unnamed.firstRows(FEW);
        List<String> cells = first.isEmpty() ? List.of() : first.get(0);
        if (!header) {
            return new DelimitedFile(file, unnamed.form, ColumnNames.numbers(cells.size()));
        }
        CellForm form = new CellForm(delimiter, unnamed.form.quotes(), RowNames.naming(file, first, delimiter), false);
        return new DelimitedFile(file, form, names(form, cells));
    }

    private static List<String> names(CellForm form, List<String> cells) {
        List<String> named = new ArrayList<>(form.naming() == Naming.ROW_NAMES ? List.of("") : List.of());
        named.addAll(cells);
        return ColumnNames.unique(named);
    }

    /** The same file with the kind of quotes with which its first rows can be split. */
    public DelimitedFile splitting() {
        if (form.delimiter().length() > 1) {
            return withoutQuotes();
        }
        if (isPlain()) {
            return with(Quotes.DOUBLED);
        }
        return Stream.of(
                        with(Quotes.DOUBLED).splits(MANY),
                        with(Quotes.ESCAPED).splits(MANY),
                        with(Quotes.DOUBLED).splits(SOME))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(
                        () -> with(Quotes.DOUBLED).isEven() && !withoutQuotes().isEven()
                                ? with(Quotes.DOUBLED)
                                : withoutQuotes());
    }

    /** Whether there are no quotes. */
    private boolean isPlain() {
        try {
            return file.plain(form.delimiter());
        } catch (DataException e) {
            return false;
        }
    }

    private Optional<DelimitedFile> splits(int rows) {
        try {
            firstRows(rows, true);
            return Optional.of(this);
        } catch (DataException e) {
            return Optional.empty();
        }
    }

    /** Whether nearly all of the first rows, as far as they can be split, are as wide as the first one, and that has several cells. */
    private boolean isEven() {
        try {
            List<List<String>> first = firstRows(SOME);
            int width = first.isEmpty() ? 0 : first.get(0).size();
            return width > 1
                    && first.stream().filter(row -> row.size() == width).count() >= EVEN * first.size();
        } catch (DataException e) {
            return false;
        }
    }

    private DelimitedFile with(Quotes quotes) {
        return new DelimitedFile(
                file, new CellForm(form.delimiter(), quotes, form.naming(), form.mayBeEmpty()), columns);
    }

    /** A file whose header must have at least these columns, or whose columns are given by number; rows have them in this order. */
    public static DelimitedFile withHeader(DataFile file, String delimiter, String... columns) {
        return of(file, delimiter, Naming.HEADER, List.of(columns));
    }

    /** A comma-separated file with such a header. */
    public static DelimitedFile csv(DataFile file, String... columns) {
        return withHeader(file, ",", columns);
    }

    /** A comma-separated file with such a header. */
    public static DelimitedFile csv(Path file, String... columns) {
        return csv(DataFile.of(file), columns);
    }

    /** A file without a header, with the names of its first columns in order. Rows may have more columns. */
    public static DelimitedFile withoutHeader(DataFile file, String delimiter, String... columns) {
        return of(file, delimiter, Naming.KNOWN, List.of(columns));
    }

    @Override
    public DelimitedFile orNoRows() {
        return new DelimitedFile(file, new CellForm(form.delimiter(), form.quotes(), form.naming(), true), columns);
    }

    /** The same file, with quotes as ordinary characters. */
    public DelimitedFile withoutQuotes() {
        return with(Quotes.NONE);
    }

    @Override
    public DelimitedFile select(List<String> wanted) throws DataException {
        if (form.naming() == Naming.NUMBERS) {
            for (String number : wanted) {
                if (!number.matches("[1-9]\\d{0,3}")) {
                    throw new DataException(
                            file.shown(), Text.of("data.column.number", number), Text.of("data.column.number.remedy"));
                }
            }
        }
        return new DelimitedFile(file, form, List.copyOf(wanted));
    }

    @Override
    public Path path() {
        return file.shown();
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public boolean named() {
        return form.header();
    }

    @Override
    public String delimiter() {
        return form.delimiter();
    }

    @Override
    public List<Finding> findings() {
        List<String> above = file.above().stream()
                .filter(line -> !line.isBlank())
                .map(TextLines::shortened)
                .toList();
        List<Finding> findings = new ArrayList<>();
        if (!above.isEmpty()) {
            findings.add(new Finding(
                    "lines-above-table",
                    above.size(),
                    above.stream().limit(Finding.EXAMPLES).toList()));
        }
        if (form.naming() == Naming.ROW_NAMES) {
            findings.add(new Finding("row-names", 1, List.of()));
        }
        if (form.naming() == Naming.LIST_LAST) {
            findings.add(new Finding("list-last", 1, List.of()));
        }
        return findings;
    }

    /** Progress is in bytes of the file on disk. */
    @Override
    public void forEach(Progress progress, RowConsumer consumer) throws DataException {
        RowSplitting.Columns wanted = new RowSplitting.Columns() {
            @Override
            public List<String> wanted() {
                return columns;
            }

            @Override
            public List<String> header(String @Nullable [] cells) throws DataException {
                return DelimitedFile.this.header(cells);
            }

            @Override
            public int[] places(List<String> names) throws DataException {
                return DelimitedFile.this.places(names);
            }
        };
        new RowSplitting(wanted, file, form, progress, consumer).run();
    }

    /** The positions of the wanted columns in a row; {@code names} are those of the header. */
    private int[] places(List<String> names) throws DataException {
        return switch (form.naming()) {
            case HEADER, ANY_HEADER, ROW_NAMES, LIST_LAST -> ColumnNames.places(file.shown(), names, columns);
            case KNOWN -> IntStream.range(0, columns.size()).toArray();
            case NUMBERS ->
                columns.stream().mapToInt(n -> Integer.parseInt(n) - 1).toArray();
        };
    }

    private DataException empty() {
        return new DataException(file.shown(), Text.of("data.file.empty"), Text.of("data.file.empty.remedy"));
    }

    /** The names in the first row. */
    public List<String> header() throws DataException {
        List<List<String>> first = firstRows(1);
        if (first.isEmpty()) {
            throw empty();
        }
        return first.get(0).stream().map(String::strip).toList();
    }

    /**
     * The first rows with all columns, including the header; fewer if the file is shorter, or before a row that cannot be split, unless
     * that is the first one.
     */
    public List<List<String>> firstRows(int rows) throws DataException {
        return firstRows(rows, false);
    }

    private List<List<String>> firstRows(int rows, boolean strict) throws DataException {
        if (isPlain()) {
            return PlainLines.first(file, form.delimiter(), rows);
        }
        List<List<String>> head = new ArrayList<>();
        CsvParser parser = form.parser();
        try (OpenQuote text =
                new OpenQuote(form.around(file.reader(new ByteCounter())), form.delimiter(), form.quotes())) {
            parser.beginParsing(text);
            for (int r = 0; r < rows; r++) {
                String[] cells = parser.parseNext();
                if (cells == null || text.swallowed(parser.getContext().currentLine())) {
                    break;
                }
                head.add(List.of(cells));
            }
            if (head.size() < rows && (strict || head.size() < 2)) {
                text.check(file);
            }
        } catch (IOException e) {
            throw file.unreadable(e);
        } catch (TextParsingException e) {
            if (strict || head.size() < 2) {
                throw translate(e);
            }
        } finally {
            parser.stopParsing();
        }
        return head;
    }

    @Override
    public List<List<String>> head(int rows) throws DataException {
        List<List<String>> first = firstRows(rows + (form.header() ? 1 : 0));
        if (first.isEmpty()) {
            return first;
        }
        int[] places = places(form.header() ? header(first.get(0).toArray(String[]::new)) : List.of());
        return first.stream()
                .skip(form.header() ? 1 : 0)
                .map(row -> Arrays.stream(places)
                        .mapToObj(place -> place < row.size() ? row.get(place) : "")
                        .toList())
                .toList();
    }

    /** The names of the columns from the cells of the first row. */
    private List<String> header(String @Nullable [] cells) throws DataException {
        if (cells == null) {
            throw empty();
        }
        if (form.naming() != Naming.HEADER) {
            return names(form, List.of(cells));
        }
        List<String> names = Arrays.stream(cells).map(String::strip).toList();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw new DataException(
                        file.shown(), 1, Text.of("data.column.twice", name), Text.of("data.column.twice.remedy"));
            }
        }
        return names;
    }

    private DataException translate(TextParsingException e) throws DataException {
        RowSplitting.checkRead(file, e);
        return new DataException(
                file.shown(), e.getLineIndex() + 1, Text.of("data.row.broken"), Text.of("data.row.broken.remedy"));
    }
}
