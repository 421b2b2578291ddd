package dev.nara.algorithm;

import java.util.stream.IntStream;

/**
 * The examples of one epoch: every positive once with its negatives, shuffled over the whole epoch. Each example is computed from its
 * position alone, so that threads can draw them in parallel and the number of threads does not change the result.
 */
public final class Examples {
    private static final int BLOCK = 1 << 16;
    private static final int PART = 1 << 12;
    private static final int NONE = -1;

    private final PositivePairs pairs;
    private final NegativeSampler sampler;
    private final int negatives;
    private final boolean together;
    private final Permutation order;
    private final long drawSeed;
    private final boolean capped;
    private long places;
    private final long total;

    private final int[] users = new int[BLOCK];
    private final int[] items = new int[BLOCK];
    private final float[] labels = new float[BLOCK];
    private long drawn;
    private int filled;
    private int taken;

    /**
     * How the examples of an epoch are drawn.
     *
     * @param negatives per positive
     * @param together whether a positive is followed by its negatives, so that they are mostly in the same batch
     */
    public record Drawing(int negatives, boolean together) {}

    /**
     * The examples of one epoch.
     *
     * @param orderSeed decides the order
     * @param drawSeed decides the negatives of each positive, regardless of the order; with the same seed every epoch has the same
     *     negatives
     */
    public Examples(PositivePairs pairs, NegativeSampler sampler, Drawing drawing, long orderSeed, long drawSeed) {
        this.pairs = pairs;
        this.sampler = sampler;
        this.negatives = drawing.negatives();
        this.together = drawing.together();
        this.drawSeed = drawSeed;
        places = pairs.size() * (negatives + 1L);
        order = new Permutation(together ? pairs.size() : places, orderSeed);
        total = pairs.examples(sampler, negatives);
        capped = total < places;
    }

    /** The number of examples in the epoch. */
    public long total() {
        return total;
    }

    /**
     * Restricts the epoch to one of {@code of} parts of about equal length, each of whole batches; call it before the first batch.
     *
     * @param part the index of the part, from 0
     * @param batch the batch size
     */
    public void only(int part, int of, int batch) {
        long batches = (places + batch - 1) / batch;
        drawn = batches * part / of * batch;
        places = Math.min(places, batches * (part + 1) / of * batch);
    }

    /** Fills the next batch: full except at the end of the epoch, then empty. */
    public void next(ExampleBatch batch) {
        int count = 0;
        while (count < batch.capacity()) {
            if (taken == filled && !drawBlock()) {
                break;
            }
            int some = Math.min(batch.capacity() - count, filled - taken);
            System.arraycopy(users, taken, batch.users(), count, some);
            System.arraycopy(items, taken, batch.items(), count, some);
            System.arraycopy(labels, taken, batch.labels(), count, some);
            taken += some;
            count += some;
        }
        batch.size(count);
    }

    private boolean drawBlock() {
        if (drawn == places) {
            return false;
        }
        int count = (int) Math.min(BLOCK, places - drawn);
        IntStream.range(0, (count + PART - 1) / PART)
                .parallel()
                .forEach(part -> draw(part * PART, Math.min(count, (part + 1) * PART)));
        drawn += count;
        taken = 0;
        filled = capped ? packed(count) : count;
        return true;
    }

    /** Computes the examples at some positions of the epoch; fewer if a user has fewer negatives than asked for. */
    private void draw(int from, int to) {
        int each = negatives + 1;
        int[] turns = new int[to - from];
        // One kind of work per loop, so that the processor can overlap many memory accesses.
        for (int at = from; at < to; at++) {
            long place = drawn + at;
            long choice = together ? (order.at(place / each) * each) + (place % each) : order.at(place);
            long positive = choice / each;
            turns[at - from] = (int) (choice - positive * each);
            users[at] = (int) positive;
        }
        for (int at = from; at < to; at++) {
            int pair = users[at];
            users[at] = pairs.user(pair);
            items[at] = pairs.item(pair);
        }
        long[] seeds = new long[to - from];
        for (int at = from; at < to; at++) {
            int n = turns[at - from];
            labels[at] = n == 0 ? 1 : 0;
            if (n > 0) {
                seeds[at - from] = seed(users[at], items[at], n);
                items[at] = sampler.candidate(users[at], seeds[at - from]);
            }
        }
        for (int at = from; at < to; at++) {
            if (capped && turns[at - from] > sampler.available(users[at], negatives)) {
                users[at] = NONE;
            } else if (items[at] < 0) {
                items[at] = sampler.draw(users[at], seeds[at - from]);
            }
        }
    }

    private long seed(int user, int item, int n) {
        return HashedRandom.mixed(
                drawSeed + user * 0xD1342543DE82EF95L + item * 0xAF251AF3B0F025B5L + n * 0x9FB21C651E98DF25L);
    }

    /** Removes gaps and returns the number of examples. */
    private int packed(int count) {
        int kept = 0;
        for (int n = 0; n < count; n++) {
            if (users[n] != NONE) {
                users[kept] = users[n];
                items[kept] = items[n];
                labels[kept++] = labels[n];
            }
        }
        return kept;
    }
}
