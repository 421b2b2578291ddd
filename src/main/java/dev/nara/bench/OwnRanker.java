package dev.nara.bench;

import dev.nara.algorithm.Recommender;
import dev.nara.eval.Ties;
import dev.nara.eval.TopLists;
import dev.nara.neumf.CatalogueRanker;
import dev.nara.neumf.Kernels;
import dev.nara.neumf.NeuMf;
import dev.nara.neumf.NeuMfWeights;

/** The ranking that evaluation, submissions and the window use. */
public final class OwnRanker implements CatalogueRanker {
    private static final int[] NOTHING = {};

    private final Recommender recommender;

    /** With this implementation of the scoring loops. */
    public OwnRanker(NeuMfWeights weights, Kernels arithmetic) {
        recommender = NeuMf.recommender(weights, arithmetic);
    }

    @Override
    public int[][] top(int[] users, int k) {
        int[][] lists = new int[users.length][];
        new TopLists(recommender, k, user -> NOTHING, Ties.BY_INDEX)
                .rank(users, (n, items, scores) -> lists[n] = items);
        return lists;
    }

    @Override
    public void close() {}
}
