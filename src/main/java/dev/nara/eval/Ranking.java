package dev.nara.eval;

import java.util.Arrays;
import java.util.BitSet;

/** What a metric sees of one user: the list, which of its places hit, and how many items there were to find. */
final class Ranking {
    private final int user;
    private final int[] list;
    private final BitSet hits;
    private final int truth;
    private final int candidates;
    private final double auc;
    private final ListStatistics facts;

    /**
     * @param list items, best first
     * @param truth the items to find, ascending, at least one
     * @param candidates how many items were ranked, those to find included
     * @param auc the share of (item to find, other candidate) pairs in the right order; NaN where it was not asked for
     */
    Ranking(int user, int[] list, int[] truth, int candidates, double auc, ListStatistics facts) {
        this.user = user;
        this.list = list;
        this.hits = hits(list, truth);
        this.truth = truth.length;
        this.candidates = candidates;
        this.auc = auc;
        this.facts = facts;
    }

    private static BitSet hits(int[] list, int[] truth) {
        BitSet hits = new BitSet(list.length);
        for (int r = 0; r < list.length; r++) {
            if (Arrays.binarySearch(truth, list[r]) >= 0) {
                hits.set(r);
            }
        }
        return hits;
    }

    int user() {
        return user;
    }

    /** The items, best first; as many as were ranked. */
    int[] list() {
        return list;
    }

    /** Bit r is set when the item at rank r, from 0, is one to find. */
    BitSet hits() {
        return hits;
    }

    /** How many items there were to find, at least 1. */
    int truth() {
        return truth;
    }

    /** How many items were ranked, the list being the best of them. */
    int candidates() {
        return candidates;
    }

    double auc() {
        return auc;
    }

    ListStatistics facts() {
        return facts;
    }

    /** How many places the list has up to K. */
    int length(int k) {
        return Math.min(k, list.length);
    }
}
