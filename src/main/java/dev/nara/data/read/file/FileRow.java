package dev.nara.data.read.file;

import dev.nara.data.DataException;
import dev.nara.data.LogTime;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.util.List;

/** The current row of a {@link DelimitedFile}; columns are numbered as they were asked for. */
public final class FileRow {
    private final Path path;
    private final List<String> columns;
    private int[] places;
    private String[] cells = {};
    private long line;

    FileRow(Path path, List<String> columns) {
        this.path = path;
        this.columns = columns;
        this.places = new int[columns.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = i;
        }
    }

    void places(int[] found) {
        places = found;
    }

    void set(String[] newCells, long newLine) {
        cells = newCells;
        line = newLine;
    }

    /** The cell as text, "" when empty. */
    public String text(int column) {
        return cells[places[column]];
    }

    /** A text that may not be empty. */
    public String required(int column) throws DataException {
        String text = text(column).strip();
        if (text.isEmpty()) {
            throw wrong(column, "data.cell.empty");
        }
        return text;
    }

    /** An id that is a whole number, as it is written. */
    public String id(int column) throws DataException {
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
            // Java's own notations, such as NaN, 0x1p3 and 1d, are no numbers in a file of data.
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

    /** A time of 14 digits, see {@link LogTime#ofDigits}. */
    public long time(int column) throws DataException {
        try {
            return LogTime.ofDigits(required(column));
        } catch (IllegalArgumentException e) {
            throw wrong(column, "data.cell.time");
        }
    }

    /** A complaint about one cell of this row. */
    public DataException wrong(int column, String key) {
        return new DataException(
                path,
                line,
                Text.of(key, columns.get(column), TextLines.shortened(text(column))),
                Text.of(key + ".remedy"));
    }
}
