package dev.nara.data;

import java.util.Arrays;

/** The rows held out for each user, and the negatives their items are to be ranked among, as the files give them. Immutable. */
public final class GivenTest {
    private final Interactions rows;
    private final int[][] truth;
    private final int[][] negatives;

    /**
     * @param rows what is held out, with the numbers that the files give of it
     * @param negatives shape [users][negatives of that user]; a user without any has length 0
     */
    public GivenTest(Interactions rows, int[][] negatives) {
        this.rows = rows;
        this.truth = rows.distinctItems();
        this.negatives = negatives;
    }

    /** What is held out, of the dataset's users and items. */
    public Interactions rows() {
        return rows;
    }

    /** The held-out items, ascending; not to be changed. */
    public int[] truth(int user) {
        return truth[user];
    }

    /** How many (user, item) pairs are held out. */
    public long pairs() {
        return Arrays.stream(truth).mapToLong(items -> items.length).sum();
    }

    /** The negatives of a user; not to be changed. */
    public int[] negatives(int user) {
        return negatives[user];
    }

    /** Whether the files bring negatives at all. */
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
     * The same with other item indices.
     *
     * @param moved the new index of each old one, -1 for items that are gone
     * @param count how many items there are now
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
