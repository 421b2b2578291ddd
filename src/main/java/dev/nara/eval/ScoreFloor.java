package dev.nara.eval;

import java.util.Arrays;

/**
 * Finds a score below which none of many can be among the K best, faster than these are found: the K-th best of the best of each of some
 * groups. For one thread at a time.
 */
final class ScoreFloor {
    private static final int LANES = 64;
    /** A group of fewer scores says too little. */
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
     * At most the score of the K-th best; minus infinity where too few are given.
     *
     * @param leftOut the items, ascending, that do not count
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
