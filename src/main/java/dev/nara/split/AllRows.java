package dev.nara.split;

import dev.nara.data.Dataset;
import java.util.List;

/**
 * {@code all}: every row to train on, and nobody evaluated. It is for the fit of a run whose settings were chosen before, see
 * {@code nara fit}; forms do not offer it. A test part that came in files of its own stays out.
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
