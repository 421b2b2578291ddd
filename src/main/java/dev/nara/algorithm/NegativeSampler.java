package dev.nara.algorithm;

import java.util.Arrays;

/** Draws items a user has not interacted with, uniformly over the catalogue. Safe for many threads. */
public final class NegativeSampler {
    private static final int FILTER_BITS = 16;

    private final int items;
    private final int[][] positives;
    private final boolean avoidPositives;
    /** Whether there is a user who knows more than half of the catalogue. */
    private final boolean crowded;
    /**
     * Bits set for what a user knows, some 16 an item that is known, or one for each item of the catalogue where that is not more: then
     * the bit is the answer; else a bit that is not set spares the search, as it mostly does.
     */
    private final long[] filter;
    /** Where a user's words of the filter start: [users + 1]; each user has a power of two of them. */
    private final int[] filterStart;

    /**
     * @param items size of the catalogue
     * @param positives shape [users][distinct items], each ascending
     * @param avoidPositives whether a positive must never be drawn
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

    /** How many negatives a positive of the user can have when {@code wanted} are asked for; 0 if none is left. */
    public int available(int user, int wanted) {
        return avoidPositives ? Math.min(wanted, items - positives[user].length) : wanted;
    }

    /** The negative, of a user who has at least one, that belongs to a seed. */
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

    /** The item that {@link #draw} begins with, below 0 by {@code ~} where the user may know it, so that it must be drawn. */
    int candidate(int user, long seed) {
        int item = below(items, HashedRandom.mixed(seed));
        if (!avoidPositives) {
            return item;
        }
        // No branch on what memory holds, so that the processor looks up many at once.
        return crowded ? ~item : item ^ -mark(user, item);
    }

    private boolean knows(int user, int item) {
        boolean maybe = mark(user, item) != 0;
        return maybe && (covered(user) || Arrays.binarySearch(positives[user], item) >= 0);
    }

    /** Whether each item has a bit of its own. */
    private boolean covered(int user) {
        return items <= (filterStart[user + 1] - filterStart[user]) * (long) Long.SIZE;
    }

    /** 1 where the bit of a user's item is set, else 0. */
    private int mark(int user, int item) {
        long bit = bit(user, item);
        return (int) (filter[(int) (bit >> 6)] >>> bit) & 1;
    }

    /** The bit of the filter that stands for a user's item. */
    private long bit(int user, int item) {
        int start = filterStart[user];
        int bits = (filterStart[user + 1] - start) << 6;
        return ((long) start << 6) + (item & (bits - 1));
    }

    private static int below(int bound, long random) {
        return (int) (((random >>> 32) * bound) >>> 32);
    }

    /** The n-th item, from 0, that is not among the known ones. */
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
