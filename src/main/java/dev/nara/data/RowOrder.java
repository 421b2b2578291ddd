package dev.nara.data;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Sorts log rows by user and then by time; rows with the same user and time keep their order. */
final class RowOrder {
    private final int[] offsets;
    private final int[] source;
    private final long[] times;

    private RowOrder(int[] offsets, int rows) {
        this.offsets = offsets;
        this.source = new int[rows];
        this.times = new long[rows];
    }

    /** The first row of each user, and the number of rows at the end: shape [users + 1]. */
    int[] offsets() {
        return offsets;
    }

    /** The old place of each row: shape [rows]. */
    int[] source() {
        return source;
    }

    /** The times of the rows in their new order: shape [rows]. */
    long[] times() {
        return times;
    }

    /**
     * Sorts rows.
     *
     * @param users of the rows, below userCount
     * @param rows the number of rows
     */
    static RowOrder of(int userCount, IntBlocks users, LongBlocks times, int rows) {
        int[] offsets = new int[userCount + 1];
        for (int r = 0; r < rows; r++) {
            offsets[users.get(r) + 1]++;
        }
        for (int u = 0; u < userCount; u++) {
            offsets[u + 1] += offsets[u];
        }
        int[] next = Arrays.copyOf(offsets, userCount);
        RowOrder order = new RowOrder(offsets, rows);
        for (int r = 0; r < rows; r++) {
            order.source[next[users.get(r)]++] = r;
        }
        IntStream.range(0, userCount).parallel().forEach(u -> {
            for (int r = offsets[u]; r < offsets[u + 1]; r++) {
                order.times[r] = times.get(order.source[r]);
            }
            order.sort(offsets[u], offsets[u + 1]);
        });
        return order;
    }

    /** Sorts a range of rows by time, keeping the order of equal times. */
    private void sort(int from, int to) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        boolean sorted = true;
        for (int r = from; r < to; r++) {
            sorted &= times[r] >= last;
            first = Math.min(first, times[r]);
            last = Math.max(last, times[r]);
        }
        if (sorted) {
            return;
        }
        int bits = 32 - Integer.numberOfLeadingZeros(to - from);
        long unit = unit(from, to, first);
        if (last - first >= 0 && (last - first) / unit < 1L << (62 - bits)) {
            sortPacked(from, to, first, bits, unit);
        } else {
            int[] before = Arrays.copyOfRange(source, from, to);
            long[] own = Arrays.copyOfRange(times, from, to);
            Integer[] order = new Integer[own.length];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, (a, b) -> Long.compare(own[a], own[b]));
            for (int i = 0; i < order.length; i++) {
                source[from + i] = before[order[i]];
                times[from + i] = own[order[i]];
            }
        }
    }

    /** The largest unit (second, milli-, micro- or nanosecond) of which all distances from the first time are whole multiples. */
    private long unit(int from, int to, long first) {
        long unit = LogTime.SECOND;
        for (int r = from; r < to && unit > 1; r++) {
            while ((times[r] - first) % unit != 0) {
                unit /= 1000;
            }
        }
        return unit;
    }

    /** Packs time and place into one long per row, which sorts without an object per row. */
    private void sortPacked(int from, int to, long first, int bits, long unit) {
        long[] packed = new long[to - from];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = (((times[from + i] - first) / unit) << bits) | i;
        }
        Arrays.sort(packed);
        int[] before = Arrays.copyOfRange(source, from, to);
        for (int i = 0; i < packed.length; i++) {
            source[from + i] = before[(int) (packed[i] & ((1L << bits) - 1))];
            times[from + i] = first + (packed[i] >> bits) * unit;
        }
    }
}
