package dev.nara.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The rows of one user ordered by time, as plain arrays; rows with the same time keep their order. */
final class UserLog implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String user;
    private final int[] items;
    private final long[] times;
    /** Numbers, then words by their index in the vocabulary, NaN for none: shape [columns][rows]. */
    private final float[][] columns;

    UserLog(String user, int[] items, long[] times, float[][] columns) {
        this.user = user;
        this.items = items;
        this.times = times;
        this.columns = columns;
    }

    /** Joins the rows of one user from several parts, in the order of the parts. */
    static UserLog joined(Iterable<UserLog> parts) {
        UserLog all = null;
        for (UserLog part : parts) {
            all = all == null ? part : all.with(part);
        }
        if (all == null) {
            throw new IllegalArgumentException();
        }
        return all.sorted();
    }

    private UserLog with(UserLog more) {
        int from = items.length;
        int[] newItems = Arrays.copyOf(items, from + more.items.length);
        long[] newTimes = Arrays.copyOf(times, newItems.length);
        System.arraycopy(more.items, 0, newItems, from, more.items.length);
        System.arraycopy(more.times, 0, newTimes, from, more.items.length);
        float[][] newColumns = new float[columns.length][];
        for (int c = 0; c < columns.length; c++) {
            newColumns[c] = Arrays.copyOf(columns[c], newItems.length);
            System.arraycopy(more.columns[c], 0, newColumns[c], from, more.items.length);
        }
        return new UserLog(user, newItems, newTimes, newColumns);
    }

    private UserLog sorted() {
        return rows(IntStream.range(0, items.length)
                .boxed()
                .sorted(Comparator.comparingLong(r -> times[r]))
                .mapToInt(r -> r)
                .toArray());
    }

    /** Some of the rows, by their places. */
    UserLog rows(int... places) {
        float[][] some = new float[columns.length][];
        for (int c = 0; c < columns.length; c++) {
            float[] column = columns[c];
            some[c] = new float[places.length];
            for (int r = 0; r < places.length; r++) {
                some[c][r] = column[places[r]];
            }
        }
        return new UserLog(
                user,
                IntStream.of(places).map(r -> items[r]).toArray(),
                IntStream.of(places).mapToLong(r -> times[r]).toArray(),
                some);
    }

    String user() {
        return user;
    }

    int size() {
        return items.length;
    }

    int item(int row) {
        return items[row];
    }

    long time(int row) {
        return times[row];
    }

    float number(int column, int row) {
        return columns[column][row];
    }

    /** The distinct items, ascending. */
    int[] distinctItems() {
        return IntStream.of(items).sorted().distinct().toArray();
    }
}
