package dev.nara.data;

import java.util.Arrays;

/** The items held out for each user, and the negatives they are to be ranked among, as the files give them. Immutable. */
public final class GivenTest {
    private final int[][] truth;
    private final int[][] negatives;

    /**
     * @param truth shape [users][distinct items held out, ascending]; length 0 for users without any
     * @param negatives shape [users][negatives of that user]; a user without any has length 0
     */
    public GivenTest(int[][] truth, int[][] negatives) {
        this.truth = truth;
        this.negatives = negatives;
    }

    /** The held-out items, ascending; not to be changed. */
    public int[] truth(int user) {
        return truth[user];
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

    /**
     * The same with other item indices.
     *
     * @param moved the new index of each old one, -1 for items that are gone
     */
    GivenTest renumbered(int[] moved) {
        return new GivenTest(renumbered(truth, moved), renumbered(negatives, moved));
    }

    private static int[][] renumbered(int[][] lists, int[] moved) {
        int[][] result = new int[lists.length][];
        for (int u = 0; u < lists.length; u++) {
            result[u] = Arrays.stream(lists[u])
                    .map(i -> moved[i])
                    .filter(i -> i >= 0)
                    .toArray();
        }
        return result;
    }
}
