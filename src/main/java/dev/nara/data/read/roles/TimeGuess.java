package dev.nara.data.read.roles;

import dev.nara.data.read.time.TimeLook;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Guesses which column of an unknown table has the times of its rows. A column with such a name is chosen even if its cells cannot be read,
 * so that reading reports the wrong cell instead of silently ignoring the times.
 */
final class TimeGuess {
    /** Names that contain a word for a time. */
    private static final Pattern MENTIONS =
            Pattern.compile(".*(time|date|timestamp|시각|시간|일시|일자|날짜|" + OtherLanguages.TIMES + ").*|ts|when");

    /** Names of a moment, with nothing else. */
    private static final String MOMENTS =
            "(.*[_" + " .-])?(time|time_?stamp|ts|epoch)([_ .-]?(epoch|unix|utc|m?s|us|ns|sec|millis))*|unix_?time";

    /** The same, without the time of the last update of a row. */
    private static final Pattern MOMENT =
            Pattern.compile("(?!.*(modif|updat|insert|load|import|expir))(" + MOMENTS + ")");

    /** Names of a time, with nothing else. */
    private static final Pattern CALLED = Pattern.compile(MOMENTS + "|(.*[_"
            + " .-])?(date|datetime|when)|(review|event|log|rating|click)(time|date)"
            + "|.*(_at|시각|일시|일자|날짜)|(.*[_ .-])?(" + OtherLanguages.TIMES + ")");
    /** Names of a time of the item or the user, or of a duration. */
    private static final Pattern OTHERWISE = Pattern.compile(
            ".*(release|publish|birth|on_?air|upload|join|sign_?up|runtime|play_?time|duration|lifetime|sometime|crawl|scrape|trans_?time|cohort|season).*"
                    + "|(watch|play|run|listen|dwell|view|viewing|total|screen|spent|elapsed|read|reading|response|wait)[a-z]*[_"
                    + " .-]?time.*|(시청|재생|체류)\\s*시간");

    /** Names of a time at which a row was changed, stored or sent, or at which something ended. */
    private static final Pattern LATER = Pattern.compile(
            "modif|updat|insert|ingest|(?<!down|up)load|import|expir|process|receiv|sync|export|deliver|ship"
                    + "|(^|[_ .-])(end|ended|finish|finished|stop|return|returned)($|[_ .-])");

    /** Names of a time at which something happened. */
    private static final Pattern EVENT = Pattern.compile(
            "(event|action|occur|click|interaction|transaction|purchase)[a-z]*[_ .-]?(time|date|at|ts).*");

    /** Numbers that count days, weeks, months or quarters, or name them together with a year. */
    private static final Pattern COUNTED = Pattern.compile("(day|week|month|quarter)([_ ]?(no|num|number|id|index))?"
            + "|year[_ ]?(month|week|quarter)|yyyymm|(기준)?[년연]월");

    /** A column that is filled in a smaller share of rows is only used if there is no other. */
    private static final double FULL = .9;

    /** Counts of days within a month, weeks within a year, months and quarters start anew. */
    private static final Map<String, Integer> CYCLES = Map.of("day", 31, "week", 53, "month", 12, "quarter", 4);

    private static final Pattern CLOCK_DIGITS = Pattern.compile("([01]\\d|2[0-3])[0-5]\\d([0-5]\\d)?");

    private static final Pattern HOUR =
            Pattern.compile("(?i)(?!(.*[_ .-])?(watch|play|listen|dwell|total|screen|spent|elapsed|duration))"
                    + "(.*[_ .-])?(hour|hr)([_ ]?of[_ ]?day)?|시간대");
    private static final int LAST_HOUR = 23;

    private TimeGuess() {}

    /** Whether a name contains a word for a time. */
    static boolean mentions(String name) {
        return MENTIONS.matcher(lower(name)).matches();
    }

    /** The name in lower case, without the suffix of MongoDB for the type of a value. */
    private static String lower(String name) {
        return ColumnWords.untyped(name).toLowerCase(Locale.ROOT);
    }

