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

    /** How many items to find are among the first K. */
    int found(int k) {
        return hits.get(0, k).cardinality();
    }

    /**
     * The share of (item to find, other candidate) pairs in the right order; of the whole ranking where K is 0. At K, a pair
     * with both within K counts 1 in the right order, one with the item to find alone within K counts 1, one with both
     * beyond counts 1/2; 1/2 where there are no others.
     */
    double auc(int k) {
        if (k == 0) {
            return auc;
        }
        long others = candidates - (long) truth;
        long above = 0;
        double right = 0;
        int found = 0;
        for (int r = 0; r < length(k); r++) {
            if (hits.get(r)) {
                found++;
                right += others - above;
            } else {
                above++;
            }
        }
        right += (truth - found) * (others - above) / 2.0;
        return others == 0 ? 0.5 : right / (truth * (double) others);
    }

    /** A figure of one item. */
    @FunctionalInterface
    interface OfItem {
        double of(int item);
    }

    /** The mean over the first K items; 0 for an empty list. */
    double mean(int k, OfItem figure) {
        double sum = 0;
        for (int r = 0; r < length(k); r++) {
            sum += figure.of(list[r]);
        }
        return sum / Math.max(1, length(k));
    }

    /** How often each item stands among the first K of these lists: shape [items]. */
    static int[] places(Ranking[] rankings, int k, int items) {
        int[] places = new int[items];
        for (Ranking ranking : rankings) {
            for (int r = 0; r < ranking.length(k); r++) {
                places[ranking.list[r]]++;
            }
        }
        return places;
    }

    ListStatistics facts() {
        return facts;
    }

    /** How many places the list has up to K. */
    int length(int k) {
        return Math.min(k, list.length);
    }
}
