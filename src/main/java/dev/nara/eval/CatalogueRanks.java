package dev.nara.eval;

import dev.nara.algorithm.Recommender;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Finds a few users' top lists over the whole catalogue and the ranks of chosen items, scoring each user once. */
public final class CatalogueRanks {
    private CatalogueRanks() {}

    /**
     * One user's result.
     *
     * @param list the best items, best first
     * @param ranks of the chosen items in their order, from 1; an item ranks below all items of equal score
     */
    public record Ranked(List<Integer> list, List<Integer> ranks) {}

    /**
     * Ranks the catalogue on all cores.
     *
     * @param leftOut items excluded from a user's list, ascending
     * @param chosen the items to rank, ascending
     * @return one result per user, in the order of {@code users}
     */
    public static Ranked[] of(
            Recommender recommender, int[] users, int k, IntFunction<int[]> leftOut, IntFunction<int[]> chosen) {
        Ranked[] ranked = new Ranked[users.length];
        ScoredRows.each(
                recommender,
                users,
                (place, user, row) -> ranked[place] = one(row, k, leftOut.apply(user), chosen.apply(user)));
        return ranked;
    }

    private static Ranked one(float[] row, int k, int[] leftOut, int[] chosen) {
        TopK best = new TopK(k);
        for (int i = 0; i < row.length; i++) {
            if (!(row[i] < best.worst()) && Arrays.binarySearch(leftOut, i) < 0) {
                best.offer(i, row[i]);
            }
        }
        List<Integer> items = Arrays.stream(best.drain()).boxed().toList();
        int[] above = ItemRanks.othersAbove(row, chosen, leftOut);
        Integer[] order = IntStream.range(0, chosen.length).boxed().toArray(Integer[]::new);
        Arrays.sort(
                order,
                Comparator.comparingInt((Integer c) -> above[c])
                        .thenComparing((Integer c) -> -TopK.usable(row[chosen[c]])));
        Integer[] ranks = new Integer[chosen.length];
        for (int place = 0; place < order.length; place++) {
            // Other chosen items with higher scores count as well.
            ranks[order[place]] = above[order[place]] + place + 1;
        }
        return new Ranked(items, List.of(ranks));
    }
}
