package dev.nara.data.read.delimited;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.TextLines;
import dev.nara.data.read.roles.KnownNames;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What stands above a table: a title, comments, the delimiter as Excel writes it ({@code sep=;}). */
final class Preamble {
    private static final int MOST_ROWS = 20;
    private static final double MOST = .8;
    private static final int FEW = 2;
    private static final Pattern SEPARATOR = Pattern.compile("(?i)\"?sep=.{0,2}\"?");
    private static final Pattern COMMENT = Pattern.compile("\\s*(#|%|//).*", Pattern.DOTALL);

    private Preamble() {}

    /** The file without it. */
    static DataFile leftOut(DataFile file, String delimiter) throws DataException {
        int rows = rows(DelimiterGuess.rows(file, delimiter));
        return rows == 0 ? file : file.blanked(lines(file, rows));
    }

    /** How many of the first rows, split by the delimiter, stand above the table. */
    private static int rows(List<List<String>> rows) {
        List<Integer> widths = rows.stream().map(List::size).toList();
        int usual = widths.stream()
                .max((one, other) ->
                        Integer.compare(Collections.frequency(widths, one), Collections.frequency(widths, other)))
                .orElse(0);
        if (usual < 2 || Collections.frequency(widths, usual) < MOST * (rows.size() - MOST_ROWS)) {
            return 0;
        }
        int above = 0;
        while (above < Math.min(MOST_ROWS, rows.size() - FEW) && isAbove(rows.get(above), usual)) {
            above++;
        }
        return Math.max(above, named(rows, usual));
    }

    private static boolean isAbove(List<String> row, int usual) {
        String first = row.get(0).strip();
        long filled = row.stream().filter(cell -> !cell.isBlank()).count();
        return SEPARATOR.matcher(first).matches()
                || (usual > 2 && filled <= 1 && row.size() <= usual)
                || (row.size() < usual && row.size() == 1)
                || (row.size() != usual && COMMENT.matcher(first).matches());
    }

    /** The rows above one as wide as the others that has names of columns, where none of them is as wide. */
    private static int named(List<List<String>> rows, int usual) {
        int header = IntStream.range(0, Math.min(MOST_ROWS, rows.size()))
                .filter(r -> rows.get(r).size() == usual)
                .findFirst()
                .orElse(0);
        return rows.get(header).stream().filter(KnownNames::has).count() >= 2 ? header : 0;
    }

    /** In how many lines so many rows stand, with the blank ones among them. */
    private static int lines(DataFile file, int rows) throws DataException {
        List<String> head = TextLines.head(file, rows);
        int[] lines = {0, 0};
        TextLines.forEach(file, Progress.NONE, (line, number) -> {
            if (!line.isBlank() && lines[0] < head.size()) {
                lines[0]++;
                lines[1] = (int) number;
            }
        });
        return lines[1];
    }
}
