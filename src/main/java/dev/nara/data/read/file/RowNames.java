package dev.nara.data.read.file;

import dev.nara.data.DataException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Detects cells of rows without a name in the header: row names at the beginning, as written by R, or a list at the end. */
final class RowNames {
    /** The fewest rows needed: R numbers rows from 1, so a single row is not conclusive. */
    private static final int FEWEST = 2;

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");

    /** Names of a last column whose values stand in cells of their own. */
    private static final Pattern LIST = Pattern.compile("(?i)(^|[_ .-])(list|features?|vector|embedding)($|[_ .-])");

    private RowNames() {}

    /** What the first row of a file says of the others. */
    static CellForm.Naming naming(DataFile file, List<List<String>> first, String delimiter) throws DataException {
        return are(file, first, delimiter)
                ? CellForm.Naming.ROW_NAMES
                : isListLast(first) ? CellForm.Naming.LIST_LAST : CellForm.Naming.ANY_HEADER;
    }

    /** Whether the last column is called a list and all rows go on with it, each with as many numbers. */
    private static boolean isListLast(List<List<String>> first) {
        if (first.size() < 2) {
            return false;
        }
        int width = first.get(0).size();
        List<List<String>> rows = first.subList(1, first.size());
        return width > 2
                && LIST.matcher(first.get(0).get(width - 1).strip()).find()
                && rows.get(0).size() > width
                && rows.stream().mapToInt(List::size).distinct().count() == 1
                && rows.stream().allMatch(row -> row.subList(width - 1, row.size()).stream()
                        .allMatch(cell -> NUMBER.matcher(cell.strip()).matches()));
    }

    /**
     * Whether the first rows have row names: each has one cell more than the header, and the first cells are the numbers from 1, from 0 as
     * pandas prints them in columns of fixed width, or distinct quoted numbers in rows with unquoted cells. Otherwise the header may lack its
     * last name.
     *
     * @param first rows, including the header
     */
    private static boolean are(DataFile file, List<List<String>> first, String delimiter) throws DataException {
        if (first.size() < 2 || first.get(0).stream().anyMatch(String::isBlank)) {
            return false;
        }
        int width = first.get(0).size();
        List<List<String>> rows = first.subList(1, first.size());
        boolean more = rows.stream()
                .allMatch(row -> row.size() == width + 1
                        && !row.get(0).isBlank()
                        && !row.get(width).isBlank());
        return more
                && (count(rows, delimiter.equals(BlankRuns.DELIMITER) ? 0 : 1)
                        || count(rows, 1)
                        || areQuoted(rows, TextLines.head(file, first.size()), delimiter));
    }

    private static boolean count(List<List<String>> rows, int first) {
        return rows.size() >= FEWEST
                && IntStream.range(0, rows.size())
                        .allMatch(r -> rows.get(r).get(0).strip().equals(Integer.toString(r + first)));
    }

    private static boolean areQuoted(List<List<String>> rows, List<String> lines, String delimiter) {
        Pattern quoted = Pattern.compile("\"[0-9]+\"" + Pattern.quote(delimiter) + ".*");
        long quotes = 2L * rows.get(0).size();
        return lines.size() == rows.size() + 1
                && lines.stream().skip(1).allMatch(line -> quoted.matcher(line).matches())
                && lines.stream()
                        .skip(1)
                        .anyMatch(line -> line.chars().filter(c -> c == '"').count() < quotes)
                && rows.stream().map(row -> row.get(0)).distinct().count() == rows.size();
    }
}
