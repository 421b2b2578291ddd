package dev.nara.spark;

import java.io.Serializable;
import java.util.Arrays;

/** The data of a single user, so that it can be sent separately. */
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
     * A user with whom the model was trained.
     *
     * @param row the learnt row of the user: shape [width]
     * @param items of the training rows, in their order
     * @param times of the same rows
     * @param seen the known items of the user, distinct and ascending
     */
    static UserPart known(String id, float[] row, int[] items, long[] times, int[] seen) {
        return new UserPart(id, true, row, items, times, seen);
    }

    /** A user that the model has not seen, with the user's items: distinct and ascending. */
    static UserPart unknownUser(String id, float[] row, int[] history, long time) {
        long[] times = new long[history.length];
        Arrays.fill(times, time);
        return new UserPart(id, false, row, history, times, history);
    }

    String id() {
        return id;
    }

    /** Whether the model was trained with this user. */
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

    /** The approximate memory that it takes, in bytes. */
    long bytes() {
        return 100L + 4L * (row.length + items.length + seen.length) + 8L * times.length;
    }
}
