package dev.nara.data.read.time;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The unambiguous forms of dates: with the year first, or the name of the month, and those of months, quarters and weeks. A time of day
 * with 24 or 12 hours and a fraction, and a zone, may follow the date. Years have four digits, except after the name of a month; {@link
 * Wording} removes other words first.
 */
final class DateForms {
    /** Each form as is, and then each after {@link Wording}. */
    static final List<TimeForm> ALL = withWording(List.of(
            after("uuuu-M-d"),
            after("uuuu/M/d"),
            after("uuuu.M.d"),
            new PatternForm(
                    builder()
                            .appendPattern("uuuuMMdd['T'][ ]")
                            .appendPattern("[HHmmss][HHmm]")
                            .append(fraction())
                            .append(zone())
                            .toFormatter(Locale.ENGLISH)
                            .withResolverStyle(ResolverStyle.STRICT),
                    true),
            after("uuuuMMdd"),
            after("d[ ][-][/][.]MMMM[ ][-][/][.][, ][,]uuuu"),
            after("d[ ][-][/][.]MMM[ ][-][/][.][, ][,]uuuu"),
            shortYear(),
            strict(builder().appendPattern("uuuu-M-d HH").parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0), true),
            after("MMMM d[,] uuuu"),
            after("MMM d[,] uuuu"),
            after("uuuu[ ][-][/][.]MMM[ ][-][/][.]d"),
            yearLast("MMMM d "),
            yearLast("MMM d "),
            PeriodForm.ANY,
            month("MMMM"),
            month("MMM")));

    private DateForms() {}

    /** A date written {@code d/M/uuuu} or {@code M/d/uuuu} with any of the usual separators. */
    static List<TimeForm> numbered(boolean dayFirst) {
        return withWording(Stream.of("/", "-", ".")
                .map(between -> after(
                        dayFirst
                                ? "d'" + between + "'M'" + between + "'uuuu"
                                : "M'" + between + "'d'" + between + "'uuuu"))
                .toList());
    }

    private static List<TimeForm> withWording(List<TimeForm> forms) {
        return Stream.concat(forms.stream(), forms.stream().map(form ->
                        (TimeForm) (text, into) -> form.read(Wording.plain(text), into)))
                .toList();
    }

    private static DateTimeFormatterBuilder builder() {
        return new DateTimeFormatterBuilder().parseCaseInsensitive();
    }

    private static TimeForm after(String date) {
        return after(builder().appendPattern(date));
    }

    /** The form of Oracle and Excel, {@code 13-SEP-20}: years from 1970 to 2069. */
    private static TimeForm shortYear() {
        return after(builder().appendPattern("d[-][ ]MMM[-][ ]").appendValueReduced(ChronoField.YEAR, 2, 2, 1970));
    }

    private static TimeForm after(DateTimeFormatterBuilder date) {
        return strict(date.optionalStart()
                .appendPattern("['T'][ ][, ][:]")
                .append(clock())
                .optionalEnd()
                .append(zone()));
    }

    private static TimeForm yearLast(String date) {
        return strict(
                builder().appendPattern(date).append(clock()).append(zone()).appendPattern(" uuuu"));
    }

    /** A month by its name with its year, as its first day: {@code Sep 2020}. */
    private static TimeForm month(String name) {
        return strict(
                builder().appendPattern(name + "[ ][-][/][, ][,]uuuu").parseDefaulting(ChronoField.DAY_OF_MONTH, 1));
    }

    private static TimeForm strict(DateTimeFormatterBuilder pattern) {
        return strict(pattern, false);
    }

    private static TimeForm strict(DateTimeFormatterBuilder pattern, boolean timed) {
        return new PatternForm(pattern.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT), timed);
    }

    /** Tries 6:09:00.5 PM before 18:09:00.5, which would stop before the PM. */
    private static DateTimeFormatter clock() {
        return builder()
                .optionalStart()
                .appendPattern("h[:m[:s]]")
                .append(fraction())
                .appendPattern("[ ]a")
                .optionalEnd()
                .optionalStart()
                .appendPattern("H:m[:s]")
                .append(fraction())
                .optionalEnd()
                .toFormatter(Locale.ENGLISH);
    }

    private static DateTimeFormatter fraction() {
        return builder()
                .optionalStart()
                .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
                .optionalEnd()
                .optionalStart()
                .appendLiteral(',')
                .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, false)
                .optionalEnd()
                .toFormatter(Locale.ENGLISH);
    }

    /** Z, an offset of any length, or a region such as Asia/Seoul. */
    private static DateTimeFormatter zone() {
        return builder()
                .optionalStart()
                .appendPattern("[ ]")
                .appendOffset("+HHMM", "Z")
                .optionalEnd()
                .optionalStart()
                .appendPattern("[ ]")
                .parseLenient()
                .appendOffset("+HH:MM:ss", "Z")
                .parseStrict()
                .optionalEnd()
                .optionalStart()
                .appendPattern("[ ]['[']")
                .parseCaseSensitive()
                .appendZoneRegionId()
                .appendPattern("[']']")
                .optionalEnd()
                .toFormatter(Locale.ENGLISH);
    }
}
