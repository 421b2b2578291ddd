package dev.nara.baseline;

import java.util.Arrays;

/** The k largest of the similarities that it is offered; of equals those of the lower rows. One object serves row after row. */
final class Nearest {
    private final int k;
    /** A similarity above the complement of its row: positive floats sort as their bits do. */
    private final long[] keys;

    private int count;
    /** What is not above it is not among them. */
    private long least;
    /** A little below the least similarity, so that no rounding counts. */
    private double bound;

    Nearest(int k) {
        this.k = k;
        keys = new long[2 * k];
    }

    /** Takes a row's similarity, above 0. */
    void offer(int row, float similarity) {
        long key = ((long) Float.floatToIntBits(similarity) << 32) | (Integer.MAX_VALUE - row);
        if (key > least) {
            if (count == keys.length) {
                settle();
            }
            keys[count++] = key;
        }
    }

    /** Nothing that is not above this is taken; at first 0. */
    double bound() {
        return bound;
    }

    /** Sorts, and drops all but the k largest. */
    private void settle() {
        Arrays.sort(keys, 0, count);
        if (count > k) {
            System.arraycopy(keys, count - k, keys, 0, k);
            count = k;
        }
        if (count == k) {
            least = keys[0];
            bound = Float.intBitsToFloat((int) (least >>> 32)) * (1 - 1e-6);
        }
    }

    /** The rows, the most similar first. */
    int[] rows() {
        settle();
        int[] rows = new int[count];
        for (int n = 0; n < count; n++) {
            rows[n] = Integer.MAX_VALUE - (int) keys[count - 1 - n];
        }
        return rows;
    }

    /** Their similarities, after {@link #rows}. */
    float[] similarities() {
        float[] similarities = new float[count];
        for (int n = 0; n < count; n++) {
            similarities[n] = Float.intBitsToFloat((int) (keys[count - 1 - n] >>> 32));
        }
        return similarities;
    }

    /** Forgets all. */
    void clear() {
        count = 0;
        least = 0;
        bound = 0;
    }
}
