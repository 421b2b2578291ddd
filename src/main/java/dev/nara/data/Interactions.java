package dev.nara.data;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The log rows of all users as compact arrays: user u owns the rows {@code start(u)} … {@code end(u)-1}, in order of time. Contains every
 * row, so an item may repeat within a user. Rows may have additional numbers, such as a rating, and words, such as the kind of an event, in
 * named columns. Immutable.
 */
public final class Interactions {
    /** The additional column with the share of the item that was watched, 0 … 1. */
    public static final String WATCHED_SHARE = "watched_share";

    private final int itemCount;
    private final int[] offsets;
    private final int[] items;
    private final long[] times;
    private final Map<String, float[]> columns;
    private final Map<String, List<String>> vocabularies;
    private final RowsHash hash;
    private volatile int @Nullable [][] distinctItems;

    private Interactions(
            int itemCount,
            int[] offsets,
            int[] items,
            long[] times,
            Map<String, float[]> columns,
            Map<String, List<String>> vocabularies) {
        this.itemCount = itemCount;
        this.offsets = offsets;
        this.items = items;
        this.times = times;
        this.columns = columns;
        this.vocabularies = vocabularies;
        this.hash = new RowsHash(offsets, items, times, columns, vocabularies);
    }

    /**
     * Creates the interactions from sorted rows.
     *
     * @param items of the rows, below itemCount
     * @param columns additional numbers of each row by name, NaN for unknown
     */
    static Interactions of(int itemCount, RowOrder order, int[] items, Map<String, float[]> columns) {
        return new Interactions(itemCount, order.offsets(), items, order.times(), columns, Map.of());
    }

    /** A hash of all rows, computed once. */
    RowsHash hash() {
        return hash;
    }

    /** The rows for which {@code keep} is true, same users and items. */
    public Interactions filter(RowPredicate keep) {
        BitSet kept = new BitSet(items.length);
        int[] newOffsets = new int[offsets.length];
        int rows = 0;
        for (int u = 0; u < users(); u++) {
            for (int r = start(u); r < end(u); r++) {
                if (keep.test(u, r)) {
                    kept.set(r);
                    rows++;
                }
            }
            newOffsets[u + 1] = rows;
        }
        RowPicks picks = new RowPicks(kept, rows);
        return new Interactions(
                itemCount, newOffsets, picks.of(items), picks.of(times), picks.of(columns), vocabularies);
    }

    /**
     * A copy with other item indices.
     *
     * @param moved the new index of each old one; every item that has a row must have one
     * @param count the new number of items
     */
    Interactions renumbered(int[] moved, int count) {
        int[] renumbered = new int[items.length];
        Arrays.setAll(renumbered, r -> moved[items[r]]);
        return new Interactions(count, offsets, renumbered, times, columns, vocabularies);
    }

    /**
     * A copy in which some users have other items: first all rows of those items that the user already has, in their order, then one row
     * for each other item, with the time of the latest row of all and unknown additional columns.
     *
     * @param who distinct users
     * @param histories shape [who][items]
     */
    public Interactions withHistories(int[] who, int[][] histories) {
        int[][] wanted = new int[users()][];
        for (int n = 0; n < who.length; n++) {
            wanted[who[n]] = Arrays.stream(histories[n]).sorted().distinct().toArray();
        }
        // The old place of each new row; for an added row, -1 - item.
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
        return withAdded(newOffsets, Arrays.copyOf(source, rows));
    }

    /** Copies rows from their old places; an added row is given as -1 - item, and gets the latest time and unknown additional columns. */
    private Interactions withAdded(int[] newOffsets, int[] source) {
        long latest = size() == 0 ? 0 : lastTime();
        int[] newItems = new int[source.length];
        long[] newTimes = new long[source.length];
        for (int r = 0; r < source.length; r++) {
            newItems[r] = source[r] < 0 ? -1 - source[r] : items[source[r]];
            newTimes[r] = source[r] < 0 ? latest : times[source[r]];
        }
        Map<String, float[]> newColumns = new LinkedHashMap<>();
        columns.forEach((name, values) -> {
            float[] numbers = new float[source.length];
            for (int r = 0; r < source.length; r++) {
                numbers[r] = source[r] < 0 ? Float.NaN : values[source[r]];
            }
            newColumns.put(name, numbers);
        });
        return new Interactions(itemCount, newOffsets, newItems, newTimes, newColumns, vocabularies);
    }

