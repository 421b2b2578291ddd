package dev.nara.eval;

/**
 * Keeps the K best of many scored items in a bounded heap. Equal scores are ordered by a number offered with them, lower first, then by
 * index. NaN ranks below every other score.
 */
public final class TopK {
    private final int capacity;
    /** Each entry's score in the high bits and the complement of its tie number below, comparable as longs; the worst entry is the root. */
    private final long[] keys;

    private final int[] items;
    private int size;

    public TopK(int k) {
        capacity = k;
        keys = new long[k];
        items = new int[k];
    }

    /** Offers an item whose ties are broken by its index. */
    public void offer(int item, float score) {
        offer(item, score, 0);
    }

    /** Offers an item; among equal scores, the lowest {@code tie} ranks first. */
    public void offer(int item, float score, int tie) {
        long key = key(usable(score), tie);
        if (size < capacity) {
            rise(size++, key, item);
        } else if (capacity > 0 && better(key, item, keys[0], items[0])) {
            sink(key, item);
        }
    }

    /** A long that sorts by score, then by descending tie number. */
    private static long key(float score, int tie) {
        int bits = Float.floatToIntBits(score + 0f); // -0 becomes 0
        int ordered = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
        return ((long) ordered << 32) + (Integer.MAX_VALUE - (long) tie);
    }

    private static float score(long key) {
        int ordered = (int) (key >> 32);
        return Float.intBitsToFloat(ordered ^ ((ordered >> 31) & Integer.MAX_VALUE));
    }

    /** The score used for ranking: NaN becomes lower than all others. */
    static float usable(float score) {
        return Float.isNaN(score) ? Float.NEGATIVE_INFINITY : score;
    }

    /** The kept items, best first: shape [at most k]. Empties the heap. */
    public int[] drain() {
        return drain(new float[size]);
    }

    /** The kept items, best first, with their scores in {@code into}, which has room for k. Empties the heap. */
    public int[] drain(float[] into) {
        int[] sorted = new int[size];
        while (size > 0) {
            size--;
            sorted[size] = items[0];
            into[size] = score(keys[0]);
            sink(keys[size], items[size]);
        }
        return sorted;
    }

    /** Lower scores than this are not kept. */
    float worst() {
        return size < capacity ? Float.NEGATIVE_INFINITY : score(keys[0]);
    }

    /** The number of kept items. */
    public int size() {
        return size;
    }

    /** Places an entry at a position or moves it up. */
    private void rise(int from, long key, int item) {
        int at = from;
        while (at > 0) {
            int parent = (at - 1) / 2;
            if (!better(keys[parent], items[parent], key, item)) {
                break;
            }
            keys[at] = keys[parent];
            items[at] = items[parent];
            at = parent;
        }
        keys[at] = key;
        items[at] = item;
    }

    /** Places an entry at the root or moves it down. */
    private void sink(long key, int item) {
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && better(keys[child], items[child], keys[child + 1], items[child + 1])) {
                child++;
            }
            if (better(keys[child], items[child], key, item)) {
                break;
            }
            keys[at] = keys[child];
            items[at] = items[child];
            at = child;
        }
        keys[at] = key;
        items[at] = item;
    }

    /** Whether an entry ranks before another. */
    private static boolean better(long key, int item, long otherKey, int otherItem) {
        return key != otherKey ? key > otherKey : item < otherItem;
    }
}
