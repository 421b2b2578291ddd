package dev.nara.baseline;

import java.util.Arrays;

/** Collects the k largest similarities; ties go to the lower rows. Reused row after row. */
final class Nearest {
    private final int k;
    /** A similarity in the high bits and the complement of its row below: positive floats sort like their bits. */
    private final long[] keys;

    private int count;
    /** Similarities up to this are not among the k largest. */
    private long least;
    /** Slightly below the least similarity, to allow for rounding. */
    private double bound;

    Nearest(int k) {
        this.k = k;
        keys = new long[2 * k];
    }

    /** Offers a row with its similarity, above 0. */
    void offer(int row, float similarity) {
        long key = ((long) Float.floatToIntBits(similarity) << 32) | (Integer.MAX_VALUE - row);
        if (key > least) {
            if (count == keys.length) {
                settle();
            }
            keys[count++] = key;
        }
    }

    /** The threshold that similarities must exceed; initially 0. */
    double bound() {
        return bound;
    }

    /** Sorts, and keeps only the k largest. */
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

    /** The rows, most similar first. */
    int[] rows() {
        settle();
        int[] rows = new int[count];
        for (int n = 0; n < count; n++) {
            rows[n] = Integer.MAX_VALUE - (int) keys[count - 1 - n];
        }
        return rows;
    }

    /** Their similarities; call it after {@link #rows}. */
    float[] similarities() {
        float[] similarities = new float[count];
        for (int n = 0; n < count; n++) {
            similarities[n] = Float.intBitsToFloat((int) (keys[count - 1 - n] >>> 32));
        }
        return similarities;
    }

    /** Removes all. */
    void clear() {
        count = 0;
        least = 0;
        bound = 0;
    }
}
