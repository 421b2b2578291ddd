package dev.nara.data.prepare;

import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** Finds days at the end of the period that have hardly any rows. */
final class SparseDays {
    private static final int SHORTEST_PERIOD = 7;

    private SparseDays() {}

    static @Nullable Flaw look(Dataset dataset) {
        NavigableMap<LocalDate, Integer> days = dataset.rowsByDay();
        LocalDate first = firstSparse(days);
        if (first == null) {
            return null;
        }
        Map<LocalDate, Integer> last = days.tailMap(first, true);
        List<String> examples = new ArrayList<>();
        last.forEach((day, count) -> examples.add(day + ": " + count));
        Interactions rows = dataset.interactions();
        long end = dataset.calendar().start(first);
        return Flaw.of(
                "sparse-days",
                last.values().stream().mapToInt(Integer::intValue).sum(),
                examples,
                () -> dataset.with(rows.filter((user, row) -> rows.time(row) < end)));
    }

    /** The first of the final days that each have less than a tenth of the rows of the median day; null for none. */
    private static @Nullable LocalDate firstSparse(NavigableMap<LocalDate, Integer> days) {
        if (days.size() < SHORTEST_PERIOD) {
            return null;
        }
        int[] counts =
                days.values().stream().mapToInt(Integer::intValue).sorted().toArray();
        int median = counts[counts.length / 2];
        LocalDate first = null;
        for (LocalDate day : days.descendingKeySet()) {
            if (10L * days.getOrDefault(day, 0) >= median) {
                break;
            }
            first = day;
        }
        return first;
    }
}
