package dev.nara.data;

/** A held-out item for each user, and the negatives it is to be ranked among, as the files give them. Immutable. */
public final class GivenTest {
    private final int[] heldOut;
    private final int[][] negatives;

    /**
     * @param heldOut shape [users], the item of each user, -1 for none
     * @param negatives shape [users][negatives of that user]; a user without any has length 0
     */
    public GivenTest(int[] heldOut, int[][] negatives) {
        this.heldOut = heldOut;
        this.negatives = negatives;
    }

    /** The held-out item, -1 for none. */
    public int heldOut(int user) {
        return heldOut[user];
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
}
