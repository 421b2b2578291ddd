package dev.nara.data.read.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A month, a quarter or an ISO week instead of a day, as its first day: {@code 2023-05}, {@code 2023-Q2}, {@code 2023-W17}. Only the years
 * 1900 to 2099, because ids can look similar.
 */
final class PeriodForm implements TimeForm {
    static final PeriodForm ANY = new PeriodForm();

    private static final String YEAR = "(?<year>(19|20)\\d{2})";
    private static final String MONTH = "(?<month>0?[1-9]|1[0-2])";
    private static final String QUARTER = "(?<quarter>[1-4])";

    /** With two digits where nothing says that it is a month: 2020-1 is often the number of something. */
    private static final Pattern MONTHS =
            Pattern.compile(YEAR + "([-/](?=\\d\\d)|\\s*[년年]\\s*(?=\\d+\\s*[월月]))" + MONTH + "\\s*[월月]?");

    private static final Pattern MONTHS_FIRST = Pattern.compile(MONTH + "[-/]" + YEAR);
    private static final Pattern QUARTERS =
            Pattern.compile(YEAR + "([-/ ]?Q" + QUARTER + "|\\s*년\\s*(?<nth>[1-4])\\s*분기)", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUARTERS_FIRST =
            Pattern.compile("(Q" + QUARTER + "|(?<nth>[1-4])Q)[-/ ]?" + YEAR, Pattern.CASE_INSENSITIVE);
    private static final Pattern WEEKS =
            Pattern.compile(YEAR + "[- ]?W(?<week>\\d{1,2})(-?(?<day>[1-7]))?", Pattern.CASE_INSENSITIVE);

    private static final int MONTHS_OF_A_QUARTER = 3;

    private PeriodForm() {}

    @Override
    public boolean read(String text, WrittenTime into) {
        Matcher found = MONTHS.matcher(text);
        if (found.matches() || found.usePattern(MONTHS_FIRST).matches()) {
            return month(found, Integer.parseInt(found.group("month")), into);
        }
        if (found.usePattern(QUARTERS).matches()
                || found.usePattern(QUARTERS_FIRST).matches()) {
            String quarter = found.group("quarter") == null ? found.group("nth") : found.group("quarter");
            return month(found, MONTHS_OF_A_QUARTER * (Integer.parseInt(quarter) - 1) + 1, into);
        }
        return found.usePattern(WEEKS).matches() && week(found, into);
    }

    private static boolean month(Matcher found, int month, WrittenTime into) {
        return into.local(
                LocalDate.of(Integer.parseInt(found.group("year")), month, 1).atStartOfDay());
    }

    private static boolean week(Matcher found, WrittenTime into) {
        int day = found.group("day") == null ? 1 : Integer.parseInt(found.group("day"));
        int year = Integer.parseInt(found.group("year"));
        try {
            // The fourth of January is in the first week of every year; not every year has a week 53.
            LocalDate date = LocalDate.of(year, 1, 4)
                    .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(found.group("week")))
                    .with(DayOfWeek.of(day));
            return date.get(IsoFields.WEEK_BASED_YEAR) == year && into.local(date.atStartOfDay());
        } catch (DateTimeException e) {
            return false;
        }
    }
}
