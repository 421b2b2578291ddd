package dev.nara.data.read.delimited;

import dev.nara.data.read.time.TimeLook;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which column of an unknown file holds the times of its rows. One that is called so is taken even where its cells cannot be
 * read: reading says then which cell is wrong, and no time is lost without a word.
 */
final class TimeGuess {
    /** Mentions a time in some way. */
    private static final Pattern MENTIONS = Pattern.compile(".*(time|date|timestamp|시각|시간|일시|날짜).*|ts|when");
    /** Is called a time and nothing else. */
    private static final Pattern CALLED = Pattern.compile("(.*[_"
            + " .-])?(time|date|datetime|timestamp|ts|when|epoch)|unix_?time|(review|event|log|rating|click)(time|date)"
            + "|.*(_at|시각|일시|날짜)");
    /** Is about the item or the user, or a duration. */
    private static final Pattern OTHERWISE = Pattern.compile(
            ".*(release|publish|birth|on_?air|upload|join|sign_?up|runtime|play_?time|duration|lifetime|sometime).*"
                    + "|(watch|play|run|listen|dwell|view|viewing|total|screen|spent|elapsed|read|reading|response|wait)[a-z]*[_"
                    + " .-]?time.*|(시청|재생|체류)\\s*시간");

    private TimeGuess() {}

    /** Whether a name mentions a time in some way. */
    static boolean mentions(String name) {
        return MENTIONS.matcher(name.strip().toLowerCase(Locale.ROOT)).matches();
    }

    /** The place of a file's time column by the names and the cells, -1 for none. */
    static int named(List<String> names, List<List<String>> rows) {
        List<String> lower =
                names.stream().map(n -> n.strip().toLowerCase(Locale.ROOT)).toList();
        List<TimeLook> looks =
                IntStream.range(0, names.size()).mapToObj(c -> look(rows, c)).toList();
        IntPredicate mentions = c -> mentions(lower.get(c));
        IntPredicate otherwise = c -> OTHERWISE.matcher(lower.get(c)).matches();
        IntPredicate called = c -> CALLED.matcher(lower.get(c)).matches() && !otherwise.test(c);
        IntPredicate read = c -> looks.get(c) == TimeLook.DATES
                || looks.get(c) == TimeLook.EPOCH
                || looks.get(c) == TimeLook.SERIAL_DAYS;
        return first(
                names.size(),
                c -> called.test(c) && read.test(c),
                c -> mentions.test(c) && !otherwise.test(c) && read.test(c),
                c -> looks.get(c) == TimeLook.DATES && !otherwise.test(c),
                c -> called.test(c) && looks.get(c) != TimeLook.NOTHING);
    }

    /** The same for a file without names: dates anywhere behind the first column, or large numbers from the third on. */
    static int unnamed(List<List<String>> rows) {
        int width = rows.isEmpty() ? 0 : rows.get(0).size();
        return first(
                width, c -> c > 0 && look(rows, c) == TimeLook.DATES, c -> c > 1 && look(rows, c) == TimeLook.EPOCH);
    }

    /** The first column from a place on that holds no decimal numbers. */
    static int ids(List<List<String>> rows, int from) {
        int width = rows.isEmpty() ? 0 : rows.get(0).size();
        int found = first(
                width,
                c -> c >= from
                        && rows.stream()
                                .noneMatch(row ->
                                        row.size() > c && row.get(c).strip().matches("-?\\d+\\.\\d+")));
        return found < 0 ? from : found;
    }

    private static TimeLook look(List<List<String>> rows, int column) {
        return TimeLook.of(rows.stream()
                .filter(row -> row.size() > column)
                .map(row -> row.get(column))
                .toList());
    }

    private static int first(int width, IntPredicate... wanted) {
        for (IntPredicate predicate : wanted) {
            int found = IntStream.range(0, width).filter(predicate).findFirst().orElse(-1);
            if (found >= 0) {
                return found;
            }
        }
        return -1;
    }
}
