package dev.nara.data;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/** When the rows of a log happened. Computed once, not on the window's thread; empty if times are not dates. */
public final class Activity {
    /** A day is nearly empty below this share of the median day. */
    private static final double NEARLY_EMPTY = 0.1;

    private static final int DAYS = 7;
    private static final int HOURS = 24;

    private final NavigableMap<LocalDate, Integer> days;
    private final NavigableMap<LocalDate, Integer> users;
    private final int[][] hours = new int[DAYS][HOURS];
    private final int median;

    /** Reads all rows. */
    public Activity(Dataset dataset) {
        days = dataset.rowsByDay();
        int[] counts =
                days.values().stream().mapToInt(Integer::intValue).sorted().toArray();
        median = counts.length == 0 ? 0 : counts[counts.length / 2];
        users = dataset.clock() ? count(dataset.interactions(), dataset.calendar()) : new TreeMap<>();
    }

    private NavigableMap<LocalDate, Integer> count(Interactions rows, LogCalendar calendar) {
        DayCounts weeks = new DayCounts(rows, calendar);
        for (int u = 0; u < rows.users(); u++) {
            long week = Long.MIN_VALUE;
            for (int r = rows.start(u); r < rows.end(u); r++) {
                long day = calendar.day(rows.time(r));
                // 1970-01-01 was a Thursday.
                int weekday = (int) Math.floorMod(day + 3, (long) DAYS);
                hours[weekday][calendar.hour(rows.time(r))]++;
                if (day - weekday != week) {
                    week = day - weekday;
                    weeks.add(week);
                }
            }
        }
        return weeks.map();
    }

    /** The number of rows per day; days without rows are left out. */
    public NavigableMap<LocalDate, Integer> days() {
        return Collections.unmodifiableNavigableMap(days);
    }

    /** The number of users with a row per week, identified by its Monday; weeks without rows are left out. */
    public NavigableMap<LocalDate, Integer> usersByWeek() {
        return Collections.unmodifiableNavigableMap(users);
    }

    /** The number of rows by day of the week, Monday first, and hour of the day: shape [7][24]. */
    public int[][] hours() {
        return Arrays.stream(hours).map(int[]::clone).toArray(int[][]::new);
    }

    /** Whether a day has less than a tenth of the rows of the median day. */
    public boolean nearlyEmpty(LocalDate day) {
        return days.getOrDefault(day, 0) < NEARLY_EMPTY * median;
    }
}
