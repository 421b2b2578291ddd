package dev.nara.data.read.delimited;

import dev.nara.data.Role;
import dev.nara.data.read.roles.ColumnFacts;
import dev.nara.data.read.roles.KnownNames;
import dev.nara.data.read.time.TimeLook;
import java.util.List;
import java.util.stream.IntStream;

/** Whether the first row of a file names its columns. */
final class HeaderGuess {
    /** A header may leave out a name or one more; a row with so many cells that others fill is none. */
    private static final int UNNAMED = 2;

    private HeaderGuess() {}

    /** Of the first rows of a file. No cell of a header is a number or a date, nor comes again below. */
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

    /** How many cells of the first row are empty though they are filled below. */
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

    /** A word without a digit above cells that all have one. */
    private static boolean differs(String name, int column, List<List<String>> below) {
        return name.matches("\\D+")
                && below.stream()
                        .allMatch(row -> column < row.size() && row.get(column).matches(".*\\d.*"));
    }
}
