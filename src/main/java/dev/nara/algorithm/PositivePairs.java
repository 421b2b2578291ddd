package dev.nara.algorithm;

import java.util.Arrays;

/** The user-item pairs that are trained on, one after the other; made once for all epochs. */
public final class PositivePairs {
    private final int[] users;
    private final int[] items;
    private final int[] counts;

    /**
     * Of each user's items.
     *
     * @param positives shape [users][items]; an item that stands there several times counts as often
     */
    public PositivePairs(int[][] positives) {
        counts = Arrays.stream(positives).mapToInt(p -> p.length).toArray();
        int size = Math.toIntExact(Arrays.stream(counts).asLongStream().sum());
        users = new int[size];
        items = new int[size];
        int next = 0;
        for (int u = 0; u < positives.length; u++) {
            Arrays.fill(users, next, next + counts[u], u);
            System.arraycopy(positives[u], 0, items, next, counts[u]);
            next += counts[u];
        }
    }

    /** How many pairs there are. */
    public int size() {
        return users.length;
    }

    /** The user of a pair. */
    public int user(int pair) {
        return users[pair];
    }

    /** The item of a pair. */
    public int item(int pair) {
        return items[pair];
    }

    /** How many examples an epoch has with that many negatives a positive, or as many as the user has left. */
    long examples(NegativeSampler sampler, int negatives) {
        long examples = 0;
        for (int u = 0; u < counts.length; u++) {
            examples += counts[u] * (1L + sampler.available(u, negatives));
        }
        return examples;
    }
}
