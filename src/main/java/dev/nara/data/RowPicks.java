package dev.nara.data;

import java.util.LinkedHashMap;
import java.util.Map;

/** Values of some rows, in a new order. */
final class RowPicks {
    private RowPicks() {}

    static int[] of(int[] values, int[] rows) {
        int[] picked = new int[rows.length];
        for (int r = 0; r < picked.length; r++) {
            picked[r] = values[rows[r]];
        }
        return picked;
    }

    static long[] of(long[] values, int[] rows) {
        long[] picked = new long[rows.length];
        for (int r = 0; r < picked.length; r++) {
            picked[r] = values[rows[r]];
        }
        return picked;
    }

    static Map<String, float[]> of(Map<String, float[]> columns, int[] rows) {
        Map<String, float[]> picked = new LinkedHashMap<>();
        columns.forEach((name, values) -> {
            float[] column = new float[rows.length];
            for (int r = 0; r < column.length; r++) {
                column[r] = values[rows[r]];
            }
            picked.put(name, column);
        });
        return picked;
    }
}
