package dev.nara.split;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws at random: {@code random:0.8} log rows, {@code random-pairs:0.8} distinct (user, item) pairs with all their rows;
 * the larger part is always the one to train on. Comes with a warning: both know the future, and where pairs repeat,
 * drawn rows of one pair fall on both sides.
 */
public final class RandomSplit implements Splitter {
    private final boolean pairs;

    private RandomSplit(boolean pairs) {
        this.pairs = pairs;
    }

    /** {@code random}. */
    public static RandomSplit ofRows() {
        return new RandomSplit(false);
    }

    /** {@code random-pairs}. */
    public static RandomSplit ofPairs() {
        return new RandomSplit(true);
    }

    @Override
    public String name() {
        return pairs ? "random-pairs" : "random";
    }

    @Override
    public Split split(Dataset dataset, String argument, long seed) throws DataException {
        double share = Arguments.share(name(), argument);
        double trainShare = Math.max(share, 1 - share);
        Interactions rows = dataset.interactions();
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] trained = pairs ? drawPairs(rows, trainShare, random) : drawRows(rows, trainShare, random);
        Interactions train = rows.filter((user, row) -> trained[row]);
        int[][] truth = rows.filter((user, row) -> !trained[row]).distinctItems();
        return new Split(name() + ":" + trainShare, train, truth).flattering();
    }

    private static boolean[] drawRows(Interactions rows, double share, SplittableRandom random) {
        boolean[] trained = new boolean[rows.size()];
        for (int r = 0; r < trained.length; r++) {
            trained[r] = random.nextDouble() < share;
        }
        return trained;
    }

    private static boolean[] drawPairs(Interactions rows, double share, SplittableRandom random) {
        boolean[] trained = new boolean[rows.size()];
        for (int u = 0; u < rows.users(); u++) {
            int[] items = rows.distinctItems(u);
            boolean[] kept = new boolean[items.length];
            for (int i = 0; i < kept.length; i++) {
                kept[i] = random.nextDouble() < share;
            }
            for (int r = rows.start(u); r < rows.end(u); r++) {
                trained[r] = kept[Arrays.binarySearch(items, rows.item(r))];
            }
        }
        return trained;
    }
}
