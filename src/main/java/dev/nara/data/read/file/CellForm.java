package dev.nara.data.read.file;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;

/**
 * How the rows of a text file are split into cells, and what its first row is.
 *
 * @param delimiter what stands between two cells
 * @param quotes whether a cell may stand in quotes as in RFC 4180
 * @param naming where the names of columns come from
 * @param mayBeEmpty whether a file without rows is no error
 */
record CellForm(String delimiter, boolean quotes, Naming naming, boolean mayBeEmpty) {
    private static final int LONGEST_CELL = 1 << 20;
    private static final int MOST_COLUMNS = 4096;

    /** Where the names of columns come from. */
    enum Naming {
        /** From the first row, which may not name a column twice. */
        HEADER,
        /** From the first row; what it names twice or not at all gets a name. */
        ANY_HEADER,
        /** They are known, in this order; there is no header. */
        KNOWN,
        /** They are numbers from 1; there is no header. */
        NUMBERS
    }

    boolean header() {
        return naming == Naming.HEADER || naming == Naming.ANY_HEADER;
    }

    /** Whether rows may differ by delimiters at their end: known formats have none. */
    boolean lenient() {
        return naming == Naming.ANY_HEADER || naming == Naming.NUMBERS;
    }

    CsvParser parser() {
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
}
