package dev.nara.split;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.text.Text;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws log rows at random: {@code random:0.8} and {@code random:0.2} both train on 80 % of the rows, for the larger
 * part is always the one to train on. Comes with a warning: where pairs repeat, one pair falls on both sides.
 */
public final class RandomSplit implements Splitter {
    @Override
    public String name() {
        return "random";
    }

    @Override
    public Split split(Dataset dataset, String argument, long seed) throws DataException {
        double ratio = ratio(argument);
        double trainShare = Math.max(ratio, 1 - ratio);
        Interactions rows = dataset.interactions();
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] trained = new boolean[rows.size()];
        for (int r = 0; r < trained.length; r++) {
            trained[r] = random.nextDouble() < trainShare;
        }
        Interactions train = rows.filter((user, row) -> trained[row]);
        int[][] truth = rows.filter((user, row) -> !trained[row]).distinctItems();
        Split split = new Split("random:" + trainShare, train, truth, List.of());
        Text warning = Text.of("split.warning.random", Math.round(100 * split.leakShare()));
        return new Split(split.spec(), train, truth, List.of(warning));
    }

    private static double ratio(String argument) throws DataException {
        try {
            double ratio = argument.isEmpty() ? 0.8 : Double.parseDouble(argument);
            if (ratio > 0 && ratio < 1) {
                return ratio;
            }
        } catch (NumberFormatException e) {
            // Falls through to the one message for every unusable ratio.
        }
        throw new DataException(Text.of("split.argument", "random", argument), Text.of("split.random.remedy"));
    }
}
