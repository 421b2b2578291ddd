package dev.nara.eval;

import java.util.Arrays;

/**
 * Quickly finds a lower bound of the K-th best of many scores, so that lower scores can be skipped: the K-th best of the maxima of groups
 * of scores. Not thread-safe.
 */
final class ScoreFloor {
    private static final int LANES = 64;
    /** Smaller groups give too weak a bound. */
    private static final int LEAST = 4;

    private final int k;
    private final float[] best;
    private float[] counted = new float[0];

    /** Of the {@code k} best. */
    ScoreFloor(int k) {
        this.k = k;
        best = new float[(2 * k + LANES - 1) / LANES * LANES];
    }

    /**
     * A lower bound of the K-th best score; minus infinity if there are too few scores.
     *
     * @param leftOut excluded items, ascending
     */
    float of(float[] scores, int from, int count, int firstItem, int[] leftOut) {
        int groups = best.length;
        if (k == 0 || count < LEAST * groups) {
            return Float.NEGATIVE_INFINITY;
        }
        if (counted.length < count) {
            counted = new float[count];
        }
        System.arraycopy(scores, from, counted, 0, count);
        int place = Arrays.binarySearch(leftOut, firstItem);
        for (int n = place < 0 ? -place - 1 : place; n < leftOut.length && leftOut[n] < firstItem + count; n++) {
            counted[leftOut[n] - firstItem] = Float.NEGATIVE_INFINITY;
        }
        System.arraycopy(counted, 0, best, 0, groups);
        for (int row = groups; row + groups <= count; row += groups) {
            for (int g = 0; g < groups; g++) {
                best[g] = Math.max(best[g], counted[row + g]);
            }
        }
        for (int g = 0; g < groups; g++) {
            best[g] = TopK.usable(best[g]);
        }
        Arrays.sort(best);
        return best[groups - k];
    }
}
