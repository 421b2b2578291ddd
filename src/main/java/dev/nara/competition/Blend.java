package dev.nara.competition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

/**
 * What the sources of a block have for each user: ranked once, blended as often as weights are tried.
 *
 * @param sources one or more
 * @param weights of the sources, by run, in their order; empty where there is one
 * @param ties the place of an item among those of equal score for the n-th user
 */
record Blend(List<Ranked> sources, Map<String, Double> weights, IntBinaryOperator ties) {
    Blend with(Map<String, Double> others) {
        return new Blend(sources, others, ties);
    }

    /** The items of all sources, by the weighted sum of what they count: shape [users][items of that user]. */
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
