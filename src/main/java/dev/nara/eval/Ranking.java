package dev.nara.eval;

import java.util.Arrays;
import java.util.BitSet;

/** One user's list as metrics see it: the items, which of them are hits, and the number of held-out items. */
final class Ranking {
    private final int user;
    private final int[] list;
    private final BitSet hits;
    private final int truth;
    private final int candidates;
    private final double auc;
    private final ListStatistics facts;

    /**
     * A user's list.
     *
     * @param list items, best first
     * @param truth the held-out items, ascending, at least one
     * @param candidates the number of ranked items, held-out ones included
     * @param auc the share of (held-out item, other candidate) pairs in the right order; NaN if not computed
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

    /** The ranked items, best first. */
    int[] list() {
        return list;
    }

    /** Bit r is set if the item at rank r, from 0, is held out. */
    BitSet hits() {
        return hits;
    }

    /** The number of held-out items, at least 1. */
    int truth() {
        return truth;
    }

    /** The number of held-out items among the first K. */
    int found(int k) {
        return hits.get(0, k).cardinality();
    }

    /**
     * The share of (held-out item, other candidate) pairs in the right order, over the whole ranking if K is 0. With K, a pair within K
     * counts 1 if in the right order, a pair with only the held-out item within K counts 1, and a pair beyond K counts 1/2; 1/2 without
     * other candidates.
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

    /** How often each item is among the first K of these lists: shape [items]. */
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

    /** The length of the list, at most K. */
    int length(int k) {
        return Math.min(k, list.length);
    }
}
