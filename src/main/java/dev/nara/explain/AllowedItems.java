package dev.nara.explain;

import dev.nara.spec.PreparedRun;
import java.util.BitSet;

/** Decides which items may be in a user's list: depending on the user's known items, and on which items are offered at all. */
public final class AllowedItems {
    private static final int[] NOTHING = {};

    /** What happens to a user's known items. */
    public enum Seen {
        /** They may be recommended like all others. */
        KEEP,
        /** They are excluded. */
        LEAVE_OUT,
        /** Only they may be recommended. */
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

    /** All items of the catalogue. */
    public static AllowedItems of(PreparedRun preparedRun, Seen seen) {
        return new AllowedItems(preparedRun, seen, new BitSet());
    }

    /** As the candidates of the run allow. */
    public static AllowedItems usual(PreparedRun preparedRun) {
        return of(preparedRun, preparedRun.candidates().seenKept() ? Seen.KEEP : Seen.LEAVE_OUT);
    }

    /** A copy that allows only these items. */
    public AllowedItems only(int[] items) {
        BitSet others = all();
        for (int item : items) {
            others.clear(item);
        }
        others.or(withheld);
        return new AllowedItems(preparedRun, seen, others);
    }

    /** A copy without these items. */
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

    /** The items excluded from a user's list, ascending. */
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
