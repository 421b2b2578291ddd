package dev.nara.data;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Finds the distinct items of users. */
final class DistinctItems {
    /** Scanning this many words of the bit set takes about as long as sorting one row. */
    private static final int WORDS_A_ROW = 8;

    private static final int USERS_A_PART = 1 << 12;

    private DistinctItems() {}

    /**
     * The distinct items of every user, ascending: shape [users][distinct items].
     *
     * @param offsets where each user's rows begin, and one past the last
     * @param items of the rows, below itemCount
     */
    static int[][] of(int[] offsets, int[] items, int itemCount) {
        int[][] lists = new int[offsets.length - 1][];
        IntStream.rangeClosed(0, lists.length / USERS_A_PART).parallel().forEach(part -> {
            long[] marks = new long[(itemCount >> 6) + 1];
            int end = Math.min(lists.length, (part + 1) * USERS_A_PART);
            for (int u = part * USERS_A_PART; u < end; u++) {
                lists[u] = of(items, offsets[u], offsets[u + 1], marks);
            }
        });
        return lists;
    }

    /**
     * The distinct items of some rows, ascending.
     *
     * @param marks one bit per item, all 0 before and after
     */
    private static int[] of(int[] items, int from, int to, long[] marks) {
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
}
