package dev.nara.data;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A hash of log rows that changes with any of them; computed when first needed. */
final class RowsHash {
    /** What a hash is multiplied by before the next value is added. */
    static final long HASH = 1_000_003;

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final int[] offsets;
    private final int[] items;
    private final long[] times;
    private final Map<String, float[]> numbers;
    private final Map<String, List<String>> words;
    private volatile @Nullable Long ofRows;
    private volatile @Nullable Long ofColumns;

    /**
     * Hashes the arrays of {@link Interactions}.
     *
     * @param offsets the first row of each user, and the number of rows at the end
     * @param words the words that the numbers of some columns represent
     */
    RowsHash(int[] offsets, int[] items, long[] times, Map<String, float[]> numbers, Map<String, List<String>> words) {
        this.offsets = offsets;
        this.items = items;
        this.times = times;
        this.numbers = numbers;
        this.words = words;
    }

    /**
     * Continues a hash with the end of each user's rows, and then with every row's item and time; cached. Dates are hashed as minutes and
     * an order of 0 to 99, as earlier versions stored them, plus the rest of their precision.
     */
    long rows(long before, boolean dates) {
        Long known = ofRows;
        if (known == null) {
            long hash = 0;
            for (int u = 0; u < offsets.length - 1; u++) {
                hash = hash * HASH + offsets[u + 1];
            }
            for (int r = 0; r < items.length; r++) {
                hash = (hash * HASH + items[r]) * HASH + (dates ? ofDate(times[r]) : times[r]);
            }
            known = hash;
            ofRows = known;
        }
        return after(before, offsets.length - 1 + 2L * items.length, known);
    }

    /** The hash of some values and then {@code count} others, of which the hash that starts at 0 is known. */
    static long after(long before, long count, long known) {
        long power = 1;
        long square = HASH;
        for (long steps = count; steps > 0; steps >>= 1) {
            power *= (steps & 1) == 1 ? square : 1;
            square *= square;
        }
        return before * power + known;
    }

    private static long ofDate(long time) {
        return LogTime.minute(time) * 100 + LogTime.order(time) + LogTime.beyondOrder(time) * SPREAD;
    }

    /** A hash of the additional columns with their names and words; cached. */
    long columns() {
        Long known = ofColumns;
        if (known == null) {
            long hash = 0;
            for (Map.Entry<String, float[]> column : numbers.entrySet()) {
                hash = hash * HASH + column.getKey().hashCode();
                for (String word : words.getOrDefault(column.getKey(), List.of())) {
                    hash = hash * HASH + word.hashCode();
                }
                for (float value : column.getValue()) {
                    hash = hash * HASH + Float.floatToIntBits(value);
                }
            }
            known = hash;
            ofColumns = known;
        }
        return known;
    }
}
