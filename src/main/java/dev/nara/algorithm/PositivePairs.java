package dev.nara.algorithm;

import java.util.Arrays;

/** The user-item pairs to train on, as one list; built once for all epochs. */
public final class PositivePairs {
    /** Each pair's user in the high bits and its item in the low bits, so that one memory access reads both. */
    private final long[] pairs;

    private final int[] counts;

    /**
     * The pairs of each user's items.
     *
     * @param positives shape [users][items]; an item listed several times counts as often
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

    /** The number of pairs. */
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

    /** The number of examples per epoch with that many negatives per positive, or as many as a user has left. */
    long examples(NegativeSampler sampler, int negatives) {
        long examples = 0;
        for (int u = 0; u < counts.length; u++) {
            examples += counts[u] * (1L + sampler.available(u, negatives));
        }
        return examples;
    }
}
