package dev.nara.data;

import java.util.Arrays;

/**
 * The log rows of all users as compact arrays: user u owns the rows {@code start(u)} … {@code end(u)-1}, in order of
 * time. Holds every row, so an item may repeat within a user. Immutable.
 */
public final class Interactions {
    private final int itemCount;
    private final int[] offsets;
    private final int[] items;
    private final long[] times;

    private Interactions(int itemCount, int[] offsets, int[] items, long[] times) {
        this.itemCount = itemCount;
        this.offsets = offsets;
        this.items = items;
        this.times = times;
    }

    /**
     * Sorts rows by user and time; rows of one user and time keep their order.
     *
     * @param users the user index of each row, below userCount
     * @param items the item index of each row, below itemCount
     * @param times the {@link LogTime} of each row, or any number that orders a user's rows
     * @param rows how many entries of the arrays are used
     */
    public static Interactions of(int userCount, int itemCount, int[] users, int[] items, long[] times, int rows) {
        int[] offsets = new int[userCount + 1];
        for (int r = 0; r < rows; r++) {
            offsets[users[r] + 1]++;
        }
        for (int u = 0; u < userCount; u++) {
            offsets[u + 1] += offsets[u];
        }
        int[] next = Arrays.copyOf(offsets, userCount);
        int[] sortedItems = new int[rows];
        long[] sortedTimes = new long[rows];
        for (int r = 0; r < rows; r++) {
            int place = next[users[r]]++;
            sortedItems[place] = items[r];
            sortedTimes[place] = times[r];
        }
        for (int u = 0; u < userCount; u++) {
            sortByTime(sortedItems, sortedTimes, offsets[u], offsets[u + 1]);
        }
        return new Interactions(itemCount, offsets, sortedItems, sortedTimes);
    }

    private static void sortByTime(int[] items, long[] times, int from, int to) {
        boolean sorted = true;
        for (int r = from + 1; r < to && sorted; r++) {
            sorted = times[r - 1] <= times[r];
        }
        if (sorted) {
            return;
        }
        long first = Arrays.stream(times, from, to).min().orElse(0);
        Integer[] order = new Integer[to - from];
        Arrays.setAll(order, i -> from + i);
        Arrays.sort(order, (a, b) -> Long.compare(times[a] - first, times[b] - first));
        int[] orderedItems = new int[order.length];
        long[] orderedTimes = new long[order.length];
        for (int i = 0; i < order.length; i++) {
            orderedItems[i] = items[order[i]];
            orderedTimes[i] = times[order[i]];
        }
        System.arraycopy(orderedItems, 0, items, from, order.length);
        System.arraycopy(orderedTimes, 0, times, from, order.length);
    }

    /** The rows for which {@code keep} is true, same users and items. */
    public Interactions filter(RowPredicate keep) {
        int[] newOffsets = new int[offsets.length];
        int[] newItems = new int[items.length];
        long[] newTimes = new long[items.length];
        int rows = 0;
        for (int u = 0; u < users(); u++) {
            for (int r = start(u); r < end(u); r++) {
                if (keep.test(u, r)) {
                    newItems[rows] = items[r];
                    newTimes[rows++] = times[r];
                }
            }
            newOffsets[u + 1] = rows;
        }
        return new Interactions(itemCount, newOffsets, Arrays.copyOf(newItems, rows), Arrays.copyOf(newTimes, rows));
    }

    /** Says of a row whether it stays. */
    @FunctionalInterface
    public interface RowPredicate {
        /** Row r, of user u. */
        boolean test(int user, int row);
    }

    /** How many users there are, with or without rows. */
    public int users() {
        return offsets.length - 1;
    }

    /** How many items the catalogue has, watched or not. */
    public int items() {
        return itemCount;
    }

    /** How many rows there are. */
    public int size() {
        return items.length;
    }

    /** The first row of a user. */
    public int start(int user) {
        return offsets[user];
    }

    /** One past the last row of a user. */
    public int end(int user) {
        return offsets[user + 1];
    }

    /** How many rows a user has. */
    public int count(int user) {
        return offsets[user + 1] - offsets[user];
    }

    /** The item of a row. */
    public int item(int row) {
        return items[row];
    }

    /** The time of a row, see {@link LogTime}. */
    public long time(int row) {
        return times[row];
    }

    /** The distinct items of a user, ascending. */
    public int[] distinctItems(int user) {
        int[] sorted = Arrays.copyOfRange(items, start(user), end(user));
        Arrays.sort(sorted);
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[distinct++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, distinct);
    }

    /** The distinct items of every user, ascending: shape [users][distinct items]. */
    public int[][] distinctItems() {
        int[][] all = new int[users()][];
        Arrays.setAll(all, this::distinctItems);
        return all;
    }

    /** How many rows each item has: shape [items]. */
    public int[] itemCounts() {
        int[] counts = new int[itemCount];
        for (int item : items) {
            counts[item]++;
        }
        return counts;
    }

    /** The earliest time; Long.MAX_VALUE when empty. */
    public long firstTime() {
        return Arrays.stream(times).min().orElse(Long.MAX_VALUE);
    }

    /** The latest time; Long.MIN_VALUE when empty. */
    public long lastTime() {
        return Arrays.stream(times).max().orElse(Long.MIN_VALUE);
    }
}
