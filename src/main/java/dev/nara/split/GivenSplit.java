package dev.nara.split;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.GivenTest;
import dev.nara.text.Text;

/** The split that came with the files. */
public final class GivenSplit implements Splitter {
    /** Its name. As a validation setting: the validation part that the split brings. */
    public static final String NAME = "given";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Split.Flattery flattery() {
        return Split.Flattery.UNKNOWN;
    }

    @Override
    public boolean holdsOutOne() {
        return true;
    }

    /** A test part from files is validated user by user; by order of rows only if the rows have times. */
    @Override
    public String validation(Dataset dataset, Split split, String argument) {
        if (!dataset.timed()) {
            return Usual.WITHOUT_TIMES;
        }
        return split.findsOne() ? "leave-one-out" : "ratio:0.8";
    }

    @Override
    public Split split(Dataset dataset, String argument, long seed) throws DataException {
        GivenTest given = dataset.given();
        if (given == null) {
            throw new DataException(Text.of("split.not.given"), Text.of("split.not.given.remedy"));
        }
        int users = dataset.users().size();
        int[][] truth = new int[users][];
        int[][] negatives = new int[users][];
        for (int u = 0; u < users; u++) {
            truth[u] = given.truth(u);
            negatives[u] = given.negatives(u);
        }
        Split split = new Split(name(), dataset.interactions(), truth);
        return given.hasNegatives() ? split.among(negatives) : split;
    }
}
