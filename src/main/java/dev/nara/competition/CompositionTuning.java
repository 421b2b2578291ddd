package dev.nara.competition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Chooses the number of items of each block and the weights of blended runs by the score of the lists. The score of the choice is biased
 * upwards, so it is reported on other held-out items, see {@link CompositionSetup#tuned}.
 */
public final class CompositionTuning {
    private static final int PASSES = 4;
    private static final double[] FACTORS = {0.5, 2};

    /** A score must increase by more than rounding errors. */
    private static final double LEAST_GAIN = 1e-9;

    private final int k;
    private final IntFunction<int[]> truth;

    /**
     * For lists of {@code k}.
     *
     * @param truth the held-out items of the n-th user, ascending and not empty
     */
    public CompositionTuning(int k, IntFunction<int[]> truth) {
        this.k = k;
        this.truth = truth;
    }

    /** A recipe and the items that its blocks offer. */
    record Tuned(ComposeRecipe recipe, Offers offers) {}

    /** The recipe with the best-scoring numbers and then weights; blocks that contribute no items are removed. */
    Tuned of(ComposeRecipe recipe, Offers offers) {
        int[] takes = takes(offers, recipe.takes());
        int[] kept = IntStream.range(0, takes.length).filter(b -> takes[b] > 0).toArray();
        ComposeRecipe fewer = recipe.with(Arrays.stream(kept)
                .mapToObj(b -> recipe.blocks().get(b).taking(takes[b] > k ? 0 : takes[b]))
                .toList());
        Offers weighted = weights(offers.only(kept), fewer.takes());
        List<ComposeRecipe.Block> blocks = new ArrayList<>();
        for (int b = 0; b < kept.length; b++) {
            ComposeRecipe.Block block = fewer.blocks().get(b);
            blocks.add(block.runs().size() > 1 ? block.of(weighted.weights(b)) : block);
        }
        return new Tuned(fewer.with(blocks), weighted);
    }

    /** The best-scoring weights of blended runs, by halving and doubling each in turn until none improves. */
    public Offers weights(Offers offers, int[] takes) {
        Offers best = offers;
        for (int pass = 0; pass < PASSES; pass++) {
            Offers before = best;
            for (int b = 0; b < best.size(); b++) {
                for (String run : best.weights(b).keySet()) {
                    best = betterWeight(best, b, run, takes);
                }
            }
            if (best == before) {
                return best;
            }
        }
        return best;
    }

    private Offers betterWeight(Offers offers, int block, String run, int[] takes) {
        Offers best = offers;
        double score = score(best, takes);
        for (double factor : FACTORS) {
            Map<String, Double> weights = new LinkedHashMap<>(best.weights(block));
            weights.computeIfPresent(run, (id, weight) -> weight * factor);
            Offers other = best.reweighted(block, weights);
            double now = score(other, takes);
            if (now > score + LEAST_GAIN) {
                score = now;
                best = other;
            }
        }
        return best;
    }

    /**
     * The best-scoring numbers of items of all blocks but the last, by varying each in turn until none improves.
     *
     * @param takes the initial numbers: shape [blocks]
     */
    public int[] takes(Offers offers, int[] takes) {
        int[] best = takes.clone();
        double score = score(offers, best);
        boolean better = true;
        while (better) {
            better = false;
            for (int b = 0; b < best.length - 1; b++) {
                for (int take = 0; take <= k; take++) {
                    int[] other = best.clone();
                    other[b] = take;
                    double now = score(offers, other);
                    if (now > score + LEAST_GAIN) {
                        score = now;
                        best = other;
                        better = true;
                    }
                }
            }
        }
        return best;
    }

    private double score(Offers offers, int[] takes) {
        return new Composition(offers.lists(k, takes), k, takes.length, truth).score();
    }
}
