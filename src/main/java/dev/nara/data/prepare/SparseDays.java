package dev.nara.data.prepare;

import dev.nara.data.Dataset;
import dev.nara.data.Finding;
import dev.nara.data.Interactions;
import dev.nara.data.LogTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Days at the end of the period that hold next to nothing. */
final class SparseDays {
    private static final int SHORTEST_PERIOD = 7;

    private SparseDays() {}

    /** The first of the days at the end that each hold less than a tenth of the median day; null for none. */
    private static @Nullable LocalDate firstSparseDay(Dataset dataset) {
        NavigableMap<LocalDate, Integer> days = days(dataset);
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

    /** Rows a day; empty where times are no dates. */
    static NavigableMap<LocalDate, Integer> days(Dataset dataset) {
        NavigableMap<LocalDate, Integer> days = new TreeMap<>();
        if (dataset.clock()) {
            Interactions rows = dataset.interactions();
            Map<Long, Integer> counts = new HashMap<>();
            for (int r = 0; r < rows.size(); r++) {
                counts.merge(LogTime.day(rows.time(r)), 1, Integer::sum);
            }
            counts.forEach((day, count) -> days.put(LocalDate.ofEpochDay(day), count));
        }
        return days;
    }

    static @Nullable Finding check(Dataset dataset) {
        LocalDate first = firstSparseDay(dataset);
        if (first == null) {
            return null;
        }
        Map<LocalDate, Integer> last = days(dataset).tailMap(first, true);
        List<String> examples = new ArrayList<>();
        last.forEach((day, count) -> examples.add(day + ": " + count));
        return Repair.found(
                "sparse-days",
                last.values().stream().mapToInt(Integer::intValue).sum(),
                examples);
    }

    static Dataset mend(Dataset dataset) {
        LocalDate first = firstSparseDay(dataset);
        if (first == null) {
            return dataset;
        }
        Interactions rows = dataset.interactions();
        long end = LogTime.of(first);
        return dataset.with(rows.filter((user, row) -> rows.time(row) < end));
    }
}
