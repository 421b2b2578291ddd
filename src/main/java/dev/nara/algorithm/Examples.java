package dev.nara.algorithm;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The examples of one epoch: every positive once with its negatives, shuffled. Positives are shuffled over the whole
 * epoch; examples are drawn and shuffled in blocks of about a million, so memory does not grow with the data.
 */
public final class Examples {
    private static final int BLOCK = 1 << 20;

    private final int[] positiveUsers;
    private final int[] positiveItems;
    private final NegativeSampler sampler;
    private final int negatives;
    private final SplittableRandom order;
    private final long drawSeed;
    private final long total;

    private int nextPositive;
    private int[] users = {};
    private int[] items = {};
    private float[] labels = {};
    private int filled;
    private int taken;

    /**
     * @param positives shape [users][distinct items]
     * @param negatives how many a positive
     * @param order shuffles
     * @param drawSeed decides the negatives of each positive, whatever the order; the same seed every epoch draws the
     *     same negatives again
     */
    public Examples(int[][] positives, NegativeSampler sampler, int negatives, SplittableRandom order, long drawSeed) {
        int count = Arrays.stream(positives).mapToInt(p -> p.length).sum();
        positiveUsers = new int[count];
        positiveItems = new int[count];
        int next = 0;
        long examples = 0;
        for (int u = 0; u < positives.length; u++) {
            for (int item : positives[u]) {
                positiveUsers[next] = u;
                positiveItems[next++] = item;
            }
            examples += positives[u].length * (1L + sampler.available(u, negatives));
        }
        this.sampler = sampler;
        this.negatives = negatives;
        this.order = order;
        this.drawSeed = drawSeed;
        this.total = examples;
    }

    /** How many examples the epoch has. */
    public long total() {
        return total;
    }

    /**
     * Fills the next batch.
     *
     * @param batchUsers receives user indices, one an example
     * @param batchItems receives item indices
     * @param batchLabels receives 1 for a positive, 0 for a negative
     * @return how many were filled: the arrays' length but at the end of the epoch, then 0
     */
    public int next(int[] batchUsers, int[] batchItems, float[] batchLabels) {
        int count = 0;
        while (count < batchUsers.length) {
            if (taken == filled && !fillBlock()) {
                break;
            }
            int some = Math.min(batchUsers.length - count, filled - taken);
            System.arraycopy(users, taken, batchUsers, count, some);
            System.arraycopy(items, taken, batchItems, count, some);
            System.arraycopy(labels, taken, batchLabels, count, some);
            taken += some;
            count += some;
        }
        return count;
    }

    private boolean fillBlock() {
        if (nextPositive == positiveUsers.length) {
            return false;
        }
        if (users.length == 0) {
            allocate();
        }
        filled = 0;
        taken = 0;
        while (nextPositive < positiveUsers.length && filled + negatives + 1 <= users.length) {
            int other = nextPositive + order.nextInt(positiveUsers.length - nextPositive);
            swap(positiveUsers, nextPositive, other);
            swap(positiveItems, nextPositive, other);
            addWithNegatives(positiveUsers[nextPositive], positiveItems[nextPositive]);
            nextPositive++;
        }
        shuffleBlock();
        return true;
    }

    private void allocate() {
        long wanted = Math.min(Math.max(BLOCK, negatives + 1L), positiveUsers.length * (1L + negatives));
        users = new int[(int) wanted];
        items = new int[users.length];
        labels = new float[users.length];
    }

    private void addWithNegatives(int user, int item) {
        add(user, item, 1);
        int available = sampler.available(user, negatives);
        SplittableRandom draws =
                new SplittableRandom(drawSeed + user * 0xD1342543DE82EF95L + item * 0xAF251AF3B0F025B5L);
        for (int n = 0; n < available; n++) {
            add(user, sampler.draw(user, draws), 0);
        }
    }

    private void add(int user, int item, float label) {
        users[filled] = user;
        items[filled] = item;
        labels[filled++] = label;
    }

    private void shuffleBlock() {
        for (int i = filled - 1; i > 0; i--) {
            int other = order.nextInt(i + 1);
            swap(users, i, other);
            swap(items, i, other);
            float label = labels[i];
            labels[i] = labels[other];
            labels[other] = label;
        }
    }

    private static void swap(int[] array, int a, int b) {
        int kept = array[a];
        array[a] = array[b];
        array[b] = kept;
    }
}
