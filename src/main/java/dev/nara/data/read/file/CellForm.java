package dev.nara.data.read.file;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import java.io.Reader;

/**
 * How to split the rows of a text file into cells, and how to treat its first row.
 *
 * @param delimiter the separator of cells; two blanks represent any number of them
 * @param quotes how cells may be quoted
 * @param naming the source of the names of columns
 * @param mayBeEmpty whether a file without rows is accepted
 */
record CellForm(String delimiter, Quotes quotes, Naming naming, boolean mayBeEmpty) {
    private static final int LONGEST_CELL = 1 << 20;
    private static final int MOST_COLUMNS = 4096;

    /** How cells may be quoted. */
    enum Quotes {
        /** As in RFC 4180: quotes in a cell are doubled. */
        DOUBLED,
        /** Quotes in a cell are preceded by a backslash. */
        ESCAPED,
        /** Quotes are ordinary characters. */
        NONE
    }

    /** The source of the names of columns. */
    enum Naming {
        /** The first row, without duplicates. */
        HEADER,
        /** The first row; duplicate and missing names are replaced. */
        ANY_HEADER,
        /** Like {@link #ANY_HEADER}, for rows with an additional first cell, in which R writes row names. */
        ROW_NAMES,
        /** Like {@link #ANY_HEADER}, for rows with additional last cells, as the last column is a list. */
        LIST_LAST,
        /** Known names, in this order; there is no header. */
        KNOWN,
        /** Numbers from 1; there is no header. */
        NUMBERS
    }

    boolean header() {
        return naming != Naming.KNOWN && naming != Naming.NUMBERS;
    }

    /** Whether rows may have additional or missing delimiters at their end, which known formats do not have. */
    boolean lenient() {
        return naming != Naming.HEADER && naming != Naming.KNOWN;
    }

    /** Adapts a reader of the file's text for splitting. */
    Reader around(Reader text) {
        return delimiter.equals(BlankRuns.DELIMITER) ? new BlankRuns(text) : text;
    }

    CsvParser parser() {
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(delimiter.equals(BlankRuns.DELIMITER) ? " " : delimiter);
        settings.getFormat().setLineSeparator("\n");
        settings.setCommentProcessingEnabled(false);
        settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.RAISE_ERROR);
        if (quotes == Quotes.NONE) {
            settings.getFormat().setQuote('\0');
        } else if (quotes == Quotes.ESCAPED) {
            settings.getFormat().setQuoteEscape('\\');
        }
        settings.setReadInputOnSeparateThread(false);
        settings.setMaxCharsPerColumn(LONGEST_CELL);
        settings.setMaxColumns(MOST_COLUMNS);
        settings.setNullValue("");
        settings.setEmptyValue("");
        settings.setSkipEmptyLines(true);
        return new CsvParser(settings);
    }
}
