package dev.nara.data.read.delimited;

import dev.nara.data.DataException;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DelimitedFile;
import dev.nara.data.read.file.TextLines;
import dev.nara.data.read.roles.ColumnFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Detects the delimiter of a file: the one with which rows have equal width and each column has one kind of values. The number of columns
 * does not matter.
 */
final class DelimiterGuess {
    /** The delimiters to try; of equally good ones, the first is chosen. Two blanks represent any number of blanks and tabs. */
    static final List<String> TRIED = List.of("\t", "::", "<SEP>", "|", ";", ",", "  ", " ", "~", "^", "\u0001");

    private static final int ROWS = 200;
    private static final double FREE_TEXT = .6;
    private static final double HOLDS_DELIMITER = .2;
    private static final Pattern FOREIGN = Pattern.compile("[\t;|,]|::|<SEP>");
    private static final Pattern TOKEN = Pattern.compile("\\S{1,60}");
    private static final Pattern DATE = Pattern.compile("\\d{1,4}[-/. ]\\w{1,9}[-/. ]\\d{1,4}");

    private static final Pattern WEEKDAY = Pattern.compile("(?i)^\\s*(mon|tue|wed|thu|fri|sat|sun)\\w*,");

    /** The factor for a first row of another width, which counts against a delimiter. */
    private static final double OTHER_FIRST = .8;

    private DelimiterGuess() {}

    /** The delimiter of a file; a comma if none splits it. */
    static String of(DataFile file) throws DataException {
        String best = "";
        double most = 0;
        List<String> head = TextLines.head(file, ROWS);
        for (String delimiter : TRIED) {
            if (head.stream().noneMatch(line -> line.contains(delimiter))) {
                continue;
            }
            double score = score(rows(file, delimiter));
            if (score > most) {
                most = score;
                best = delimiter;
            }
        }
        if (best.isEmpty()) {
            // No delimiter splits the file; reading it reports the actual problem.
            DelimitedFile.whole(file, ",", false).firstRows(1);
            return ",";
        }
        return best;
    }

    /** The first rows; if quotes in them do not match, they are treated as ordinary characters. */
    static List<List<String>> rows(DataFile file, String delimiter) throws DataException {
        return DelimitedFile.withoutHeader(file, delimiter).splitting().firstRows(ROWS);
    }

    /** A score from 0 to 1: the squared share of rows with the most frequent width, times how uniform the columns are. */
    static double score(List<List<String>> rows) {
        Map<Integer, Integer> widths = new TreeMap<>();
        rows.forEach(row -> widths.merge(row.size(), 1, Integer::sum));
        Map.Entry<Integer, Integer> usual =
                widths.entrySet().stream().max(Map.Entry.comparingByValue()).orElse(Map.entry(0, 0));
        int width = usual.getKey();
        if (width < 2) {
            return 0;
        }
        double consistent = usual.getValue() / (double) rows.size();
        double kinds = 0;
        for (int c = 0; c < width; c++) {
            List<String> cells = new ArrayList<>();
            for (List<String> row : rows.subList(Math.min(1, rows.size() - 1), rows.size())) {
                cells.add(row.size() == width ? row.get(c).strip() : "");
            }
            kinds += kind(cells);
        }
        double first = rows.get(0).size() == width ? 1 : OTHER_FIRST;
        return first * consistent * consistent * kinds / width;
    }

    private static double kind(List<String> cells) {
        double sum = 0;
        int filled = 0;
        for (String cell : cells) {
            if (!cell.isEmpty()) {
                filled++;
                sum += of(cell);
            }
        }
        return filled == 0 ? 1 : sum / filled;
    }

    /** Whether a cell has a date, with anything around it except characters that separate cells; a comma may follow it. */
    private static boolean date(String cell) {
        Matcher date = DATE.matcher(cell);
        return date.find()
                && WEEKDAY.matcher(cell.substring(0, date.start()))
                        .replaceFirst("")
                        .chars()
                        .noneMatch(c -> ",;|\t".indexOf(c) >= 0)
                && cell.substring(date.end()).chars().noneMatch(c -> ";|\t".indexOf(c) >= 0);
    }

    private static double of(String cell) {
        if (ColumnFacts.isNumber(cell) || date(cell)) {
            return 1;
        }
        if (FOREIGN.matcher(cell).find()) {
            return HOLDS_DELIMITER;
        }
        return TOKEN.matcher(cell).matches() ? 1 : FREE_TEXT;
    }
}
