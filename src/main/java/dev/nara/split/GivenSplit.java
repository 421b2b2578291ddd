package dev.nara.split;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.GivenTest;
import dev.nara.text.Text;

/** The split that came with the files. */
public final class GivenSplit implements Splitter {
    /** Its name; as a cut for validation, what the split itself says. */
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

    /** What the files gave is cut user by user; by the order of rows only where there are times. */
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