    /** A copy with more columns of numbers: shape [rows] each, in the order of these rows. */
    public Interactions with(Map<String, float[]> more) {
        Map<String, float[]> all = new LinkedHashMap<>(columns);
        all.putAll(more);
        return new Interactions(itemCount, offsets, items, times, all, vocabularies);
    }

    /** A copy in which these columns contain words: the number n of a row represents the n-th word, from 0. */
    public Interactions withWords(Map<String, List<String>> words) {
        return new Interactions(itemCount, offsets, items, times, columns, new LinkedHashMap<>(words));
    }

    /** The names of the additional columns. */
    public Set<String> columns() {
        Set<String> numbers = new LinkedHashSet<>(columns.keySet());
        numbers.removeAll(vocabularies.keySet());
        return Collections.unmodifiableSet(numbers);
    }

    /** The words of a column of words, by their numbers; empty for other columns. */
    public List<String> words(String column) {
        return vocabularies.getOrDefault(column, List.of());
    }

    /** The names of the columns of words. */
    public Set<String> wordColumns() {
        return Collections.unmodifiableSet(vocabularies.keySet());
    }

    /** The word of a row, "" if it has none or there is no such column. */
    public String word(String column, int row) {
        float number = number(column, row);
        return Float.isNaN(number) ? "" : words(column).get((int) number);
    }

    /** A number of a row, or for a column of words the number of its word; NaN if unknown or if there is no such column. */
    public float number(String column, int row) {
        float[] values = columns.get(column);
        return values == null ? Float.NaN : values[row];
    }

    /** Decides which rows to keep. */
    @FunctionalInterface
    public interface RowPredicate {
        /** Whether to keep a row of a user. */
        boolean test(int user, int row);
    }

    /** The number of users, with or without rows. */
    public int users() {
        return offsets.length - 1;
    }

    /** The number of items in the catalogue, with or without rows. */
    public int items() {
        return itemCount;
    }

    /** The number of rows. */
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

    /** The number of rows of a user. */
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

    /** The distinct items of a user, ascending; not to be changed. */
    public int[] distinctItems(int user) {
        int[][] known = distinctItems;
        return known == null ? DistinctItems.sorted(items, start(user), end(user)) : known[user];
    }

    /** The distinct items of every user, ascending: shape [users][distinct items]; not to be changed. Computed once. */
    public int[][] distinctItems() {
        int[][] known = distinctItems;
        if (known == null) {
            known = DistinctItems.of(offsets, items, itemCount);
            distinctItems = known;
        }
        return known;
    }

    /** The number of distinct (user, item) pairs. */
    public long distinctPairs() {
        return Arrays.stream(distinctItems())
                .mapToLong(itemsOf -> itemsOf.length)
                .sum();
    }

    /** The number of rows of each item: shape [items]. */
    public int[] itemCounts() {
        int[] counts = new int[itemCount];
        for (int item : items) {
            counts[item]++;
        }
        return counts;
    }

    /** The number of users of each item: shape [items]. */
    public int[] viewers() {
        int[] viewers = new int[itemCount];
        for (int[] itemsOf : distinctItems()) {
            for (int item : itemsOf) {
                viewers[item]++;
            }
        }
        return viewers;
    }

    /** The earliest time; Long.MAX_VALUE when empty. */
    public long firstTime() {
        long first = Long.MAX_VALUE;
        for (int u = 0; u < users(); u++) {
            first = count(u) == 0 ? first : Math.min(first, times[start(u)]);
        }
        return first;
    }

    /** The latest time; Long.MIN_VALUE when empty. */
    public long lastTime() {
        long last = Long.MIN_VALUE;
        for (int u = 0; u < users(); u++) {
            last = count(u) == 0 ? last : Math.max(last, times[end(u) - 1]);
        }
        return last;
    }
}