    /** The index of the time column by names and cells, -1 for none; moments are preferred to days. */
    static int named(List<String> names, List<ColumnFacts> facts) {
        int found = called(names, facts);
        boolean day = found >= 0 && facts.get(found).day();
        int moment = first(
                day ? names.size() : 0,
                c -> facts.get(c).time()
                        && facts.get(c).filled() >= FULL * facts.get(found).filled()
                        && !facts.get(c).day()
                        && !isOtherwise(names.get(c))
                        && MOMENT.matcher(lower(names.get(c))).matches());
        return moment >= 0 ? moment : found;
    }

    private static int called(List<String> names, List<ColumnFacts> facts) {
        List<String> lower = names.stream().map(TimeGuess::lower).toList();
        int most = facts.stream().mapToInt(ColumnFacts::filled).max().orElse(0);
        IntPredicate mentions = c -> mentions(lower.get(c));
        IntPredicate otherwise = c -> OTHERWISE.matcher(lower.get(c)).matches();
        IntPredicate called = c -> CALLED.matcher(lower.get(c)).matches() && !otherwise.test(c);
        IntPredicate read = c -> facts.get(c).time() || facts.get(c).look() == TimeLook.SERIAL_DAYS;
        IntPredicate full = c -> read.test(c) && facts.get(c).filled() >= FULL * most;
        IntPredicate other = c -> ColumnWords.user(lower.get(c)) + ColumnWords.item(lower.get(c)) > ColumnWords.NONE
                || ColumnWords.number(names.get(c));
        IntPredicate later = c -> LATER.matcher(lower.get(c)).find();
        return first(
                names.size(),
                c -> called.test(c)
                        && full.test(c)
                        && EVENT.matcher(lower.get(c)).matches()
                        && !later.test(c),
                c -> called.test(c) && full.test(c) && !later.test(c),
                c -> called.test(c) && full.test(c),
                c -> mentions.test(c) && !otherwise.test(c) && full.test(c),
                c -> called.test(c) && read.test(c),
                c -> mentions.test(c) && !otherwise.test(c) && read.test(c),
                c -> facts.get(c).look() == TimeLook.DATES && !otherwise.test(c),
                c -> called.test(c)
                        && facts.get(c).look() != TimeLook.NOTHING
                        && facts.get(c).look() != TimeLook.CLOCK,
                c -> facts.get(c).look() == TimeLook.EPOCH
                        && !otherwise.test(c)
                        && !other.test(c)
                        && !facts.get(c).counts()
                        && !ColumnWords.counter(names.get(c))
                        && !lower.get(c).endsWith("id"),
                c -> counts(lower.get(c), facts.get(c)));
    }

    /** Whether a column counts days, weeks, months or quarters without starting anew. */
    private static boolean counts(String name, ColumnFacts facts) {
        int cycle = CYCLES.entrySet().stream()
                .filter(each -> name.startsWith(each.getKey()))
                .mapToInt(Map.Entry::getValue)
                .findFirst()
                .orElse(0);
        return COUNTED.matcher(name).matches() && facts.whole() && facts.most() > cycle;
    }

    /** The same for a table without names: dates, preferably after the first column, or large numbers from the third column on. */
    static int unnamed(List<ColumnFacts> facts) {
        return first(
                facts.size(),
                c -> c > 0 && facts.get(c).look() == TimeLook.DATES,
                c -> facts.get(c).look() == TimeLook.DATES,
                c -> c > 1 && facts.get(c).look() == TimeLook.EPOCH);
    }

    /** The index of the times of day that belong to a column of dates, -1 for none; preferably one with such a name, or the next column. */
    static int clock(List<String> names, List<ColumnFacts> facts, int date, List<List<String>> rows) {
        if (date < 0 || !facts.get(date).time() || !facts.get(date).day()) {
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
                        && digits(rows, c),
                c -> c != date
                        && HOUR.matcher(names.get(c)).matches()
                        && facts.get(c).between(0, LAST_HOUR));
    }

    /** Whether a column has hours and minutes, and possibly seconds, of two digits each. */
    private static boolean digits(List<List<String>> rows, int column) {
        return rows.stream()
                .allMatch(row -> column < row.size()
                        && CLOCK_DIGITS.matcher(row.get(column).strip()).matches());
    }

    /** Whether a name means a date of the item or the user, or a duration. */
    static boolean isOtherwise(String name) {
        return OTHERWISE.matcher(lower(name)).matches();
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
