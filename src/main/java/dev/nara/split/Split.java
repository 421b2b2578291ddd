package dev.nara.split;

import dev.nara.data.Interactions;
import dev.nara.text.Text;
import java.util.Arrays;
import java.util.List;

/** A dataset cut into what is trained on and what is to be found. Immutable. */
public final class Split {
    private final String spec;
    private final Interactions train;
    private final int[][] truth;
    private final List<Text> warnings;

    /**
     * @param spec how it was made, as in {@code --split}, with every default filled in
     * @param train the rows to train on
     * @param truth shape [users][distinct items of that user], each ascending; length 0 for users not evaluated
     * @param warnings what to know before trusting a figure
     */
    Split(String spec, Interactions train, int[][] truth, List<Text> warnings) {
        this.spec = spec;
        this.train = train;
        this.truth = truth;
        this.warnings = List.copyOf(warnings);
    }

    /** How it was made, with every default filled in. */
    public String spec() {
        return spec;
    }

    /** The rows to train on. */
    public Interactions train() {
        return train;
    }

    /** The distinct items to find for a user, ascending; not to be changed. */
    public int[] truth(int user) {
        return truth[user];
    }

    /** What to know before trusting a figure. */
    public List<Text> warnings() {
        return warnings;
    }

    /** How many users have something to find. */
    public int evaluatedUsers() {
        int count = 0;
        for (int[] items : truth) {
            count += items.length > 0 ? 1 : 0;
        }
        return count;
    }

    /** The share of (user, item) pairs to find that were trained on as well, 0 … 1. */
    public double leakShare() {
        long pairs = 0;
        long known = 0;
        for (int u = 0; u < truth.length; u++) {
            int[] trained = train.distinctItems(u);
            for (int item : truth[u]) {
                pairs++;
                known += Arrays.binarySearch(trained, item) >= 0 ? 1 : 0;
            }
        }
        return pairs == 0 ? 0 : known / (double) pairs;
    }
}
