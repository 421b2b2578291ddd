package dev.nara.ui.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.text.TextAlignment;

/**
 * Days as places on an axis.
 *
 * @param first the day at its left end
 * @param last the day that ends at its right end
 */
record DayScale(LocalDate first, LocalDate last, double left, double right) {
    private static final double GAP = 8;

    /** How wide a day is. */
    double perDay() {
        return (right - left) / (last.toEpochDay() - first.toEpochDay() + 1);
    }

    /** Where a day begins. */
    double x(LocalDate day) {
        return left + (day.toEpochDay() - first.toEpochDay()) * perDay();
    }

    /** The day whose beginning is nearest. */
    LocalDate day(double x) {
        return first.plusDays(Math.round((x - left) / perDay()));
    }

    /** The day that is there. */
    LocalDate within(double x) {
        LocalDate day = first.plusDays((long) Math.floor((x - left) / perDay()));
        return day.isBefore(first) ? first : day.isAfter(last) ? last : day;
    }

    /**
     * Names days below the axis, none over another: first those of {@code bold}, then the ends, then round ones.
     *
     * @param room what a label takes at most
     */
    void label(Brush brush, DataWords words, double y, List<LocalDate> bold, double room) {
        List<double[]> taken = new ArrayList<>();
        for (LocalDate day : bold) {
            place(brush, words.shortDay(day), x(day), y, true, taken);
        }
        DayTicks ticks = DayTicks.of(first, last, Math.max(2, (int) ((right - left) / room)));
        boolean years = first.getYear() != last.getYear();
        place(brush, words.tick(first, years ? DayTicks.Unit.MONTH : DayTicks.Unit.DAY), left, y, false, taken);
        place(brush, words.tick(last, years ? DayTicks.Unit.MONTH : DayTicks.Unit.DAY), right, y, false, taken);
        for (LocalDate day : ticks.days()) {
            place(brush, words.tick(day, ticks.unit()), x(day), y, false, taken);
        }
    }

    private void place(Brush brush, String name, double x, double y, boolean bold, List<double[]> taken) {
        double wide = Brush.width(name);
        double from = Math.max(left, Math.min(right - wide, x - wide / 2));
        for (double[] other : taken) {
            if (from < other[1] + GAP && from + wide > other[0] - GAP) {
                return;
            }
        }
        taken.add(new double[] {from, from + wide});
        brush.write(
                name,
                from,
                y,
                TextAlignment.LEFT,
                bold ? brush.colours().text() : brush.colours().muted(),
                bold);
    }
}
