package dev.nara.eval;

import dev.nara.algorithm.Recommender;
import java.util.Arrays;
import java.util.function.IntFunction;

/** Computes the ranks of chosen items in the whole catalogue, at any depth, for many users on all cores. */
public final class ItemRanks {
    private final Recommender recommender;
    private final IntFunction<int[]> leftOut;

    /** {@code leftOut} gives the items excluded from a user's list, ascending. */
    public ItemRanks(Recommender recommender, IntFunction<int[]> leftOut) {
        this.recommender = recommender;
        this.leftOut = leftOut;
    }

    /** Receives each user's result, from any thread; may throw CancellationException to stop. */
    @FunctionalInterface
    public interface Sink {
        /**
         * The result of the n-th user.
         *
         * @param othersAbove the number of other items, neither chosen nor excluded, with higher scores, ties counting half, averaged over
         *     the chosen items: their mean rank from 0 among the others
         * @param others the number of other items
         */
        void ranks(int n, double othersAbove, int others);
    }

    /**
     * Computes the ranks of each user's chosen items.
     *
     * @param chosen the items of a user, ascending and distinct
     */
    public void rank(int[] users, IntFunction<int[]> chosen, Sink sink) {
        ScoredRows.each(recommender, users, (place, user, row) -> {
            int[] items = chosen.apply(user);
            int[] without = leftOut.apply(user);
            int both = (int) Arrays.stream(items)
                    .filter(item -> Arrays.binarySearch(without, item) >= 0)
                    .count();
            int others = row.length - items.length - without.length + both;
            double above =
                    Arrays.stream(othersAbove(row, items, without)).average().orElse(0);
            float[] lower = row.clone();
            for (int item : items) {
                lower[item] = Math.nextUp(TopK.usable(row[item]));
            }
            double strictly =
                    Arrays.stream(othersAbove(lower, items, without)).average().orElse(0);
            sink.ranks(place, (above + strictly) / 2, others);
        });
    }

    /** For each chosen item, the number of other items, neither chosen nor excluded, that score the same or higher. */
    static int[] othersAbove(float[] row, int[] chosen, int[] leftOut) {
        float[] sorted = new float[chosen.length];
        for (int c = 0; c < chosen.length; c++) {
            sorted[c] = TopK.usable(row[chosen[c]]);
        }
        Arrays.sort(sorted);
        // above[p]: other items whose score reaches exactly the first p of the sorted scores.
        int[] above = new int[chosen.length + 1];
        for (int i = 0; i < row.length; i++) {
            if (Arrays.binarySearch(chosen, i) < 0 && Arrays.binarySearch(leftOut, i) < 0) {
                above[notAbove(sorted, TopK.usable(row[i]))]++;
            }
        }
        for (int p = chosen.length - 1; p >= 0; p--) {
            above[p] += above[p + 1];
        }
        int[] ranks = new int[chosen.length];
        for (int c = 0; c < chosen.length; c++) {
            ranks[c] = above[notAbove(sorted, TopK.usable(row[chosen[c]]))];
        }
        return ranks;
    }

    /** How many of the sorted numbers are at most the limit. */
    private static int notAbove(float[] sorted, float limit) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
