package dev.nara.split;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;

/** {@code ratio:0.8} trains on the earlier 80 % of each user's rows and looks for what is in the rest. */
public final class RatioSplit implements Splitter {
    @Override
    public String name() {
        return "ratio";
    }

    @Override
    public Split split(Dataset dataset, String argument, long seed) throws DataException {
        double share = Arguments.share(name(), argument);
        Interactions rows = dataset.interactions();
        int[] firstHeld = new int[rows.users()];
        for (int u = 0; u < firstHeld.length; u++) {
            firstHeld[u] = rows.start(u) + (int) Math.ceil(share * rows.count(u) - 1e-9);
        }
        Interactions train = rows.filter((user, row) -> row < firstHeld[user]);
        int[][] truth = rows.filter((user, row) -> row >= firstHeld[user]).distinctItems();
        return new Split(name() + ":" + share, train, truth).knowingTheFuture();
    }
}
