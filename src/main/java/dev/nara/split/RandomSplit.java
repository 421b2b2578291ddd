package dev.nara.split;

import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Holds out at random: {@code random:0.8} rows of the log, {@code random-pairs:0.8} distinct (user, item) pairs with all their rows; the
 * larger part is always trained on. Causes a warning: both train on rows later than held-out ones, and where pairs repeat, {@code random}
 * puts rows of one pair on both sides.
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
    public Argument argument() {
        Argument share = Argument.share();
        return Argument.of(share.form(), written -> share.normal(written).map(RandomSplit::larger));
    }

    private static String larger(String share) {
        BigDecimal part = new BigDecimal(share);
        return part.max(BigDecimal.ONE.subtract(part)).toPlainString();
    }

    @Override
    public List<String> examples() {
        return List.of(name() + ":0.8");
    }

    @Override
    public boolean draws() {
        return true;
    }

    @Override
    public Split.Flattery flattery() {
        return Split.Flattery.RANDOM;
    }

    @Override
    public Split split(Dataset dataset, String argument, long seed) {
        double trainShare = Double.parseDouble(argument);
        Interactions rows = dataset.interactions();
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] trained = pairs ? drawPairs(rows, trainShare, random) : drawRows(rows, trainShare, random);
        Interactions train = rows.filter((user, row) -> trained[row]);
        int[][] truth = rows.filter((user, row) -> !trained[row]).distinctItems();
        return new Split(Register.written(this, argument), train, truth);
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
