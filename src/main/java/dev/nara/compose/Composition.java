package dev.nara.compose;

import dev.nara.eval.Significance;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * What composed lists are worth by the competition's Score, 0.75 Recall@K + 0.25 NDCG@K, and how much of it each block brings:
 * both are sums over hits, so the parts add up to the whole.
 */
public final class Composition {
    private final double[] users;
    private final double[] parts;
    private final double[] interval;

    /**
     * Scores lists.
     *
     * @param truth the items to find of the n-th user, ascending and not empty
     */
    public Composition(Composer.Lists lists, int k, int blocks, IntFunction<int[]> truth) {
        int count = lists.items().length;
        users = new double[count];
        parts = new double[blocks];
        for (int n = 0; n < count; n++) {
            int[] wanted = truth.apply(n);
            double ideal = 0;
            for (int r = 0; r < Math.min(k, wanted.length); r++) {
                ideal += 1 / Math.log(r + 2.0);
            }
            int[] items = lists.items()[n];
            for (int r = 0; r < Math.min(k, items.length); r++) {
                if (Arrays.binarySearch(wanted, items[r]) >= 0) {
                    double gain = 0.75 / Math.min(k, wanted.length) + 0.25 / Math.log(r + 2.0) / ideal;
                    users[n] += gain;
                    parts[lists.blocks()[n][r]] += gain / count;
                }
            }
        }
        interval = count == 0 ? new double[] {Double.NaN, Double.NaN} : Significance.meanInterval(users, 1);
    }

    /** The mean over users, 0 … 1. */
    public double score() {
        return Arrays.stream(users).average().orElse(Double.NaN);
    }

    /** Each user's. */
    public double[] users() {
        return users.clone();
    }

    /** What each block brings; together the score. */
    public double[] parts() {
        return parts.clone();
    }

    /** Lower end of the score's 95 % interval, by bootstrap over users. */
    public double low() {
        return interval[0];
    }

    /** Upper end. */
    public double high() {
        return interval[1];
    }

    /**
     * The numbers of items of all blocks but the last that score best, by trying each block's in turn until none gets
     * better. Chosen on the very truth that is then scored, so the score of the choice flatters a little.
     *
     * @param takes where to begin: shape [blocks]
     */
    public static int[] tuned(Composer.Offers offers, int k, int[] takes, IntFunction<int[]> truth) {
        int[] best = takes.clone();
        double score = new Composition(offers.lists(k, best), k, best.length, truth).score();
        boolean better = true;
        while (better) {
            better = false;
            for (int b = 0; b < best.length - 1; b++) {
                for (int take = 0; take <= k; take++) {
                    int[] other = best.clone();
                    other[b] = take;
                    double now = new Composition(offers.lists(k, other), k, other.length, truth).score();
                    if (now > score + 1e-9) {
                        score = now;
                        best = other;
                        better = true;
                    }
                }
            }
        }
        return best;
    }
}
