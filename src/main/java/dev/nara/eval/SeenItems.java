package dev.nara.eval;

import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.text.Numbers;

/**
 * Whether items that a user has had may stand in lists, where nobody says: where repeating is part of the data. One row that
 * was written twice does not make it so.
 */
public final class SeenItems {
    /**
     * Seen items stay in lists from this share of repeated rows on. Where people come back to items, as to episodes, songs or
     * shops, it is a fifth and more; where each pair stands once by design, as with ratings, repeats are errors of writing, and
     * few in a thousand. The threshold lies far from both.
     */
    public static final double KEPT_FROM = 0.05;

    private SeenItems() {}

    /** The share of rows that repeat an earlier (user, item), 0 … 1. */
    public static double repeats(Dataset dataset) {
        Interactions rows = dataset.interactions();
        return rows.size() == 0 ? 0 : 1 - rows.distinctPairs() / (double) rows.size();
    }

    /** Whether they stay. */
    public static boolean kept(Dataset dataset) {
        return repeats(dataset) >= KEPT_FROM;
    }

    /** Why, as in "0.2% < 5%". */
    static String why(Dataset dataset) {
        double share = repeats(dataset);
        return Numbers.percent(share, 1) + (share >= KEPT_FROM ? " ≥ " : " < ") + Numbers.percent(KEPT_FROM, 0);
    }
}
