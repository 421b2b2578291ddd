package dev.nara.data.read.file;

import dev.nara.data.DataException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Detects row names, as written by R: a first cell in each row without a name in the header. */
final class RowNames {
    /** The fewest rows needed: R numbers rows from 1, so a single row is not conclusive. */
    private static final int FEWEST = 2;

    private RowNames() {}

    /**
     * Whether the first rows have row names: each has one cell more than the header, and the first cells are the numbers from 1, or
     * distinct quoted numbers in rows with unquoted cells. Otherwise the header may lack its last name.
     *
     * @param first rows, including the header
     */
    static boolean are(DataFile file, List<List<String>> first, String delimiter) throws DataException {
        if (first.size() < 2 || first.get(0).stream().anyMatch(String::isBlank)) {
            return false;
        }
        int width = first.get(0).size();
        List<List<String>> rows = first.subList(1, first.size());
        boolean more = rows.stream()
                .allMatch(row -> row.size() == width + 1
                        && !row.get(0).isBlank()
                        && !row.get(width).isBlank());
        return more && (count(rows) || areQuoted(rows, TextLines.head(file, first.size()), delimiter));
    }

    private static boolean count(List<List<String>> rows) {
        return rows.size() >= FEWEST
                && IntStream.range(0, rows.size())
                        .allMatch(r -> rows.get(r).get(0).strip().equals(Integer.toString(r + 1)));
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
