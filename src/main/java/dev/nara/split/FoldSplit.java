package dev.nara.split;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Cross-validation: the distinct items of every user are dealt at random into N folds of about equal size, and {@code
 * fold:I/N} looks for those of fold I, from 1. The folds of one seed belong together. A user with fewer items than folds
 * has some empty folds. It knows the future, as every random split.
 */
public final class FoldSplit implements Splitter {
    @Override
    public String name() {
        return "fold";
    }

    @Override
    public Split split(Dataset dataset, String argument, long seed) throws DataException {
        if (!argument.matches("[1-9]\\d?/[1-9]\\d?")) {
            throw Arguments.wrong(name(), argument);
        }
        int slash = argument.indexOf('/');
        int fold = Integer.parseInt(argument.substring(0, slash));
        int folds = Integer.parseInt(argument.substring(slash + 1));
        if (folds < 2 || fold > folds) {
            throw Arguments.wrong(name(), argument);
        }
        Interactions rows = dataset.interactions();
        SplittableRandom random = new SplittableRandom(seed);
        int[][] truth = new int[rows.users()][];
        for (int u = 0; u < truth.length; u++) {
            int[] items = rows.distinctItems(u);
            shuffle(items, random);
            // Each user begins the deal at another fold, so that what is left over falls on all of them alike.
            int place = (fold - 1 + random.nextInt(folds)) % folds;
            int from = (int) ((long) place * items.length / folds);
            int to = (int) ((place + 1L) * items.length / folds);
            truth[u] = Arrays.copyOfRange(items, from, to);
            Arrays.sort(truth[u]);
        }
        Interactions train = rows.filter((user, row) -> Arrays.binarySearch(truth[user], rows.item(row)) < 0);
        return new Split(name() + ":" + fold + "/" + folds, train, truth).flattering();
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
