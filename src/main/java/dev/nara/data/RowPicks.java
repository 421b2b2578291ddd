package dev.nara.data;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies the values of some rows, in their order. Kept rows are mostly consecutive, so they are copied in ranges. */
final class RowPicks {
    private final BitSet rows;
    private final int count;

    /** Selects the rows whose bits are set; {@code count} is the number of these. */
    RowPicks(BitSet rows, int count) {
        this.rows = rows;
        this.count = count;
    }

    int[] of(int[] values) {
        int[] picked = new int[count];
        copy(values, picked);
        return picked;
    }

    long[] of(long[] values) {
        long[] picked = new long[count];
        copy(values, picked);
        return picked;
    }

    Map<String, float[]> of(Map<String, float[]> columns) {
        Map<String, float[]> picked = new LinkedHashMap<>();
        columns.forEach((name, values) -> {
            float[] column = new float[count];
            copy(values, column);
            picked.put(name, column);
        });
        return picked;
    }

    /** Copies from one array into another of the same type. */
    private void copy(Object values, Object picked) {
        int place = 0;
        for (int from = rows.nextSetBit(0); from >= 0; ) {
            int to = rows.nextClearBit(from);
            System.arraycopy(values, from, picked, place, to - from);
            place += to - from;
            from = rows.nextSetBit(to);
        }
    }
}
