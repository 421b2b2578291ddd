package dev.nara.data.read.delimited;

import dev.nara.data.Role;
import dev.nara.data.read.roles.ColumnFacts;
import dev.nara.data.read.roles.KnownNames;
import dev.nara.data.read.time.TimeLook;
import java.util.List;
import java.util.stream.IntStream;

/** Detects whether the first row of a file is a header. */
final class HeaderGuess {
    /** A row with this many empty cells above filled ones is not a header; a header may lack fewer names. */
    private static final int UNNAMED = 2;

    private HeaderGuess() {}

    /** Whether the first of these rows is a header: none of its cells is a number or a date, or occurs again below. */
    static boolean of(List<List<String>> rows) {
        if (rows.isEmpty()) {
            return false;
        }
        List<String> first = rows.get(0).stream().map(String::strip).toList();
        if (first.stream().allMatch(String::isEmpty) || first.stream().anyMatch(HeaderGuess::value)) {
            return false;
        }
        if (first.stream().anyMatch(KnownNames::has)) {
            return true;
        }
        List<List<String>> below = rows.subList(1, rows.size());
        if (unnamed(first, below) >= UNNAMED) {
            return false;
        }
        boolean again = IntStream.range(0, first.size())
                .anyMatch(c -> !first.get(c).isEmpty()
                        && below.stream()
                                .anyMatch(row ->
                                        c < row.size() && row.get(c).strip().equals(first.get(c))));
        return !again
                && (below.isEmpty()
                        || first.stream().anyMatch(cell -> Role.ofColumn(cell).isPresent())
                        || IntStream.range(0, first.size()).anyMatch(c -> differs(first.get(c), c, below)));
    }

    /** The number of empty cells in the first row that are filled below. */
    private static long unnamed(List<String> first, List<List<String>> below) {
        return IntStream.range(0, first.size())
                .filter(c -> first.get(c).isEmpty()
                        && below.stream()
                                .anyMatch(row -> c < row.size() && !row.get(c).isBlank()))
                .count();
    }

    private static boolean value(String cell) {
        return ColumnFacts.isNumber(cell) || (!cell.isEmpty() && TimeLook.of(List.of(cell)) == TimeLook.DATES);
    }

    /** Whether a name has no digit while all cells below have one. */
    private static boolean differs(String name, int column, List<List<String>> below) {
        return name.matches("\\D+")
                && below.stream()
                        .allMatch(row -> column < row.size() && row.get(column).matches(".*\\d.*"));
    }
}
