package dev.nara.algorithm;

/**
 * A part of a score; all parts of a score add up to it.
 *
 * @param kind what it comes from
 * @param index which one of its kind: a dimension, a unit, or the index of an item or a user; 0 where there is one alone
 * @param amount what it adds
 */
public record Reason(Kind kind, int index, double amount) {
    /** What a part of a score comes from. */
    public enum Kind {
        /** A dimension of GMF, times its output weight. */
        GMF,
        /** A unit of the last MLP layer, times its output weight. */
        MLP,
        /** The bias of the output, or of the item. */
        BIAS,
        /** A dimension of factors. */
        FACTOR,
        /** An item that the user has. */
        OWN_ITEM,
        /** A user who is near, and has the item. */
        NEAR_USER,
        /** How popular the item is, among all or in the user's group. */
        POPULARITY,
        /** How often the user has seen the item. */
        OWN_VIEWS
    }
}
