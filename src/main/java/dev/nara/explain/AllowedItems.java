package dev.nara.explain;

import dev.nara.spec.PreparedRun;
import java.util.BitSet;

/** Which items may stand in a user's list: by what the user has had, and by what is offered at all. */
public final class AllowedItems {
    private static final int[] NOTHING = {};

    /** What becomes of the items that a user is known to have had. */
    public enum Seen {
        /** They may stand in the list like all others. */
        KEEP,
        /** They are left out. */
        LEAVE_OUT,
        /** They alone may stand in it. */
        ONLY
    }

    private final PreparedRun preparedRun;
    private final Seen seen;
    private final BitSet withheld;

    private AllowedItems(PreparedRun preparedRun, Seen seen, BitSet withheld) {
        this.preparedRun = preparedRun;
        this.seen = seen;
        this.withheld = withheld;
    }

    /** Of the whole catalogue. */
    public static AllowedItems of(PreparedRun preparedRun, Seen seen) {
        return new AllowedItems(preparedRun, seen, new BitSet());
    }

    /** As the candidates of the run say. */
    public static AllowedItems usual(PreparedRun preparedRun) {
        return of(preparedRun, preparedRun.candidates().seenKept() ? Seen.KEEP : Seen.LEAVE_OUT);
    }

    /** Of what is allowed already, only these items. */
    public AllowedItems only(int[] items) {
        BitSet others = all();
        for (int item : items) {
            others.clear(item);
        }
        others.or(withheld);
        return new AllowedItems(preparedRun, seen, others);
    }

    /** Without these items. */
    public AllowedItems without(int[] items) {
        BitSet more = (BitSet) withheld.clone();
        for (int item : items) {
            more.set(item);
        }
        return new AllowedItems(preparedRun, seen, more);
    }

    private BitSet all() {
        BitSet all = new BitSet();
        all.set(0, preparedRun.dataset().items().size());
        return all;
    }

    /** The items, ascending, that must not stand in the list of a user. */
    int[] leftOut(int user) {
        int[] had = seen == Seen.KEEP ? NOTHING : preparedRun.split().known().distinctItems(user);
        if (seen != Seen.ONLY && withheld.isEmpty()) {
            return had;
        }
        BitSet left = seen == Seen.ONLY ? all() : (BitSet) withheld.clone();
        for (int item : had) {
            left.set(item, seen == Seen.LEAVE_OUT);
        }
        if (seen == Seen.ONLY) {
            left.or(withheld);
        }
        return left.stream().toArray();
    }
}
