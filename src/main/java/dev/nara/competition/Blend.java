package dev.nara.competition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

/**
 * The items of a block's sources for each user, ranked once so that weights can be varied quickly.
 *
 * @param sources one or more
 * @param weights of the sources, by run, in order; empty if there is one
 * @param ties the order of items with equal scores for the n-th user
 */
record Blend(List<Ranked> sources, Map<String, Double> weights, IntBinaryOperator ties) {
    Blend with(Map<String, Double> others) {
        return new Blend(sources, others, ties);
    }

    /** The items of all sources, ordered by the weighted sum of their values: shape [users][items of that user]. */
    int[][] items() {
        if (sources.size() == 1) {
            return sources.get(0).items();
        }
        int[][] items = new int[sources.get(0).users()][];
        IntStream.range(0, items.length).parallel().forEach(n -> items[n] = blended(n));
        return items;
    }

    private int[] blended(int n) {
        double[] factors = weights.values().stream().mapToDouble(w -> w).toArray();
        Map<Integer, Double> sums = new LinkedHashMap<>();
        for (int s = 0; s < factors.length; s++) {
            int[] own = sources.get(s).items()[n];
            double[] shares = sources.get(s).shares(n);
            for (int r = 0; r < own.length; r++) {
                sums.merge(own[r], factors[s] * shares[r], Double::sum);
            }
        }
        return sums.entrySet().stream()
                .sorted((a, b) -> {
                    int byScore = Double.compare(b.getValue(), a.getValue());
                    return byScore != 0
                            ? byScore
                            : Ranked.tied(a.getKey(), b.getKey(), item -> ties.applyAsInt(n, item));
                })
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }
}
