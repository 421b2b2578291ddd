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
    /** Bits set for what a user knows, some 16 an item: a bit that is not set spares the search, as it mostly does. */
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
            long words = !avoidPositives ? 0 : Math.max(1, (long) positives[u].length * FILTER_BITS / Long.SIZE);
            filterStart[u + 1] = Math.toIntExact(filterStart[u] + (words == 0 ? 0 : Long.highestOneBit(2 * words - 1)));
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

    private boolean knows(int user, int item) {
        long bit = bit(user, item);
        boolean maybe = (filter[(int) (bit >> 6)] & (1L << bit)) != 0;
        return maybe && Arrays.binarySearch(positives[user], item) >= 0;
    }

    /** The bit of the filter that stands for a user's item. */
    private long bit(int user, int item) {
        int start = filterStart[user];
        int bits = (filterStart[user + 1] - start) << 6;
        int hash = (item * 0x9E3779B1) >>> 7;
        return ((long) start << 6) + (hash & (bits - 1));
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
