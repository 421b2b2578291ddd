package dev.nara.ui.child;

import dev.nara.explain.Attribution;
import dev.nara.explain.Explainer;
import dev.nara.ui.common.Album;
import java.util.Map;

/**
 * Why a place of the list stands where it does.
 *
 * @param epoch of the model that was asked
 * @param albums those that the attribution names, by item
 * @param attributes the attributes that it names, in words
 */
record Why(
        ListPlace place,
        int epoch,
        Attribution attribution,
        Map<Integer, Album> albums,
        Map<String, String> attributes,
        Explainer.Similar similar,
        Popularity popularity) {
    /** How many have the album in training, its rank by that from 1, and of how many. */
    record Popularity(int viewers, int rank, int albums, int children) {
        /** The share of albums that fewer children have, 0 … 1. */
        double above() {
            return albums < 2 ? 1 : (albums - rank) / (albums - 1.0);
        }
    }

    /** An album that the attribution names. */
    Album album(int item) {
        Album album = albums.get(item);
        if (album == null) {
            throw new IllegalArgumentException("item " + item);
        }
        return album;
    }
}
