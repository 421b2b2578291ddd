package dev.nara.data.read.roles;

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
    private static final Pattern MENTIONS =
            Pattern.compile(".*(time|date|timestamp|시각|시간|일시|일자|날짜|" + OtherLanguages.TIMES + ").*|ts|when");
    /** Is called a time and nothing else. */
    private static final Pattern CALLED = Pattern.compile("(.*[_"
            + " .-])?(time|date|datetime|timestamp|ts|when|epoch)|unix_?time|(review|event|log|rating|click)(time|date)"
            + "|.*(_at|시각|일시|일자|날짜)|(.*[_ .-])?(" + OtherLanguages.TIMES + ")");
    /** Is about the item or the user, or a duration. */
    private static final Pattern OTHERWISE = Pattern.compile(
            ".*(release|publish|birth|on_?air|upload|join|sign_?up|runtime|play_?time|duration|lifetime|sometime|crawl|scrape|trans_?time).*"
                    + "|(watch|play|run|listen|dwell|view|viewing|total|screen|spent|elapsed|read|reading|response|wait)[a-z]*[_"
                    + " .-]?time.*|(시청|재생|체류)\\s*시간");

    /** A date without a time of day. */
    private static final Pattern DAY = Pattern.compile("[^:]{1,14}|[^:]*\\d\\D?[ T]0?0:00(:00(\\.0+)?)?");

    private static final int DAYS_OF_A_MONTH = 31;

    private static final Pattern CLOCK_DIGITS = Pattern.compile("([01]\\d|2[0-3])[0-5]\\d([0-5]\\d)?");

    private TimeGuess() {}

    /** Whether a name mentions a time in some way. */
    static boolean mentions(String name) {
        return MENTIONS.matcher(name.strip().toLowerCase(Locale.ROOT)).matches();
    }

    /** The place of a table's time column by the names and the cells, -1 for none. */
    static int named(List<String> names, List<ColumnFacts> facts) {
        List<String> lower =
                names.stream().map(n -> n.strip().toLowerCase(Locale.ROOT)).toList();
        IntPredicate mentions = c -> mentions(lower.get(c));
        IntPredicate otherwise = c -> OTHERWISE.matcher(lower.get(c)).matches();
        IntPredicate called = c -> CALLED.matcher(lower.get(c)).matches() && !otherwise.test(c);
        IntPredicate read = c -> facts.get(c).time() || facts.get(c).look() == TimeLook.SERIAL_DAYS;
        IntPredicate other = c -> ColumnWords.user(lower.get(c)) + ColumnWords.item(lower.get(c)) > ColumnWords.NONE
                || ColumnWords.number(names.get(c));
        return first(
                names.size(),
                c -> called.test(c) && read.test(c),
                c -> mentions.test(c) && !otherwise.test(c) && read.test(c),
                c -> facts.get(c).look() == TimeLook.DATES && !otherwise.test(c),
                c -> called.test(c)
                        && facts.get(c).look() != TimeLook.NOTHING
                        && facts.get(c).look() != TimeLook.CLOCK,
                c -> facts.get(c).look() == TimeLook.EPOCH && !otherwise.test(c) && !other.test(c),
                c -> lower.get(c).equals("day")
                        && facts.get(c).whole()
                        && facts.get(c).most() > DAYS_OF_A_MONTH);
    }

    /** The same for a table without names: dates, rather behind the first column, or large numbers from the third on. */
    static int unnamed(List<ColumnFacts> facts) {
        return first(
                facts.size(),
                c -> c > 0 && facts.get(c).look() == TimeLook.DATES,
                c -> facts.get(c).look() == TimeLook.DATES,
                c -> c > 1 && facts.get(c).look() == TimeLook.EPOCH);
    }

    /** The place of the times of day that belong to a column of dates, -1 for none; of several the one called so, or the next. */
    static int clock(List<String> names, List<ColumnFacts> facts, int date, List<List<String>> rows) {
        if (date < 0
                || !facts.get(date).time()
                || rows.stream()
                        .anyMatch(row -> date < row.size()
                                && !DAY.matcher(row.get(date).strip()).matches())) {
            return -1;
        }
        IntPredicate signed = c -> facts.get(c).look() == TimeLook.CLOCK
                && !OTHERWISE.matcher(names.get(c).toLowerCase(Locale.ROOT)).matches();
        return first(
                names.size(),
                c -> c != date && signed.test(c) && mentions(names.get(c)),
                c -> c == date + 1 && signed.test(c),
                c -> c != date
                        && mentions(names.get(c))
                        && CALLED.matcher(names.get(c).toLowerCase(Locale.ROOT)).matches()
                        && digits(rows, c));
    }

    /** Hours, minutes and seconds, or hours and minutes, of two digits each. */
    private static boolean digits(List<List<String>> rows, int column) {
        return rows.stream()
                .allMatch(row -> column < row.size()
                        && CLOCK_DIGITS.matcher(row.get(column).strip()).matches());
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
