package dev.nara.data;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The log rows of all users as compact arrays: user u owns the rows {@code start(u)} … {@code end(u)-1}, in order of
 * time. Holds every row, so an item may repeat within a user. Rows may carry further numbers, such as a rating, in named
 * columns. Immutable.
 */
public final class Interactions {
    /** The further number that says which share of the item was watched in the row, 0 … 1. */
    public static final String WATCHED_SHARE = "watched_share";

    private static final long HASH = 1_000_003;

    private final int itemCount;
    private final int[] offsets;
    private final int[] items;
    private final long[] times;
    private final Map<String, float[]> columns;
    /** Of the rows alone, see {@link #hash}; computed once. */
    private volatile @Nullable Long rowsHash;

    private volatile @Nullable Long columnsHash;
    private volatile @Nullable Long distinctPairs;

    private Interactions(int itemCount, int[] offsets, int[] items, long[] times, Map<String, float[]> columns) {
        this.itemCount = itemCount;
        this.offsets = offsets;
        this.items = items;
        this.times = times;
        this.columns = columns;
    }

    /**
     * Sorts rows by user and time; rows of one user and time keep their order.
     *
     * @param users the user index of each row, below userCount
     * @param items the item index of each row, below itemCount
     * @param times the {@link LogTime} of each row, or any number that orders a user's rows
     * @param rows how many entries of the arrays are used
     * @param columns further numbers of each row by name, NaN for unknown; used as far as {@code rows}
     */
    public static Interactions of(
            int userCount,
            int itemCount,
            int[] users,
            int[] items,
            long[] times,
            int rows,
            Map<String, float[]> columns) {
        int[] offsets = new int[userCount + 1];
        for (int r = 0; r < rows; r++) {
            offsets[users[r] + 1]++;
        }
        for (int u = 0; u < userCount; u++) {
            offsets[u + 1] += offsets[u];
        }
        int[] next = Arrays.copyOf(offsets, userCount);
        int[] source = new int[rows];
        for (int r = 0; r < rows; r++) {
            source[next[users[r]]++] = r;
        }
        for (int u = 0; u < userCount; u++) {
            sortByTime(source, times, offsets[u], offsets[u + 1]);
        }
        return new Interactions(itemCount, offsets, picked(items, source), picked(times, source), map(columns, source));
    }

    /** Continues a hash over where each user's rows end, then every row's item and time; fast when asked again. */
    long hash(long before) {
        Long known = rowsHash;
        if (known == null) {
            long hash = 0;
            for (int u = 0; u < users(); u++) {
                hash = hash * HASH + end(u);
            }
            for (int r = 0; r < size(); r++) {
                hash = (hash * HASH + item(r)) * HASH + time(r);
            }
            known = hash;
            rowsHash = known;
        }
        long power = 1;
        long square = HASH;
        for (long steps = users() + 2L * size(); steps > 0; steps >>= 1) {
            power *= (steps & 1) == 1 ? square : 1;
            square *= square;
        }
        return before * power + known;
    }

    /** A hash of the further numbers and their names; fast when asked again. */
    long columnsHash() {
        Long known = columnsHash;
        if (known == null) {
            long hash = 0;
            for (Map.Entry<String, float[]> column : columns.entrySet()) {
                hash = hash * HASH + column.getKey().hashCode();
                for (float value : column.getValue()) {
                    hash = hash * HASH + Float.floatToIntBits(value);
                }
            }
            known = hash;
            columnsHash = known;
        }
        return known;
    }

    private static int[] picked(int[] values, int[] rows) {
        int[] picked = new int[rows.length];
        for (int r = 0; r < picked.length; r++) {
            picked[r] = values[rows[r]];
        }
        return picked;
    }

    private static long[] picked(long[] values, int[] rows) {
        long[] picked = new long[rows.length];
        for (int r = 0; r < picked.length; r++) {
            picked[r] = values[rows[r]];
        }
        return picked;
    }

    private static Map<String, float[]> map(Map<String, float[]> columns, int[] rows) {
        Map<String, float[]> picked = new LinkedHashMap<>();
        columns.forEach((name, values) -> {
            float[] column = new float[rows.length];
            for (int r = 0; r < column.length; r++) {
                column[r] = values[rows[r]];
            }
            picked.put(name, column);
        });
        return picked;
    }

