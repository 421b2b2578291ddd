package dev.nara.algorithm;

/**
 * A part of a score; the parts of a score add up to it.
 *
 * @param kind where it comes from
 * @param index which one of its kind: a dimension, a unit, or the index of an item or a user; 0 if there is only one
 * @param amount its contribution
 */
public record Reason(Kind kind, int index, double amount) {
    /** Where a part of a score comes from. */
    public enum Kind {
        /** A dimension of GMF, times its output weight. */
        GMF,
        /** A unit of the last MLP layer, times its output weight. */
        MLP,
        /** The bias of the output, or of the item. */
        BIAS,
        /** A dimension of factors. */
        FACTOR,
        /** An item in the user's history. */
        OWN_ITEM,
        /** A similar user who has the item. */
        NEAR_USER,
        /** The item's popularity, overall or in the user's group. */
        POPULARITY,
        /** How often the user has watched the item. */
        OWN_VIEWS
    }
}
