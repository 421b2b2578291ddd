package dev.nara.data.prepare;

import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds days that have at most a thousandth of all rows and are further from the others than the span of those, such as 1970-01-01 in the
 * data of one month of 2024. A split by time would count the gap as part of the period.
 */
final class StrayDays {
    private static final double MOST = 0.001;

    private StrayDays() {}

    /** The first and last day of the dense part. */
    private record Period(LocalDate first, LocalDate last) {}

    private static @Nullable Period dense(NavigableMap<LocalDate, Integer> days) {
        if (days.size() < 2) {
            return null;
        }
        double most =
                MOST * days.values().stream().mapToLong(Integer::longValue).sum();
        LocalDate first = edge(days, most, true);
        LocalDate last = edge(days, most, false);
        long span = last.toEpochDay() - first.toEpochDay() + 1;
        LocalDate before = days.lowerKey(first);
        LocalDate after = days.higherKey(last);
        boolean strayBefore = before != null && first.toEpochDay() - before.toEpochDay() > span;
        boolean strayAfter = after != null && after.toEpochDay() - last.toEpochDay() > span;
        return strayBefore || strayAfter
                ? new Period(strayBefore ? first : days.firstKey(), strayAfter ? last : days.lastKey())
                : null;
    }

    /** The day at which, counted from one end, more than {@code most} rows are reached. */
    private static LocalDate edge(NavigableMap<LocalDate, Integer> days, double most, boolean fromStart) {
        long passed = 0;
        for (LocalDate day : fromStart ? days.keySet() : days.descendingKeySet()) {
            passed += days.getOrDefault(day, 0);
            if (passed > most) {
                return day;
            }
        }
        return days.firstKey();
    }

    static @Nullable Flaw look(Dataset dataset) {
        NavigableMap<LocalDate, Integer> days = dataset.rowsByDay();
        Period period = dense(days);
        if (period == null) {
            return null;
        }
        List<String> examples = new ArrayList<>();
        long count = 0;
        for (NavigableMap<LocalDate, Integer> part :
                List.of(days.headMap(period.first(), false), days.tailMap(period.last(), false))) {
            part.forEach((day, rows) -> examples.add(day + ": " + rows));
            count += part.values().stream().mapToLong(Integer::longValue).sum();
        }
        long from = dataset.calendar().start(period.first());
        long end = dataset.calendar().start(period.last().plusDays(1));
        Interactions rows = dataset.interactions();
        return Flaw.of(
                "stray-days",
                count,
                examples,
                () -> dataset.with(rows.filter((user, row) -> rows.time(row) >= from && rows.time(row) < end)));
    }
}
