package dev.nara.data;

import java.util.Arrays;

/** Puts log rows in the order of users and, within a user, of time; rows of one user and time keep their order. */
final class RowOrder {
    /** So many words of marks are gone through as fast as a row is sorted. */
    private static final int WORDS_A_ROW = 8;

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
     * The distinct items of every user, ascending: shape [users][distinct items].
     *
     * @param offsets where each user's rows begin, and one past the last
     * @param items of the rows, below itemCount
     */
    static int[][] distinct(int[] offsets, int[] items, int itemCount) {
        int[][] lists = new int[offsets.length - 1][];
        long[] marks = new long[(itemCount >> 6) + 1];
        Arrays.setAll(lists, u -> distinct(items, offsets[u], offsets[u + 1], marks));
        return lists;
    }

    /**
     * The distinct items of some rows, ascending.
     *
     * @param marks a bit an item, all of them 0, before and after
     */
    private static int[] distinct(int[] items, int from, int to, long[] marks) {
        if (marks.length > WORDS_A_ROW * (long) (to - from)) {
            return sorted(items, from, to);
        }
        int distinct = 0;
        for (int r = from; r < to; r++) {
            long mark = 1L << items[r];
            distinct += (marks[items[r] >> 6] & mark) == 0 ? 1 : 0;
            marks[items[r] >> 6] |= mark;
        }
        int[] list = new int[distinct];
        for (int word = 0, n = 0; n < distinct; word++) {
            for (long left = marks[word]; left != 0; left &= left - 1) {
                list[n++] = (word << 6) + Long.numberOfTrailingZeros(left);
            }
            marks[word] = 0;
        }
        return list;
    }

    /** The distinct items of some rows, ascending. */
    static int[] sorted(int[] items, int from, int to) {
        int[] sorted = Arrays.copyOfRange(items, from, to);
        Arrays.sort(sorted);
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[distinct++] = sorted[i];
            }
        }
        return distinct == sorted.length ? sorted : Arrays.copyOf(sorted, distinct);
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
