package dev.nara.data;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Counts by day. The range of {@link LogTime} has few enough days for an array. */
final class DayCounts {
    /** More than the days to the Monday before the first day, and than shifts by time zones. */
    private static final int MARGIN = 8;

    private final long first;
    private final int[] counts;

    /** Covers the days from the first to the last time of these rows. */
    DayCounts(Interactions rows, LogCalendar calendar) {
        boolean none = rows.size() == 0;
        first = none ? 0 : calendar.day(rows.firstTime()) - MARGIN;
        counts = new int[none ? 0 : Math.toIntExact(calendar.day(rows.lastTime()) + MARGIN + 1 - first)];
    }

    /** The number of rows per day; days without rows are left out. */
    static NavigableMap<LocalDate, Integer> rows(Interactions rows, LogCalendar calendar) {
        DayCounts days = new DayCounts(rows, calendar);
        for (int r = 0; r < rows.size(); r++) {
            days.add(calendar.day(rows.time(r)));
        }
        return days.map();
    }

    /** Adds one to a day, counted from 1970-01-01. */
    void add(long day) {
        counts[(int) (day - first)]++;
    }

    /** The counts of days that have any. */
    NavigableMap<LocalDate, Integer> map() {
        NavigableMap<LocalDate, Integer> map = new TreeMap<>();
        for (int d = 0; d < counts.length; d++) {
            if (counts[d] > 0) {
                map.put(LocalDate.ofEpochDay(first + d), counts[d]);
            }
        }
        return map;
    }
}
