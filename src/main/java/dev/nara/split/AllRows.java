package dev.nara.split;

import dev.nara.data.Dataset;
import java.util.List;

/**
 * {@code all}: trains on every row and evaluates no user. Used to fit a model whose settings were chosen before, see {@code nara fit};
 * forms do not offer it. A test part that came in separate files is not trained on.
 */
public final class AllRows implements Splitter {
    /** Its name. */
    public static final String NAME = "all";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> examples() {
        return List.of();
    }

    @Override
    public Split split(Dataset dataset, String argument, long seed) {
        return new Split(NAME, dataset.interactions(), new int[dataset.users().size()][0]);
    }
}
