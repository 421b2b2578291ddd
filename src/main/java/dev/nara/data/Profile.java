package dev.nara.data;

import dev.nara.text.Fact;
import dev.nara.text.Numbers;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What a dataset holds, in numbers and as the points of two plots. Computed once, off any window's thread. */
public final class Profile {
    /** Upper bounds of the history-length classes; the last class is open. */
    private static final int[] BOUNDS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};

    private final Dataset dataset;
    private final int[] lengths;
    private final int[] sortedCounts;
    private final long distinctPairs;
    private final String period;
    private final int[] doublings = new int[Integer.SIZE - 1];
    private final int median;
    private final Activity activity;

    /** Goes over all rows once. */
    public Profile(Dataset dataset) {
        this.dataset = dataset;
        Interactions rows = dataset.interactions();
        lengths = new int[BOUNDS.length + 1];
        for (int u = 0; u < rows.users(); u++) {
            if (rows.count(u) > 0) {
                doublings[Integer.SIZE - 1 - Integer.numberOfLeadingZeros(rows.count(u))]++;
                int place = Arrays.binarySearch(BOUNDS, rows.count(u));
                lengths[place >= 0 ? place : -place - 1]++;
            }
        }
        distinctPairs = rows.distinctPairs();
        period = dataset.clock() && rows.size() > 0
                ? dataset.calendar().date(rows.firstTime()) + " … "
                        + dataset.calendar().date(rows.lastTime())
                : "";
        median = median(rows);
        activity = new Activity(dataset);
        int[] counts = rows.itemCounts();
        Arrays.sort(counts);
        sortedCounts = new int[counts.length];
        for (int i = 0; i < counts.length; i++) {
            sortedCounts[i] = counts[counts.length - 1 - i];
        }
    }

    private static int median(Interactions rows) {
        int[] counts = IntStream.range(0, rows.users())
                .map(rows::count)
                .filter(n -> n > 0)
                .sorted()
                .toArray();
        return counts.length == 0 ? 0 : counts[counts.length / 2];
    }

    /** When the rows happened. */
    public Activity activity() {
        return activity;
    }

    /** Rows by hour of the day: shape [24]; all 0 where times are no dates. */
    public int[] hours() {
        int[] sums = new int[24];
        for (int[] day : activity.hours()) {
            Arrays.setAll(sums, h -> sums[h] + day[h]);
        }
        return sums;
    }

    /** Rows by day of the week, Monday first: shape [7]; all 0 where times are no dates. */
    public int[] weekdays() {
        return Arrays.stream(activity.hours())
                .mapToInt(day -> Arrays.stream(day).sum())
                .toArray();
    }

    /** Rows by week, each named by its Monday; empty where times are no dates. */
    public NavigableMap<LocalDate, Integer> weeks() {
        NavigableMap<LocalDate, Integer> weeks = new TreeMap<>();
        activity.days().forEach((day, count) -> weeks.merge(day.with(DayOfWeek.MONDAY), count, Integer::sum));
        return weeks;
    }

    /** Half of the users with rows have at least so many; 0 where nobody has any. */
    public int medianHistory() {
        return median;
    }

    /** How many users have 1 row, 2 or 3, 4 to 7 and so on, each class twice as wide as the one before; the last is not empty. */
    public int[] historyDoublings() {
        int last = doublings.length;
        while (last > 0 && doublings[last - 1] == 0) {
            last--;
        }
        return Arrays.copyOf(doublings, last);
    }

    /** The share of watched items that have at most five rows, 0 … 1. */
    public double tailShare() {
        long rare = Arrays.stream(sortedCounts).filter(c -> c > 0 && c <= 5).count();
        return rare / Math.max(1.0, watchedItems());
    }

    /** Users with at least one row. */
    public int activeUsers() {
        return Arrays.stream(lengths).sum();
    }

    /** Items with at least one row. */
    public int watchedItems() {
        return (int) Arrays.stream(sortedCounts).filter(c -> c > 0).count();
    }

    /** Log rows. */
    public int rows() {
        return dataset.interactions().size();
    }

    /** Distinct (user, item) pairs. */
    public long distinctPairs() {
        return distinctPairs;
    }

    /** Distinct pairs as a share of users × items, 0 … 1. */
    public double density() {
        return distinctPairs
                / Math.max(
                        1.0, (double) dataset.users().size() * dataset.items().size());
    }

    /** The share of rows that repeat an earlier pair, 0 … 1. */
    public double repeatShare() {
        return rows() == 0 ? 0 : 1 - distinctPairs / (double) rows();
    }

    /** The share of rows that the most popular hundredth of the watched items takes, 0 … 1. */
    public double headShare() {
        int head = Math.max(1, watchedItems() / 100);
        return Arrays.stream(sortedCounts, 0, Math.min(head, sortedCounts.length))
                        .sum()
                / Math.max(1.0, rows());
    }

    /** How many rows each item has, most first: shape [items]. */
    public int[] popularity() {
        return sortedCounts.clone();
    }

    /** How many users there are in each class of history length. */
    public int[] historyLengths() {
        return lengths.clone();
    }

    /** The name of a class of history length, such as "6-10". */
    public String historyLengthClass(int place) {
        if (place == BOUNDS.length) {
            return BOUNDS[place - 1] + 1 + "+";
        }
        int low = place == 0 ? 1 : BOUNDS[place - 1] + 1;
        return low == BOUNDS[place] ? Integer.toString(low) : low + "-" + BOUNDS[place];
    }

    /** All that stands in one line each, in the order in which it is read. */
    public List<Fact> facts() {
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("profile.source", dataset.path().toString()),
                new Fact("profile.format", dataset.format()),
                new Fact("profile.encoding", dataset.source().encoding()),
                new Fact("profile.users", Numbers.grouped(dataset.users().size())),
                new Fact("profile.items", Numbers.grouped(dataset.items().size())),
                new Fact("profile.watched", Numbers.grouped(watchedItems())),
                new Fact("profile.rows", Numbers.grouped(rows())),
                new Fact("profile.pairs", Numbers.grouped(distinctPairs())),
                new Fact("profile.density", Numbers.percent(density(), 3)),
                new Fact("profile.repeats", Numbers.percent(repeatShare(), 1)),
                new Fact("profile.head", Numbers.percent(headShare(), 1)),
                new Fact("profile.tail", Numbers.percent(tailShare(), 1))));
        // Of files that are no text.
        facts.removeIf(fact -> fact.equals(new Fact("profile.encoding", "")));
        GivenTest given = dataset.given();
        if (given != null) {
            facts.add(new Fact("profile.given", Numbers.grouped(given.rows().size())));
        }
        if (!period().isEmpty()) {
            facts.add(new Fact("profile.period", period()));
            facts.addAll(dataset.calendar().facts());
        }
        return facts;
    }

    /** The name of the zone in which days and hours are cut, "" where none is known. */
    public String zoneName() {
        return dataset.calendar().zoneName();
    }

    /** First and last day as "2022-03-01 … 2022-04-30", "" where times are only an order. */
    public String period() {
        return period;
    }
}
