package dev.nara.data.read.time;

import java.util.List;
import java.util.regex.Pattern;

/** The kind of times in the first cells of a column. */
public enum TimeLook {
    /** Dates with separators or words. */
    DATES,
    /** Times of day without a date. */
    CLOCK,
    /** Numbers of the size of times since 1970, or dates of digits. */
    EPOCH,
    /** Numbers of the size of days in spreadsheets. */
    SERIAL_DAYS,
    /** Smaller numbers, such as years or counts. */
    NUMBERS,
    /** No known form of times. */
    OTHER,
    /** There are no cells. */
    NOTHING;

    private static final Pattern CLOCK_CELL = Pattern.compile(
            "(?:오전|오후|AM|PM)? ?\\d{1,2}(?::\\d{2}){1,2}(?:[.,]\\d{1,9})?(?: ?[ap]\\.?m\\.?)?"
                    + "|(?:오전|오후|午前|午後)? ?\\d{1,2} ?[시時时] ?\\d{1,2} ?[분分](?: ?\\d{1,2} ?[초秒])?",
            Pattern.CASE_INSENSITIVE);

    /** A date of numbers and points, which resembles a number. */
    private static final Pattern DOTTED = Pattern.compile("\\d{1,2}\\.\\d{1,2}\\.\\d{4}");

    /** A date without a time of day, or with midnight, which some programs add to dates. */
    private static final Pattern DAY = Pattern.compile("[^:]{1,14}|[^:]*\\d\\D?[ T]0?0:00(:00(\\.0+)?)?");

    private static final Pattern DAY_DIGITS = Pattern.compile("(19|20)\\d{6}");

    /** The kind of these cells; empty ones are ignored. */
    public static TimeLook of(List<String> cells) {
        List<String> filled =
                cells.stream().map(String::strip).filter(c -> !c.isEmpty()).toList();
        if (filled.isEmpty()) {
            return NOTHING;
        }
        if (!filled.stream().allMatch(NumberForm::isNumber) || filled.stream().allMatch(DOTTED.asMatchPredicate())) {
            if (filled.stream().allMatch(cell -> CLOCK_CELL.matcher(cell).matches())) {
                return CLOCK;
            }
            boolean dates = filled.stream().allMatch(DayMonth::has) || TimeForms.reads(TimeForms.of(filled), filled);
            return dates ? DATES : OTHER;
        }
        WrittenTime into = new WrittenTime();
        if (!TimeForms.reads(DigitsForm.ANY, filled) && ExcelForm.fits(filled)) {
            return SERIAL_DAYS;
        }
        TimeForm form = TimeForms.of(filled);
        boolean large = false;
        for (String cell : filled) {
            if (!form.read(cell, into)) {
                return OTHER;
            }
            large |= into.kind() != WrittenTime.Kind.SMALL_NUMBER;
        }
        return large ? EPOCH : NUMBERS;
    }

    /** Whether cells, if they are times, are dates without a time of day. */
    public static boolean days(List<String> cells) {
        return cells.stream()
                .allMatch(cell -> DAY_DIGITS.matcher(cell).matches()
                        || (!cell.matches("-?\\d{9,}(\\.\\d+)?|\\d+\\.\\d+")
                                && DAY.matcher(cell).matches()));
    }
}
