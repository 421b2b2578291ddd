package dev.nara.ui.data.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The days to be labelled on a time axis: round days, as dense as space permits.
 *
 * @param unit the finest unit of the labels
 */
record DayTicks(List<LocalDate> days, Unit unit) {
    /** Round steps in days of a month, then in months. */
    private static final int[] DAYS = {1, 2, 7, 14};

    private static final int[] MONTHS = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600};
    private static final int YEAR = 12;
    /** From this day of a month on there are no labels, because the next month follows. */
    private static final int LATE = 27;

    /** The finest unit of a label. */
    enum Unit {
        DAY,
        MONTH,
        YEAR
    }

    /** At most {@code most} days between two days, including both. */
    static DayTicks of(LocalDate first, LocalDate last, int most) {
        long span = last.toEpochDay() - first.toEpochDay() + 1;
        for (int step : DAYS) {
            if (span / step <= most) {
                return new DayTicks(daysOf(first, last, step), Unit.DAY);
            }
        }
        for (int step : MONTHS) {
            List<LocalDate> days = monthsOf(first, last, step);
            if (days.size() <= most) {
                boolean within = first.getYear() == last.getYear();
                return new DayTicks(days, step >= YEAR ? Unit.YEAR : within ? Unit.DAY : Unit.MONTH);
            }
        }
        return new DayTicks(List.of(), Unit.YEAR);
    }

    private static List<LocalDate> daysOf(LocalDate first, LocalDate last, int step) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if ((day.getDayOfMonth() - 1) % step == 0 && (step == 1 || day.getDayOfMonth() < LATE)) {
                days.add(day);
            }
        }
        return days;
    }

    private static List<LocalDate> monthsOf(LocalDate first, LocalDate last, int step) {
        List<LocalDate> days = new ArrayList<>();
        LocalDate month = first.withDayOfMonth(1);
        int place = Math.floorMod(month.getYear() * YEAR + month.getMonthValue() - 1, step);
        for (LocalDate day = month.minusMonths(place); !day.isAfter(last); day = day.plusMonths(step)) {
            if (!day.isBefore(first)) {
                days.add(day);
            }
        }
        return days;
    }
}
