package dev.nara.data.read.table;

import dev.nara.data.DataException;
import dev.nara.data.IdIndex;
import dev.nara.data.LogTime;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.util.List;

/** The current row of a {@link Table}; columns are numbered from 0, in the table's order. */
public abstract class DataRow {
    private static final int SHOWN = 40;

    private final Path path;
    private final List<String> columns;

    /** A row of a table; {@code path} and {@code columns} are for messages. */
    protected DataRow(Path path, List<String> columns) {
        this.path = path;
        this.columns = columns;
    }

    /** The cell as text, "" when empty. */
    public abstract String text(int column);

    /** The position of the row for messages: its line, or its number if there are no lines, from 1; 0 if unknown. */
    protected abstract long line();

    /** A text that must not be empty. */
    public final String required(int column) throws DataException {
        String text = text(column).strip();
        if (text.isEmpty()) {
            throw wrong(column, "data.cell.empty");
        }
        return text;
    }

    /** Throws if a cell is empty. */
    public void present(int column) throws DataException {
        required(column);
    }

    /** The first character of a cell in a column of texts; 0 for none. */
    public char first(int column) {
        String text = text(column);
        return text.isEmpty() ? 0 : text.charAt(0);
    }

    /** Whether a cell has surrounding blanks. */
    public boolean padded(int column) {
        String text = text(column);
        return !text.isEmpty()
                && (Character.isWhitespace(text.charAt(0)) || Character.isWhitespace(text.charAt(text.length() - 1)));
    }

    /** The index of the id in a cell, which must not be empty; a new id is added. */
    public int index(int column, IdIndex ids) throws DataException {
        return ids.add(required(column));
    }

    /** An id that is a whole number, as it is written. */
    public final String id(int column) throws DataException {
        String text = required(column);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                throw wrong(column, "data.cell.whole");
            }
        }
        return text;
    }

    /** A whole number. */
    public long wholeNumber(int column) throws DataException {
        try {
            return Long.parseLong(required(column));
        } catch (NumberFormatException e) {
            throw wrong(column, "data.cell.whole");
        }
    }

    /** A number, NaN when the cell is empty. */
    public double number(int column) throws DataException {
        String text = text(column).strip();
        try {
            if (text.isEmpty()) {
                return Double.NaN;
            }
            double number = Double.parseDouble(text);
            char last = text.charAt(text.length() - 1);
            // Java's own notations, such as NaN, 0x1p3 and 1d, are not numbers in data.
            if (Float.isFinite((float) number)
                    && ((last >= '0' && last <= '9') || last == '.')
                    && text.indexOf('x') < 0
                    && text.indexOf('X') < 0) {
                return number;
            }
            throw wrong(column, "data.cell.number");
        } catch (NumberFormatException e) {
            throw wrong(column, "data.cell.number");
        }
    }

    /** Whether a cell has the type of a whole number, so that no text has to be parsed. */
    public boolean isWhole(int column) {
        return false;
    }

    /** The number in a cell that {@link #isWhole}. */
    public long whole(int column) throws DataException {
        return wholeNumber(column);
    }

    /** Whether a cell has the type of a time, so that no text has to be parsed. */
    public boolean isTime(int column) {
        return false;
    }

    /** Whether a cell that {@link #isTime} is an instant, and not a local time. */
    public boolean isInstant(int column) {
        return false;
    }

    /** The {@link LogTime} of a cell that {@link #isTime}. */
    public long nanos(int column) throws DataException {
        throw wrong(column, "data.cell.any-time");
    }

    /** A time of 14 digits, see {@link LogTime#ofDigits}. */
    public final long time(int column) throws DataException {
        try {
            return LogTime.ofDigits(required(column));
        } catch (IllegalArgumentException e) {
            throw wrong(column, "data.cell.time");
        }
    }

    /** An error about one cell of this row. */
    public final DataException wrong(int column, String key) {
        return new DataException(
                path, line(), Text.of(key, columns.get(column), shortened(text(column))), Text.of(key + ".remedy"));
    }

    /** A text shortened for a message. */
    public static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
