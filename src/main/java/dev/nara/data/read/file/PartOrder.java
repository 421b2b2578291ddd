package dev.nara.data.read.file;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The order of files that are parts of one table: by their names, in which numbers are compared by value, and months in order of the year,
 * so that {@code log-2} comes before {@code log-10}, {@code 2019-Nov} before {@code 2019-Dec}, and {@code Dec-2018} before {@code
 * Oct-2019}.
 */
final class PartOrder {
    /** The names of months, in any case. */
    static final String MONTHS =
            "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

    private static final List<String> FIRST_LETTERS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** A month, optionally with a day before it and a year after it. */
    private static final Pattern MONTH = Pattern.compile("(?i)(?:(?<![0-9])([0-9]{1,2})[-_. ]?)?(?<![a-z])(" + MONTHS
            + ")(?![a-z])(?:[-_. ]?((?:19|20)[0-9]{2})(?![0-9]))?");

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private record Keyed<T>(String key, Path path, T part) {}

    private PartOrder() {}

    /** Parts in the order of their paths. Makes each key once, because a table may be in hundreds of thousands of files. */
    static <T> List<T> sorted(Stream<T> parts, Function<T, Path> path) {
        return parts.map(part -> new Keyed<>(key(path.apply(part).toString()), path.apply(part), part))
                .sorted(Comparator.comparing((Keyed<T> keyed) -> keyed.key()).thenComparing(keyed -> keyed.path()))
                .map(Keyed::part)
                .toList();
    }

    /** A sort key: comparing keys as texts orders names as parts. */
    static String key(String name) {
        String months = MONTH.matcher(name).replaceAll(PartOrder::month);
        return NUMBER.matcher(months).replaceAll(PartOrder::number);
    }

    /** A number without leading zeros, after a character that is larger for more digits. */
    private static String number(MatchResult found) {
        String digits = found.group();
        int zeros = 0;
        while (zeros < digits.length() - 1 && digits.charAt(zeros) == '0') {
            zeros++;
        }
        return (char) ('0' + Math.min(15, digits.length() - zeros)) + digits.substring(zeros);
    }

    private static String month(MatchResult found) {
        String letters = found.group(2).substring(0, 3).toLowerCase(Locale.ROOT);
        String month = Integer.toString(FIRST_LETTERS.indexOf(letters) + 1);
        String day = found.group(1);
        String year = found.group(3);
        String written = year == null
                ? (day == null ? "" : day + "-") + month
                : year + "-" + month + (day == null ? "" : "-" + day);
        return Matcher.quoteReplacement(written);
    }
}
