package dev.nara.algorithm;

import java.util.Arrays;

/** Draws items that a user has not interacted with, uniformly over the catalogue. Thread-safe. */
public final class NegativeSampler {
    private static final int FILTER_BITS = 16;

    private final int items;
    private final int[][] positives;
    private final boolean avoidPositives;
    /** Whether any user knows more than half of the catalogue. */
    private final boolean crowded;
    /**
     * A Bloom-like filter of each user's known items: about 16 bits per known item, or, where that is not more, one bit per item of the
     * catalogue, which is then exact. An unset bit, the common case, makes the search unnecessary.
     */
    private final long[] filter;
    /** The offset of each user's words in the filter: [users + 1]; every user has a power of two of them. */
    private final int[] filterStart;

    /**
     * A sampler over these positives.
     *
     * @param items the size of the catalogue
     * @param positives shape [users][distinct items], each ascending
     * @param avoidPositives whether positives must never be drawn
     */
    public NegativeSampler(int items, int[][] positives, boolean avoidPositives) {
        this.items = items;
        this.positives = positives;
        this.avoidPositives = avoidPositives;
        crowded = Arrays.stream(positives).anyMatch(known -> known.length > items / 2);
        filterStart = new int[positives.length + 1];
        for (int u = 0; u < positives.length; u++) {
            long bits = Math.max(Long.SIZE, Math.min(items, (long) positives[u].length * FILTER_BITS));
            long words = avoidPositives ? Long.highestOneBit(2 * bits - 1) / Long.SIZE : 0;
            filterStart[u + 1] = Math.toIntExact(filterStart[u] + words);
        }
        filter = new long[filterStart[positives.length]];
        for (int u = 0; avoidPositives && u < positives.length; u++) {
            for (int item : positives[u]) {
                long bit = bit(u, item);
                filter[(int) (bit >> 6)] |= 1L << bit;
            }
        }
    }

    /** The number of negatives available per positive of a user, at most {@code wanted}; 0 if the user knows all items. */
    public int available(int user, int wanted) {
        return avoidPositives ? Math.min(wanted, items - positives[user].length) : wanted;
    }

    /** The negative that belongs to a seed, for a user with at least one. */
    public int draw(int user, long seed) {
        if (crowded && avoidPositives && positives[user].length > items / 2) {
            int[] known = positives[user];
            return nth(known, below(items - known.length, HashedRandom.mixed(seed)));
        }
        long state = seed;
        int item = below(items, HashedRandom.mixed(state));
        while (avoidPositives && knows(user, item)) {
            state += HashedRandom.GOLDEN;
            item = below(items, HashedRandom.mixed(state));
        }
        return item;
    }

    /** The item that {@link #draw} tries first; complemented by {@code ~} if the user may know it, so that it must be drawn properly. */
    int candidate(int user, long seed) {
        int item = below(items, HashedRandom.mixed(seed));
        if (!avoidPositives) {
            return item;
        }
        // No branches on loaded values, so that the processor can overlap many lookups.
        return crowded ? ~item : item ^ -mark(user, item);
    }

    private boolean knows(int user, int item) {
        boolean maybe = mark(user, item) != 0;
        return maybe && (covered(user) || Arrays.binarySearch(positives[user], item) >= 0);
    }

    /** Whether the user has one bit for every item. */
    private boolean covered(int user) {
        return items <= (filterStart[user + 1] - filterStart[user]) * (long) Long.SIZE;
    }

    /** 1 if the bit of a user's item is set, else 0. */
    private int mark(int user, int item) {
        long bit = bit(user, item);
        return (int) (filter[(int) (bit >> 6)] >>> bit) & 1;
    }

    /** The position of an item's bit in the user's filter. */
    private long bit(int user, int item) {
        int start = filterStart[user];
        int bits = (filterStart[user + 1] - start) << 6;
        return ((long) start << 6) + (item & (bits - 1));
    }

    private static int below(int bound, long random) {
        return (int) (((random >>> 32) * bound) >>> 32);
    }

    /** The n-th item, from 0, that is not known. */
    private static int nth(int[] known, int n) {
        int low = 0;
        int high = known.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (known[middle] - middle <= n) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return n + low;
    }
}
