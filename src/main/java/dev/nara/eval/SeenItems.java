package dev.nara.eval;

import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.text.Numbers;

/**
 * Decides by default whether known items may be recommended again: if users repeat items often. A few rows written twice do not count as
 * that.
 */
public final class SeenItems {
    /**
     * Known items may be recommended again from this share of repeated rows on. Where users return to items, such as episodes, songs or
     * shops, the share is a fifth and more; where each pair occurs once by design, such as with ratings, repeats are a few errors in a
     * thousand. The threshold is far from both.
     */
    public static final double KEPT_FROM = 0.05;

    private SeenItems() {}

    /** The share of rows that repeat an earlier (user, item) pair, 0 … 1. */
    public static double repeats(Dataset dataset) {
        Interactions rows = dataset.interactions();
        return rows.size() == 0 ? 0 : 1 - rows.distinctPairs() / (double) rows.size();
    }

    /** Whether known items may be recommended again. */
    public static boolean kept(Dataset dataset) {
        return repeats(dataset) >= KEPT_FROM;
    }

    /** The reason as text, such as "0.2% < 5%". */
    static String why(Dataset dataset) {
        double share = repeats(dataset);
        return Numbers.percent(share, 1) + (share >= KEPT_FROM ? " ≥ " : " < ") + Numbers.percent(KEPT_FROM, 0);
    }
}
