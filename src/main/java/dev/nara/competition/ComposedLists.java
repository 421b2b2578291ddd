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

    /** Which block each item came from, from 0, in the same shape. */
    public int[][] blocks() {
        return blocks;
    }
}
