package dev.nara.data;

import java.util.Arrays;

/** The test part in the files: the rows held out for each user, and the negatives among which their items are ranked. Immutable. */
public final class GivenTest {
    private final Interactions rows;
    private final int[][] truth;
    private final int[][] negatives;

    /**
     * @param rows the held-out rows, with their additional columns
     * @param negatives shape [users][negatives of that user]
     */
    public GivenTest(Interactions rows, int[][] negatives) {
        this.rows = rows;
        this.truth = rows.distinctItems();
        this.negatives = negatives;
    }

    /** The held-out rows. */
    public Interactions rows() {
        return rows;
    }

    /** The held-out items, ascending; not to be changed. */
    public int[] truth(int user) {
        return truth[user];
    }

    /** The number of held-out (user, item) pairs. */
    public long pairs() {
        return Arrays.stream(truth).mapToLong(items -> items.length).sum();
    }

    /** The negatives of a user; not to be changed. */
    public int[] negatives(int user) {
        return negatives[user];
    }

    /** Whether the files contain negatives. */
    public boolean hasNegatives() {
        for (int[] list : negatives) {
            if (list.length > 0) {
                return true;
            }
        }
        return false;
    }

    /** The held-out rows for which {@code keep} is true. */
    public GivenTest filter(Interactions.RowPredicate keep) {
        return new GivenTest(rows.filter(keep), negatives);
    }

    /**
     * A copy with other item indices.
     *
     * @param moved the new index of each old one, -1 for removed items
     * @param count the new number of items
     */
    GivenTest renumbered(int[] moved, int count) {
        int[][] fewer = new int[negatives.length][];
        for (int u = 0; u < fewer.length; u++) {
            fewer[u] = Arrays.stream(negatives[u])
                    .map(i -> moved[i])
                    .filter(i -> i >= 0)
                    .toArray();
        }
        Interactions left = rows.filter((user, row) -> moved[rows.item(row)] >= 0);
        return new GivenTest(left.renumbered(moved, count), fewer);
    }
}
