package dev.nara.competition;

/** The lists of some users, with the block that each item came from. */
public final class ComposedLists {
    private final int[][] items;
    private final int[][] blocks;

    ComposedLists(int[][] items, int[][] blocks) {
        this.items = items;
        this.blocks = blocks;
    }

    /** The items, best first: shape [users][at most k]. */
    public int[][] items() {
        return items;
    }

    /** The index of the block that each item came from, in the same shape. */
    public int[][] blocks() {
        return blocks;
    }

    /** For each rank, the block that most lists have there; -1 if no list is that long: shape [k]. */
    public int[] usual(int k, int count) {
        int[] usual = new int[k];
        for (int place = 0; place < k; place++) {
            int[] of = new int[count];
            for (int[] list : blocks) {
                if (place < list.length) {
                    of[list[place]]++;
                }
            }
            usual[place] = -1;
            for (int b = 0, most = 0; b < count; b++) {
                if (of[b] > most) {
                    most = of[b];
                    usual[place] = b;
                }
            }
        }
        return usual;
    }
}
