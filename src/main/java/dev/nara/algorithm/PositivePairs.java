package dev.nara.algorithm;

import java.util.Arrays;

/** The user-item pairs that are trained on, one after the other; made once for all epochs. */
public final class PositivePairs {
    /** The user of each pair above its item, so that both are found at once. */
    private final long[] pairs;

    private final int[] counts;

    /**
     * Of each user's items.
     *
     * @param positives shape [users][items]; an item that stands there several times counts as often
     */
    public PositivePairs(int[][] positives) {
        counts = Arrays.stream(positives).mapToInt(p -> p.length).toArray();
        int size = Math.toIntExact(Arrays.stream(counts).asLongStream().sum());
        pairs = new long[size];
        int next = 0;
        for (int u = 0; u < positives.length; u++) {
            for (int item : positives[u]) {
                pairs[next++] = ((long) u << 32) + item;
            }
        }
    }

    /** How many pairs there are. */
    public int size() {
        return pairs.length;
    }

    /** The user of a pair. */
    public int user(int pair) {
        return (int) (pairs[pair] >>> 32);
    }

    /** The item of a pair. */
    public int item(int pair) {
        return (int) pairs[pair];
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
