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

/** Statistics of a dataset, and the points of two plots. Computed once, not on the window's thread. */
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

    /** Reads all rows once. */
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

    /** The number of rows by hour of the day: shape [24]; all 0 if times are not dates. */
    public int[] hours() {
        int[] sums = new int[24];
        for (int[] day : activity.hours()) {
            Arrays.setAll(sums, h -> sums[h] + day[h]);
        }
        return sums;
    }

    /** The number of rows by day of the week, Monday first: shape [7]; all 0 if times are not dates. */
    public int[] weekdays() {
        return Arrays.stream(activity.hours())
                .mapToInt(day -> Arrays.stream(day).sum())
                .toArray();
    }

    /** The number of rows per week, identified by its Monday; empty if times are not dates. */
    public NavigableMap<LocalDate, Integer> weeks() {
        NavigableMap<LocalDate, Integer> weeks = new TreeMap<>();
        activity.days().forEach((day, count) -> weeks.merge(day.with(DayOfWeek.MONDAY), count, Integer::sum));
        return weeks;
    }

    /** The median number of rows of users with rows; 0 if there are none. */
    public int medianHistory() {
        return median;
    }

    /**
     * The number of users with 1 row, 2 or 3, 4 to 7 and so on, each class twice as wide as the previous one; ends with the last non-empty
     * class.
     */
    public int[] historyDoublings() {
        int last = doublings.length;
        while (last > 0 && doublings[last - 1] == 0) {
            last--;
        }
        return Arrays.copyOf(doublings, last);
    }

    /** The share of items with at most five rows among items with rows, 0 … 1. */
    public double tailShare() {
        long rare = Arrays.stream(sortedCounts).filter(c -> c > 0 && c <= 5).count();
        return rare / Math.max(1.0, watchedItems());
    }

    /** The number of users with at least one row. */
    public int activeUsers() {
        return Arrays.stream(lengths).sum();
    }

    /** The number of items with at least one row. */
    public int watchedItems() {
        return (int) Arrays.stream(sortedCounts).filter(c -> c > 0).count();
    }

    /** The number of log rows. */
    public int rows() {
        return dataset.interactions().size();
    }

    /** The number of distinct (user, item) pairs. */
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

    /** The share of rows of the most popular hundredth of the items with rows, 0 … 1. */
    public double headShare() {
        int head = Math.max(1, watchedItems() / 100);
        return Arrays.stream(sortedCounts, 0, Math.min(head, sortedCounts.length))
                        .sum()
                / Math.max(1.0, rows());
    }

    /** The numbers of rows of items, descending: shape [items]. */
    public int[] popularity() {
        return sortedCounts.clone();
    }

    /** The number of users in each class of history length. */
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

    /** The facts that fit on one line each, in display order. */
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
        // Files that are not text have no encoding.
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

    /** The name of the zone that determines days and hours, "" if unknown. */
    public String zoneName() {
        return dataset.calendar().zoneName();
    }

    /** First and last day as "2022-03-01 … 2022-04-30", "" if times are only an order. */
    public String period() {
        return period;
    }
}
