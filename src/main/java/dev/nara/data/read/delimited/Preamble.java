package dev.nara.data.read.delimited;

import dev.nara.data.DataException;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.TextLines;
import dev.nara.data.read.roles.KnownNames;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Detects lines above a table: a title, comments, or Excel's line with the delimiter ({@code sep=;}). */
final class Preamble {
    private static final int MOST_ROWS = 20;
    private static final double MOST = .8;
    private static final int FEW = 2;
    private static final Pattern SEPARATOR = Pattern.compile("(?i)\"?sep=.{0,2}\"?");
    private static final List<String> COMMENTS = List.of("#", "%", "//");

    private Preamble() {}

    /**
     * The file without these lines. If the table has no header, lines with numbers or single words count as rows, even if they are bad.
     *
     * @param header whether the table has one, null to detect it
     */
    static DataFile leftOut(DataFile file, String delimiter, @Nullable Boolean header) throws DataException {
        List<List<String>> rows = DelimiterGuess.rows(file, delimiter);
        int above = above(rows);
        if (above == 0) {
            return file;
        }
        boolean headed = header == null ? HeaderGuess.of(rows.subList(above, rows.size())) : header;
        boolean data = !headed && rows.subList(0, above).stream().anyMatch(Preamble::holdsData);
        return data ? file : file.below(TextLines.through(file, above));
    }

    private static boolean holdsData(List<String> row) {
        String first = row.get(0).strip();
        return !SEPARATOR.matcher(first).matches()
                && !isComment(first)
                && row.stream().map(String::strip).anyMatch(Preamble::isData);
    }

    /** Whether a cell is a single word or contains a digit. */
    private static boolean isData(String cell) {
        return !cell.isEmpty()
                && (cell.chars().noneMatch(Character::isWhitespace)
                        || cell.chars().anyMatch(Character::isDigit));
    }

    private static boolean isComment(String first) {
        return COMMENTS.stream().anyMatch(first::startsWith);
    }

    /** How many of the first rows, split by the delimiter, are above the table. */
    private static int above(List<List<String>> rows) {
        List<Integer> widths = rows.stream().map(List::size).toList();
        int usual = widths.stream()
                .max((one, other) ->
                        Integer.compare(Collections.frequency(widths, one), Collections.frequency(widths, other)))
                .orElse(0);
        if (usual < 2) {
            return 0;
        }
        int above = 0;
        while (above < Math.min(MOST_ROWS, rows.size() - FEW) && isAbove(rows.get(above), usual)) {
            above++;
        }
        above = Math.max(above, named(rows, usual));
        List<Integer> table = widths.subList(above, widths.size());
        return Collections.frequency(table, usual) < MOST * table.size() ? 0 : above;
    }

    private static boolean isAbove(List<String> row, int usual) {
        String first = row.get(0).strip();
        long filled = row.stream().filter(cell -> !cell.isBlank()).count();
        return SEPARATOR.matcher(first).matches()
                || (usual > 2 && filled <= 1 && row.size() <= usual)
                || (row.size() < usual && row.size() == 1)
                || COMMENTS.contains(first)
                || (row.size() != usual && isComment(first));
    }

    /** The number of rows above a header as wide as most rows, if none of them is as wide. */
    private static int named(List<List<String>> rows, int usual) {
        int header = IntStream.range(0, Math.min(MOST_ROWS, rows.size()))
                .filter(r -> rows.get(r).size() == usual)
                .findFirst()
                .orElse(0);
        return rows.get(header).stream().filter(KnownNames::has).count() >= 2 ? header : 0;
    }
}
