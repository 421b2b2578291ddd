package dev.nara.competition;

import dev.nara.eval.Significance;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The competition's Score of composed lists, 0.75 CappedRecall@K + 0.25 NDCG@K, and the contribution of each block: both metrics are sums
 * over hits, so contributions add up to the score.
 */
public final class Composition {
    private final double[] users;
    private final double[] parts;
    private double @Nullable [] interval;

    /**
     * Scores lists.
     *
     * @param truth the held-out items of the n-th user, ascending and not empty
     */
    public Composition(ComposedLists lists, int k, int blocks, IntFunction<int[]> truth) {
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
    }

    /** The mean over users, 0 … 1. */
    public double score() {
        return Arrays.stream(users).average().orElse(Double.NaN);
    }

    /** The score of each user. */
    public double[] users() {
        return users.clone();
    }

    /** The contribution of each block; they add up to the score. */
    public double[] parts() {
        return parts.clone();
    }

    /** Computed on first use, because tuning needs only scores. */
    private double[] interval() {
        double[] known = interval;
        if (known == null) {
            known = users.length == 0 ? new double[] {Double.NaN, Double.NaN} : Significance.meanInterval(users, 1);
            interval = known;
        }
        return known;
    }

    /** Lower end of the score's 95% interval, by bootstrap over users. */
    public double low() {
        return interval()[0];
    }

    /** Upper end. */
    public double high() {
        return interval()[1];
    }
}
