package dev.nara.spark;

import java.io.Serializable;
import java.util.Arrays;

/** What belongs to one user alone, so that it can be where the user is. */
final class UserPart implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String id;
    private final boolean known;
    private final float[] row;
    private final int[] items;
    private final long[] times;
    private final int[] seen;

    private UserPart(String id, boolean known, float[] row, int[] items, long[] times, int[] seen) {
        this.id = id;
        this.known = known;
        this.row = row;
        this.items = items;
        this.times = times;
        this.seen = seen;
    }

    /**
     * One that the model has learnt from.
     *
     * @param row what was learnt of the user: shape [width]
     * @param items of the rows trained on, in their order
     * @param times of the same rows
     * @param seen the items that the user is known to have had, distinct and ascending
     */
    static UserPart known(String id, float[] row, int[] items, long[] times, int[] seen) {
        return new UserPart(id, true, row, items, times, seen);
    }

    /** One that the model has not seen, with what the user had: distinct and ascending. */
    static UserPart unknownUser(String id, float[] row, int[] history, long time) {
        long[] times = new long[history.length];
        Arrays.fill(times, time);
        return new UserPart(id, false, row, history, times, history);
    }

    String id() {
        return id;
    }

    /** Whether the model has learnt from this user. */
    boolean known() {
        return known;
    }

    float[] row() {
        return row;
    }

    int[] items() {
        return items;
    }

    long[] times() {
        return times;
    }

    int[] seen() {
        return seen;
    }

    /** About how much memory it takes, in bytes. */
    long bytes() {
        return 100L + 4L * (row.length + items.length + seen.length) + 8L * times.length;
    }
}
