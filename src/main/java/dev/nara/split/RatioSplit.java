package dev.nara.split;

import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import java.util.List;

/** {@code ratio:0.8} trains on the earliest 80% of each user's rows and holds out the rest. */
public final class RatioSplit implements Splitter {
    @Override
    public String name() {
        return "ratio";
    }

    @Override
    public Argument argument() {
        return Argument.share();
    }

    @Override
    public List<String> examples() {
        return List.of("ratio:0.8");
    }

    @Override
    public Split.Flattery flattery() {
        return Split.Flattery.FUTURE;
    }

    /** The number of rows held out when this share of {@code rows} is trained on, rounded up. */
    static int heldOut(double share, int rows) {
        return rows - (int) Math.ceil(share * rows - 1e-9);
    }

    @Override
    public Split split(Dataset dataset, String argument, long seed) {
        double share = Double.parseDouble(argument);
        Interactions rows = dataset.interactions();
        int[] firstHeld = new int[rows.users()];
        for (int u = 0; u < firstHeld.length; u++) {
            firstHeld[u] = rows.end(u) - heldOut(share, rows.count(u));
        }
        Interactions train = rows.filter((user, row) -> row < firstHeld[user]);
        int[][] truth = rows.filter((user, row) -> row >= firstHeld[user]).distinctItems();
        return new Split(Register.written(this, argument), train, truth);
    }
}
