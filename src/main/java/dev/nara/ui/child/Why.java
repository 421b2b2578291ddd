package dev.nara.ui.child;

import dev.nara.explain.Attribution;
import dev.nara.explain.Explainer;
import dev.nara.ui.common.Album;
import java.util.Map;

/**
 * The explanation of a place in the list.
 *
 * @param epoch the epoch of the explained model
 * @param albums the items in the attribution, by item index
 * @param attributes the texts of the attributes in the attribution
 */
record Why(
        ListPlace place,
        int epoch,
        Attribution attribution,
        Map<Integer, Album> albums,
        Map<String, String> attributes,
        Explainer.Similar similar,
        Popularity popularity) {
    /** How many users have the item in training, its popularity rank from 1, and the numbers of all items and users. */
    record Popularity(int viewers, int rank, int albums, int children) {
        /** The share of items that fewer users have, 0 … 1. */
        double above() {
            return albums < 2 ? 1 : (albums - rank) / (albums - 1.0);
        }
    }

    /** An item in the attribution. */
    Album album(int item) {
        Album album = albums.get(item);
        if (album == null) {
            throw new IllegalArgumentException("item " + item);
        }
        return album;
    }
}
