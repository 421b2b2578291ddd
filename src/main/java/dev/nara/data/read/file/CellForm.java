package dev.nara.data.read.file;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import java.io.Reader;

/**
 * How the rows of a text file are split into cells, and what its first row is.
 *
 * @param delimiter what stands between two cells; two blanks stand for any number of them
 * @param quotes how a cell may stand in quotes
 * @param naming where the names of columns come from
 * @param mayBeEmpty whether a file without rows is no error
 */
record CellForm(String delimiter, Quotes quotes, Naming naming, boolean mayBeEmpty) {
    private static final int LONGEST_CELL = 1 << 20;
    private static final int MOST_COLUMNS = 4096;

    /** How a cell may stand in quotes. */
    enum Quotes {
        /** As in RFC 4180: a quote within it is doubled. */
        DOUBLED,
        /** A quote within it stands behind a backslash. */
        ESCAPED,
        /** Quotes are letters as any other. */
        NONE
    }

    /** Where the names of columns come from. */
    enum Naming {
        /** From the first row, which may not name a column twice. */
        HEADER,
        /** From the first row; what it names twice or not at all gets a name. */
        ANY_HEADER,
        /** The same where rows begin with a cell more, as R writes their names. */
        ROW_NAMES,
        /** They are known, in this order; there is no header. */
        KNOWN,
        /** They are numbers from 1; there is no header. */
        NUMBERS
    }

    boolean header() {
        return naming == Naming.HEADER || naming == Naming.ANY_HEADER || naming == Naming.ROW_NAMES;
    }

    /** Whether rows may differ by delimiters at their end: known formats have none. */
    boolean lenient() {
        return naming != Naming.HEADER && naming != Naming.KNOWN;
    }

    /** What is read of a file so that it can be split. */
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
