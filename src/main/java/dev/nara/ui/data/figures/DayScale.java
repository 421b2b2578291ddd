package dev.nara.ui.data.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.text.TextAlignment;

/**
 * Maps days to positions on an axis.
 *
 * @param first the day at the left end
 * @param last the day that ends at the right end
 */
record DayScale(LocalDate first, LocalDate last, double left, double right) {
    private static final double GAP = 8;

    /** The width of a day. */
    double perDay() {
        return (right - left) / (last.toEpochDay() - first.toEpochDay() + 1);
    }

    /** The x coordinate of the start of a day. */
    double x(LocalDate day) {
        return left + (day.toEpochDay() - first.toEpochDay()) * perDay();
    }

    /** The day whose start is nearest. */
    LocalDate day(double x) {
        return first.plusDays(Math.round((x - left) / perDay()));
    }

    /** The day at an x coordinate. */
    LocalDate within(double x) {
        LocalDate day = first.plusDays((long) Math.floor((x - left) / perDay()));
        return day.isBefore(first) ? first : day.isAfter(last) ? last : day;
    }

    /**
     * Labels days below the axis without overlaps or repetitions: first those of {@code bold}, then the ends, then round days.
     *
     * @param room the maximum width of a label
     */
    void label(Brush brush, DataWords words, double y, List<LocalDate> bold, double room) {
        for (Named named : named(words, bold, room)) {
            brush.write(
                    named.name,
                    named.from,
                    y,
                    TextAlignment.LEFT,
                    named.bold ? brush.colours().text() : brush.colours().muted(),
                    named.bold);
        }
    }

    /** The label of a day, with its left and right ends. */
    record Named(String name, double from, double to, boolean bold) {}

    List<Named> named(DataWords words, List<LocalDate> bold, double room) {
        List<Named> taken = new ArrayList<>();
        for (LocalDate day : bold) {
            place(words.shortDay(day), x(day), true, taken);
        }
        DayTicks ticks = DayTicks.of(first, last, Math.max(2, (int) ((right - left) / room)));
        boolean years = first.getYear() != last.getYear();
        place(words.tick(first, years ? DayTicks.Unit.MONTH : DayTicks.Unit.DAY), left, false, taken);
        place(words.tick(last, years ? DayTicks.Unit.MONTH : DayTicks.Unit.DAY), right, false, taken);
        for (LocalDate day : ticks.days()) {
            place(words.tick(day, ticks.unit()), x(day), false, taken);
        }
        return taken;
    }

    private void place(String name, double x, boolean bold, List<Named> taken) {
        double wide = Brush.width(name);
        double from = Math.max(left, Math.min(right - wide, x - wide / 2));
        boolean free = taken.stream()
                .noneMatch(
                        other -> other.name.equals(name) || (from < other.to + GAP && from + wide > other.from - GAP));
        if (free) {
            taken.add(new Named(name, from, from + wide, bold));
        }
    }
}
