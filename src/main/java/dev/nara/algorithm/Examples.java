package dev.nara.algorithm;

import java.util.stream.IntStream;

/**
 * The examples of one epoch: every positive once with its negatives, shuffled over the whole epoch. Each example is
 * computed from its place alone, so threads draw them side by side and the result does not depend on how many there are.
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
     * How an epoch is drawn.
     *
     * @param negatives how many a positive
     * @param together whether a positive is followed by its negatives, so that they mostly share a batch
     */
    public record Drawing(int negatives, boolean together) {}

    /**
     * @param orderSeed decides the order
     * @param drawSeed decides the negatives of each positive, whatever the order; the same seed every epoch draws the
     *     same negatives again
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

    /** How many examples the whole epoch has. */
    public long total() {
        return total;
    }

    /**
     * Leaves out all but one of several stretches of about the same length, each of whole batches; to be called before the first.
     *
     * @param part which of them, from 0
     * @param batch examples of a batch
     */
    public void only(int part, int of, int batch) {
        long batches = (places + batch - 1) / batch;
        drawn = batches * part / of * batch;
        places = Math.min(places, batches * (part + 1) / of * batch);
    }

    /** Fills the next batch: full but at the end of the epoch, then empty. */
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

    /** Puts the examples of some places of the epoch; none where a user has fewer negatives than asked for. */
    private void draw(int from, int to) {
        int each = negatives + 1;
        int[] turns = new int[to - from];
        // One thing at a time, so that the processor can look for many pairs in memory at once.
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

    /** Closes the gaps and returns how many examples there are. */
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
