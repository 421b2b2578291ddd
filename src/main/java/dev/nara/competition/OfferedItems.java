package dev.nara.competition;

import dev.nara.data.SharedGenres;

/** The items that a block offers one user, best first, during composition of a list. */
final class OfferedItems {
    private final int[] items;
    private final boolean[] gone;
    private final int[] sharing;
    /** For each item, how much of the list has been compared with it, so that each pair is compared once. */
    private final int[] looked;

    /** Initially all items are available. */
    OfferedItems(int[] items) {
        this.items = items;
        gone = new boolean[items.length];
        sharing = new int[items.length];
        looked = new int[items.length];
    }

    int size() {
        return items.length;
    }

    /** Whether the item at this index was tried already. */
    boolean isGone(int place) {
        return gone[place];
    }

    /** Marks the item at this index as tried. */
    void take(int place) {
        gone[place] = true;
    }

    /**
     * The number of items of a list that share a genre with the item at this index.
     *
     * @param list the list so far, up to {@code length}; it must only grow
     */
    int sharing(int place, SharedGenres genres, int[] list, int length) {
        while (looked[place] < length) {
            sharing[place] += genres.same(list[looked[place]++], items[place]) ? 1 : 0;
        }
        return sharing[place];
    }
}
