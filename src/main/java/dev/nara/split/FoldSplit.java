package dev.nara.split;

import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.text.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Cross-validation: the distinct items of every user are dealt at random into N folds of about equal size, and {@code fold:I/N} holds out
 * fold I, counted from 1. The folds of one seed belong together. A user with fewer items than folds has some empty folds. Like every random
 * split, it trains on rows later than the held-out ones.
 */
public final class FoldSplit implements Splitter {
    private static final int MOST = 99;

    @Override
    public String name() {
        return "fold";
    }

    @Override
    public Argument argument() {
        return Argument.of(":I/N", FoldSplit::normal);
    }

    @Override
    public List<String> examples() {
        return List.of("fold:1/5");
    }

    @Override
    public boolean draws() {
        return true;
    }

    @Override
    public Split.Flattery flattery() {
        return Split.Flattery.RANDOM;
    }

    private static Optional<String> normal(String written) {
        int slash = written.indexOf('/');
        Optional<String> folds = Spelling.whole(written.substring(slash + 1), 2, MOST);
        return folds.flatMap(n -> Spelling.whole(written.substring(0, Math.max(0, slash)), 1, Long.parseLong(n))
                .map(fold -> fold + "/" + n));
    }

    @Override
    public Split split(Dataset dataset, String argument, long seed) {
        int slash = argument.indexOf('/');
        int fold = Integer.parseInt(argument.substring(0, slash));
        int folds = Integer.parseInt(argument.substring(slash + 1));
        Interactions rows = dataset.interactions();
        SplittableRandom random = new SplittableRandom(seed);
        int[][] truth = new int[rows.users()][];
        for (int u = 0; u < truth.length; u++) {
            int[] items = rows.distinctItems(u).clone();
            shuffle(items, random);
            // Each user starts at another fold, so that leftover items are spread evenly over the folds.
            int place = (fold - 1 + random.nextInt(folds)) % folds;
            int from = (int) ((long) place * items.length / folds);
            int to = (int) ((place + 1L) * items.length / folds);
            truth[u] = Arrays.copyOfRange(items, from, to);
            Arrays.sort(truth[u]);
        }
        Interactions train = rows.filter((user, row) -> Arrays.binarySearch(truth[user], rows.item(row)) < 0);
        return new Split(Register.written(this, argument), train, truth);
    }

    private static void shuffle(int[] items, SplittableRandom random) {
        for (int i = items.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int item = items[i];
            items[i] = items[other];
            items[other] = item;
        }
    }
}
