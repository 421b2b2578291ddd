package dev.nara.data;

import java.util.Arrays;

/** Puts log rows in the order of users and, within a user, of time; rows of one user and time keep their order. */
final class RowOrder {
    private RowOrder() {}

    /** Where each user's rows begin, and one past the last: shape [userCount + 1]. */
    static int[] offsets(int userCount, int[] users, int rows) {
        int[] offsets = new int[userCount + 1];
        for (int r = 0; r < rows; r++) {
            offsets[users[r] + 1]++;
        }
        for (int u = 0; u < userCount; u++) {
            offsets[u + 1] += offsets[u];
        }
        return offsets;
    }

    /** The old place of each row in the new order: shape [rows]. */
    static int[] places(int[] offsets, int[] users, long[] times, int rows) {
        int userCount = offsets.length - 1;
        int[] next = Arrays.copyOf(offsets, userCount);
        int[] source = new int[rows];
        for (int r = 0; r < rows; r++) {
            source[next[users[r]]++] = r;
        }
        for (int u = 0; u < userCount; u++) {
            sortByTime(source, times, offsets[u], offsets[u + 1]);
        }
        return source;
    }

    /**
     * The distinct items of every user, ascending: shape [users][distinct items]. Rows are dealt out to items and from there back to
     * users, which sorts nothing.
     *
     * @param offsets where each user's rows begin, and one past the last
     * @param items of the rows, below itemCount
     */
    static int[][] distinct(int[] offsets, int[] items, int itemCount) {
        int[] starts = offsets(itemCount, items, items.length);
        int[] next = Arrays.copyOf(starts, itemCount);
        int[] users = new int[items.length];
        for (int u = 0; u < offsets.length - 1; u++) {
            for (int r = offsets[u]; r < offsets[u + 1]; r++) {
                users[next[items[r]]++] = u;
            }
        }
        int[][] lists = new int[offsets.length - 1][];
        Arrays.setAll(lists, u -> new int[offsets[u + 1] - offsets[u]]);
        int[] counts = new int[lists.length];
        for (int item = 0; item < itemCount; item++) {
            // A user's rows of one item follow each other.
            for (int n = starts[item]; n < starts[item + 1]; n++) {
                if (n == starts[item] || users[n] != users[n - 1]) {
                    lists[users[n]][counts[users[n]]++] = item;
                }
            }
        }
        Arrays.setAll(lists, u -> counts[u] == lists[u].length ? lists[u] : Arrays.copyOf(lists[u], counts[u]));
        return lists;
    }

    /** Sorts a stretch of row numbers by time, keeping the order of equal times. */
    private static void sortByTime(int[] source, long[] times, int from, int to) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        boolean sorted = true;
        for (int r = from; r < to; r++) {
            long time = times[source[r]];
            sorted &= time >= last;
            first = Math.min(first, time);
            last = Math.max(last, time);
        }
        if (sorted) {
            return;
        }
        int bits = 32 - Integer.numberOfLeadingZeros(to - from);
        long unit = unit(source, times, from, to, first);
        if (last - first >= 0 && (last - first) / unit < 1L << (62 - bits)) {
            sortPacked(source, times, from, to, first, bits, unit);
        } else {
            Integer[] order = Arrays.stream(source, from, to).boxed().toArray(Integer[]::new);
            Arrays.sort(order, (a, b) -> Long.compare(times[a], times[b]));
            for (int i = 0; i < order.length; i++) {
                source[from + i] = order[i];
            }
        }
    }

    /** The second, milli-, micro- or nanosecond that all distances from the first time are whole multiples of. */
    private static long unit(int[] source, long[] times, int from, int to, long first) {
        long unit = LogTime.SECOND;
        for (int r = from; r < to && unit > 1; r++) {
            while ((times[source[r]] - first) % unit != 0) {
                unit /= 1000;
            }
        }
        return unit;
    }

    /** Times and places side by side in one number each sort without an object a row. */
    private static void sortPacked(int[] source, long[] times, int from, int to, long first, int bits, long unit) {
        long[] packed = new long[to - from];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = (((times[source[from + i]] - first) / unit) << bits) | i;
        }
        Arrays.sort(packed);
        int[] before = Arrays.copyOfRange(source, from, to);
        for (int i = 0; i < packed.length; i++) {
            source[from + i] = before[(int) (packed[i] & ((1L << bits) - 1))];
        }
    }
}
