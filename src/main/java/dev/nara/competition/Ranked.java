package dev.nara.competition;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** One source's items of each user, best first, and what each counts before it is weighted. */
final class Ranked {
    private static final double RANK_CONSTANT = 60;

    private final int[][] items;
    private final double[][] shares;

    /** For that many users, without items at first. */
    Ranked(int users) {
        items = new int[users][0];
        shares = new double[users][0];
    }

    /**
     * Gives the n-th user's items.
     *
     * @param byRank whether an item counts by its rank (reciprocal rank fusion), else by its score, scaled to 0 … 1
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

    /** Everyone's items: shape [users][items of that user]; not to be changed. */
    int[][] items() {
        return items;
    }

    /** What the items of the n-th user count; not to be changed. */
    double[] shares(int n) {
        return shares[n];
    }

    int users() {
        return items.length;
    }

    /** The order of two items of equal score: by their places among ties, then by index. */
    static int tied(int a, int b, IntUnaryOperator place) {
        int byPlace = Integer.compare(place.applyAsInt(a), place.applyAsInt(b));
        return byPlace != 0 ? byPlace : a - b;
    }
}
