package dev.nara.data.read.file;

import dev.nara.data.DataException;
import dev.nara.data.IdIndex;
import dev.nara.data.read.table.DataRow;
import java.nio.file.Path;
import java.util.List;

/** The current line of {@link PlainLines} as a row; ids and numbers in plain digits are read without creating strings. */
final class PlainRow extends DataRow {
    /** The numbers of digits that are exact in a long, and in a double. */
    private static final int LONG = 18;

    private static final int DOUBLE = 15;
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private final int[] places;
    private final PlainLines lines;

    /** {@code places} are the positions of each column's cell. */
    PlainRow(Path path, List<String> columns, int[] places, PlainLines lines) {
        super(path, columns);
        this.places = places;
        this.lines = lines;
    }

    @Override
    public String text(int column) {
        return lines.text(places[column]);
    }

    @Override
    protected long line() {
        return lines.line();
    }

    /** The whole number of at most that many digits at a position; -1 if there is none. */
    private long digits(int from, int to, int most) {
        if (from >= to || to - from > most) {
            return -1;
        }
        long number = 0;
        for (int i = from; i < to; i++) {
            int digit = lines.at(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    @Override
    public void present(int column) throws DataException {
        if (lines.start(places[column]) == lines.end(places[column])) {
            super.present(column);
        }
    }

    @Override
    public char first(int column) {
        int from = lines.start(places[column]);
        return from == lines.end(places[column]) ? 0 : (char) (lines.at(from) & 0xFF);
    }

    @Override
    public boolean padded(int column) {
        return false;
    }

    @Override
    public int index(int column, IdIndex ids) throws DataException {
        int from = lines.start(places[column]);
        int to = lines.end(places[column]);
        long number = digits(from, to, LONG);
        // 007 and 7 are different ids.
        boolean asWritten = number >= 0 && (lines.at(from) != '0' || to == from + 1);
        return asWritten ? ids.add(number) : super.index(column, ids);
    }

    @Override
    public long wholeNumber(int column) throws DataException {
        long number = digits(lines.start(places[column]), lines.end(places[column]), LONG);
        return number >= 0 ? number : super.wholeNumber(column);
    }

    @Override
    public double number(int column) throws DataException {
        int from = lines.start(places[column]);
        int to = lines.end(places[column]);
        int point = from;
        while (point < to && lines.at(point) != '.') {
            point++;
        }
        long whole = digits(from, point, DOUBLE);
        if (whole >= 0 && point == to) {
            return whole;
        }
        int decimals = to - point - 1;
        long part = whole < 0 ? -1 : digits(point + 1, to, DOUBLE - (point - from));
        // Both are exact, so the quotient is the double nearest to the written number.
        return part >= 0 ? (whole * POWERS[decimals] + part) / POWERS[decimals] : super.number(column);
    }
}
