package dev.nara.data.read.wide;

import dev.nara.data.read.roles.ColumnWords;
import dev.nara.data.read.roles.KnownNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Detects from the first lines whether a file is a matrix with a row per user and a column per item.
 *
 * @param delimiter the delimiter of cells
 * @param items the names of the item columns
 * @param header whether the first line has these names
 * @param first the content of the first column
 * @param largest if 99 means a missing value, the largest other value; otherwise infinite
 */
record MatrixLook(char delimiter, List<String> items, boolean header, First first, double largest) {
    private static final int NARROWEST = 6;
    private static final int LEAST_LINES = 3;
    private static final double SCALE = 100;
    private static final double NONE = 99;
    private static final double JESTER = 20;
    private static final double MISSING = .05;
    private static final int STEPS = 21;

    /** The content of the first column of a matrix. */
    enum First {
        /** Ids of users. */
        USER,
        /** Ids of items; the other columns are users. */
        ITEM_ID,
        /** The number of values in the row. */
        COUNT,
        /** The values of an item; the number of a row is the id of its user. */
        ITEM;

        /** Whether the column has ids. */
        boolean named() {
            return this == USER || this == ITEM_ID;
        }
    }

    /** Copies the list. */
    MatrixLook {
        items = List.copyOf(items);
    }

    /** The matrix in these lines; empty if they have another form, or are ambiguous. */
    static Optional<MatrixLook> of(List<String> lines) {
        for (char delimiter : new char[] {',', '\t', ';', '|', ' '}) {
            List<List<String>> rows =
                    lines.stream().map(line -> cells(line, delimiter)).toList();
            int width = rows.isEmpty() ? 0 : rows.get(0).size();
            if (width >= NARROWEST && rows.stream().allMatch(row -> row.size() == width)) {
                if (SequenceLook.of(lines).filter(SequenceLook::counted).isPresent()) {
                    return Optional.empty();
                }
                return of(delimiter, rows, width);
            }
        }
        return Optional.empty();
    }

    private static Optional<MatrixLook> of(char delimiter, List<List<String>> rows, int width) {
        boolean header = rows.get(0).stream().skip(1).anyMatch(cell -> !isValue(cell));
        List<List<String>> body = rows.subList(header ? 1 : 0, rows.size());
        if (body.size() < LEAST_LINES || (header && rows.get(0).stream().skip(1).anyMatch(KnownNames::has))) {
            return Optional.empty();
        }
        double largest = 0;
        boolean nines = false;
        long nothing = 0;
        Set<Double> values = new HashSet<>();
        for (List<String> row : body) {
            for (String cell : row.subList(1, width)) {
                if (!isValue(cell)) {
                    return Optional.empty();
                }
                double value = number(cell);
                nines |= value == NONE;
                nothing += Double.isNaN(value) || value == NONE || value == 0 ? 1 : 0;
                largest = Double.isNaN(value) || value == NONE ? largest : Math.max(largest, Math.abs(value));
                values.add(value);
            }
        }
        boolean scaled = largest <= SCALE
                && largest > 0
                && (nothing >= MISSING * body.size() * (width - 1) || values.size() <= STEPS);
        if (!scaled) {
            return Optional.empty();
        }
        double noneAbove = nines && largest <= JESTER ? largest : Double.POSITIVE_INFINITY;
        First first = first(rows.get(0).get(0), header, body, noneAbove);
        List<String> names = header
                ? rows.get(0).subList(first == First.ITEM ? 0 : 1, width)
                : IntStream.rangeClosed(1, first == First.ITEM ? width : width - 1)
                        .mapToObj(Integer::toString)
                        .toList();
        return Optional.of(new MatrixLook(delimiter, names, header, first, noneAbove));
    }

    private static First first(String name, boolean header, List<List<String>> body, double largest) {
        boolean counts = body.stream().allMatch(row -> {
            long filled = row.stream()
                    .skip(1)
                    .mapToDouble(MatrixLook::number)
                    .filter(value -> value <= largest || (Double.isInfinite(largest) && !Double.isNaN(value)))
                    .count();
            return number(row.get(0)) == filled;
        });
        if (counts && !header) {
            return First.COUNT;
        }
        Set<String> met = new HashSet<>();
        boolean ids = body.stream()
                .allMatch(row -> !row.get(0).isBlank()
                        && !row.get(0).strip().matches("-?\\d*\\.\\d+")
                        && met.add(row.get(0).strip()));
        if (ids && header && ColumnWords.item(name) > ColumnWords.WEAK) {
            return First.ITEM_ID;
        }
        boolean called = name.isBlank() || ColumnWords.user(name) > ColumnWords.NONE || ColumnWords.counter(name);
        return ids && (!header || called || !isValue(body.get(0).get(0))) ? First.USER : First.ITEM;
    }

    /** Whether a cell is a number or a missing value. */
    private static boolean isValue(String cell) {
        return cell.isBlank()
                || cell.strip().matches("(?i)-?\\d{1,9}(\\.\\d{0,9})?|-?\\.\\d{1,9}|nan|na|null|none|-|\\?");
    }

    /** The number in a cell, NaN for a missing value. */
    static double number(String cell) {
        String bare = cell.strip();
        try {
            return bare.isEmpty() || !(Character.isDigit(bare.charAt(bare.length() - 1)) || bare.endsWith("."))
                    ? Double.NaN
                    : Double.parseDouble(bare);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** The cells of a line, which may be quoted. */
    static List<String> cells(String line, char delimiter) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                if (delimiter != ' ' || cell.length() > 0) {
                    cells.add(cell.toString());
                }
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (delimiter != ' ' || cell.length() > 0) {
            cells.add(cell.toString());
        }
        return cells;
    }
}