    /** Sorts a stretch of row numbers by time, keeping the order of equal times. */
    private static void sortByTime(int[] source, long[] times, int from, int to) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        boolean sorted = true;
        for (int r = from; r < to; r++) {
            long time = times[source[r]];
            sorted &= time >= last;
            first = Math.min(first, time);
            last = Math.max(last, time);
        }
        if (sorted) {
            return;
        }
        int bits = 32 - Integer.numberOfLeadingZeros(to - from);
        if (last - first >= 0 && last - first < 1L << (62 - bits)) {
            sortPacked(source, times, from, to, first, bits);
        } else {
            Integer[] order = Arrays.stream(source, from, to).boxed().toArray(Integer[]::new);
            Arrays.sort(order, (a, b) -> Long.compare(times[a], times[b]));
            for (int i = 0; i < order.length; i++) {
                source[from + i] = order[i];
            }
        }
    }

    /** Times and places side by side in one number each sort without an object a row. */
    private static void sortPacked(int[] source, long[] times, int from, int to, long first, int bits) {
        long[] packed = new long[to - from];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = ((times[source[from + i]] - first) << bits) | i;
        }
        Arrays.sort(packed);
        int[] before = Arrays.copyOfRange(source, from, to);
        for (int i = 0; i < packed.length; i++) {
            source[from + i] = before[(int) (packed[i] & ((1L << bits) - 1))];
        }
    }

    /** The rows for which {@code keep} is true, same users and items. */
    public Interactions filter(RowPredicate keep) {
        int[] kept = new int[items.length];
        int[] newOffsets = new int[offsets.length];
        int rows = 0;
        for (int u = 0; u < users(); u++) {
            for (int r = start(u); r < end(u); r++) {
                if (keep.test(u, r)) {
                    kept[rows++] = r;
                }
            }
            newOffsets[u + 1] = rows;
        }
        int[] source = Arrays.copyOf(kept, rows);
        return new Interactions(
                itemCount, newOffsets, picked(items, source), picked(times, source), map(columns, source));
    }

    /**
     * The same rows with other item indices.
     *
     * @param moved the new index of each old one; every item that has a row must have one
     * @param count how many items there are now
     */
    Interactions renumbered(int[] moved, int count) {
        int[] renumbered = new int[items.length];
        Arrays.setAll(renumbered, r -> moved[items[r]]);
        return new Interactions(count, offsets, renumbered, times, columns);
    }

    /**
     * The same rows but for some users, who have other items: of those that a user has already all rows, in their order,
     * then one row each of the others, at the time of the latest row of all, with nothing known of it.
     *
     * @param who distinct
     * @param histories shape [who][items]
     */
    public Interactions withHistories(int[] who, int[][] histories) {
        int[][] wanted = new int[users()][];
        for (int n = 0; n < who.length; n++) {
            wanted[who[n]] = Arrays.stream(histories[n]).sorted().distinct().toArray();
        }
        // The old place of each new row, or the item of one that is added, as -1 - item.
        int[] source = new int
                [size() + Arrays.stream(histories).mapToInt(h -> h.length).sum()];
        int[] newOffsets = new int[offsets.length];
        int rows = 0;
        for (int u = 0; u < users(); u++) {
            int[] own = wanted[u];
            for (int r = start(u); r < end(u); r++) {
                if (own == null || Arrays.binarySearch(own, items[r]) >= 0) {
                    source[rows++] = r;
                }
            }
            int[] known = own == null ? new int[0] : distinctItems(u);
            for (int item : own == null ? known : own) {
                if (Arrays.binarySearch(known, item) < 0) {
                    source[rows++] = -1 - item;
                }
            }
            newOffsets[u + 1] = rows;
        }
        long latest = size() == 0 ? 0 : lastTime();
        int[] newItems = new int[rows];
        long[] newTimes = new long[rows];
        for (int r = 0; r < rows; r++) {
            newItems[r] = source[r] < 0 ? -1 - source[r] : items[source[r]];
            newTimes[r] = source[r] < 0 ? latest : times[source[r]];
        }
        Map<String, float[]> newColumns = new LinkedHashMap<>();
        for (Map.Entry<String, float[]> column : columns.entrySet()) {
            float[] numbers = new float[rows];
            for (int r = 0; r < rows; r++) {
                numbers[r] = source[r] < 0 ? Float.NaN : column.getValue()[source[r]];
            }
            newColumns.put(column.getKey(), numbers);
        }
        return new Interactions(itemCount, newOffsets, newItems, newTimes, newColumns);
    }

    /** The same rows with more columns of further numbers: shape [rows] each, in the order of these rows. */
    public Interactions with(Map<String, float[]> more) {
        Map<String, float[]> all = new LinkedHashMap<>(columns);
        all.putAll(more);
        return new Interactions(itemCount, offsets, items, times, all);
    }

    /** The names of the columns of further numbers. */
    public Set<String> columns() {
        return Collections.unmodifiableSet(columns.keySet());
    }

    /** A number of a row, NaN where nothing is known of it or there is no such column. */
    public float number(String column, int row) {
        float[] values = columns.get(column);
        return values == null ? Float.NaN : values[row];
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

    /** The user of a row. */
    public int userOf(int row) {
        int place = Arrays.binarySearch(offsets, row);
        if (place < 0) {
            return -place - 2;
        }
        // Users without rows share their offset with the next user; the row belongs to the last of them.
        while (offsets[place + 1] == row) {
            place++;
        }
        return place;
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

    /** Distinct (user, item) pairs; fast when asked again. */
    public long distinctPairs() {
        Long known = distinctPairs;
        if (known == null) {
            long pairs = 0;
            for (int u = 0; u < users(); u++) {
                pairs += distinctItems(u).length;
            }
            known = pairs;
            distinctPairs = known;
        }
        return known;
    }

    /** How many rows each item has: shape [items]. */
    public int[] itemCounts() {
        int[] counts = new int[itemCount];
        for (int item : items) {
            counts[item]++;
        }
        return counts;
    }

    /** How many users have each item: shape [items]. */
    public int[] viewers() {
        int[] viewers = new int[itemCount];
        for (int u = 0; u < users(); u++) {
            for (int item : distinctItems(u)) {
                viewers[item]++;
            }
        }
        return viewers;
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
