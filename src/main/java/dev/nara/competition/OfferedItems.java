package dev.nara.competition;

import dev.nara.data.SharedGenres;

/** The items that a block offers one user, the best first, while a list is made of them. */
final class OfferedItems {
    private final int[] items;
    private final boolean[] gone;
    private final int[] sharing;
    /** How far the list was looked through for each item, so that it is looked at against each of the list once. */
    private final int[] looked;

    /** All of them are still there. */
    OfferedItems(int[] items) {
        this.items = items;
        gone = new boolean[items.length];
        sharing = new int[items.length];
        looked = new int[items.length];
    }

    int size() {
        return items.length;
    }

    /** Whether the item at this place was tried already. */
    boolean isGone(int place) {
        return gone[place];
    }

    /** Tries the item at this place. */
    void take(int place) {
        gone[place] = true;
    }

    /**
     * How many items of a list share a genre with the item at this place.
     *
     * @param list the list so far, as far as {@code length}; only ever grows
     */
    int sharing(int place, SharedGenres genres, int[] list, int length) {
        while (looked[place] < length) {
            sharing[place] += genres.same(list[looked[place]++], items[place]) ? 1 : 0;
        }
        return sharing[place];
    }
}
