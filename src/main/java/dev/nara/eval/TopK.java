package dev.nara.eval;

/**
 * Keeps the K best of many scored items in a bounded heap. Equal scores rank by a number that
 * is offered with them, lower first, then by index. A score that is not a number loses to every other.
 */
public final class TopK {
    private final int capacity;
    /** Each entry's score above the complement of its tie, in an order of longs; the worst entry is the heap's root. */
    private final long[] keys;

    private final int[] items;
    private int size;

    /** For the {@code k} best. */
    public TopK(int k) {
        capacity = k;
        keys = new long[k];
        items = new int[k];
    }

    /** Offers an item that wins and loses ties by its index. */
    public void offer(int item, float score) {
        offer(item, score, 0);
    }

    /** Offers an item; of those with the same score the one with the lowest {@code tie} ranks first. */
    public void offer(int item, float score, int tie) {
        long key = key(usable(score), tie);
        if (size < capacity) {
            rise(size++, key, item);
        } else if (capacity > 0 && better(key, item, keys[0], items[0])) {
            sink(key, item);
        }
    }

    /** Longs in the order of scores, and within a score of ties from the last. */
    private static long key(float score, int tie) {
        int bits = Float.floatToIntBits(score + 0f); // -0 becomes 0
        int ordered = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
        return ((long) ordered << 32) + (Integer.MAX_VALUE - (long) tie);
    }

    private static float score(long key) {
        int ordered = (int) (key >> 32);
        return Float.intBitsToFloat(ordered ^ ((ordered >> 31) & Integer.MAX_VALUE));
    }

    /** The score by which an item is ranked: one that is not a number is below all others. */
    static float usable(float score) {
        return Float.isNaN(score) ? Float.NEGATIVE_INFINITY : score;
    }

    /** The kept items, best first: shape [at most k]. Empties the heap. */
    public int[] drain() {
        return drain(new float[size]);
    }

    /** The kept items, best first, with their scores in {@code into}; {@code into} has room for k. Empties the heap. */
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

    /** Below this a score is not kept. */
    float worst() {
        return size < capacity ? Float.NEGATIVE_INFINITY : score(keys[0]);
    }

    /** How many are kept. */
    public int size() {
        return size;
    }

    /** Puts an entry at a place or above it. */
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

    /** Puts an entry at the root or below it. */
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
