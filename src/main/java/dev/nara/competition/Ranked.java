package dev.nara.competition;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** One source's items for each user, best first, with the value of each before weighting. */
final class Ranked {
    private static final double RANK_CONSTANT = 60;

    private final int[][] items;
    private final double[][] shares;

    /** For that many users, initially without items. */
    Ranked(int users) {
        items = new int[users][0];
        shares = new double[users][0];
    }

    /**
     * Sets the n-th user's items.
     *
     * @param byRank whether an item's value is by rank (reciprocal rank fusion) instead of its score scaled to 0 … 1
     */
    void put(int n, int[] best, float[] scores, boolean byRank) {
        items[n] = best;
        shares[n] = new double[best.length];
        Arrays.setAll(shares[n], r -> byRank ? 1 / (RANK_CONSTANT + r + 1) : scaled(scores, r));
    }

    private static double scaled(float[] scores, int rank) {
        float best = scores[0];
        float worst = scores[scores.length - 1];
        return best == worst ? 1 : (scores[rank] - worst) / (best - worst);
    }

    /** All users' items: shape [users][items of that user]; do not modify. */
    int[][] items() {
        return items;
    }

    /** The values of the n-th user's items; do not modify. */
    double[] shares(int n) {
        return shares[n];
    }

    int users() {
        return items.length;
    }

    /** The order of two items with equal scores: by tie numbers, then by index. */
    static int tied(int a, int b, IntUnaryOperator place) {
        int byPlace = Integer.compare(place.applyAsInt(a), place.applyAsInt(b));
        return byPlace != 0 ? byPlace : a - b;
    }
}
