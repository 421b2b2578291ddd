package dev.nara.baseline;

import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.util.Arrays;

/** Reads and lays out the arrays of baselines' weights, and transposes lists of columns. */
final class WeightArrays {
    private WeightArrays() {}

    /** Rows of equal length as one array: shape [rows * length]. */
    static float[] flat(float[][] rows, int length) {
        float[] flat = new float[rows.length * length];
        for (int r = 0; r < rows.length; r++) {
            System.arraycopy(rows[r], 0, flat, r * length, length);
        }
        return flat;
    }

    /** A required array with that many values; 0 for any number. */
    static float[] array(Weights weights, String name, long size) throws DataException {
        float[] array = weights.get(name);
        if (array == null || (size > 0 && array.length != size)) {
            throw new DataException(Text.of("weights.mismatch", name), Text.of("weights.mismatch.remedy"));
        }
        return array;
    }

    /** A required array of that shape: [rows][columns], flat. */
    static float[] table(Weights weights, String name, int rows, int columns) throws DataException {
        float[] table = array(weights, name, (long) rows * columns);
        if (!Arrays.equals(weights.shape(name), new int[] {rows, columns})) {
            throw new DataException(Text.of("weights.mismatch", name), Text.of("weights.mismatch.remedy"));
        }
        return table;
    }

    /** The inverse of {@link #flat}: shape [count][length]. */
    static float[][] rows(Weights weights, String name, int count, int length) throws DataException {
        float[] flat = array(weights, name, (long) count * length);
        float[][] rows = new float[count][];
        Arrays.setAll(rows, r -> Arrays.copyOfRange(flat, r * length, (r + 1) * length));
        return rows;
    }

    /** Transposes lists of columns by row: shape [columns][rows], ascending. */
    static int[][] transposed(int[][] rows, int columns) {
        int[] counts = new int[columns];
        for (int[] row : rows) {
            for (int column : row) {
                counts[column]++;
            }
        }
        int[][] transposed = new int[columns][];
        for (int c = 0; c < columns; c++) {
            transposed[c] = new int[counts[c]];
        }
        for (int r = 0; r < rows.length; r++) {
            for (int column : rows[r]) {
                int[] of = transposed[column];
                of[of.length - counts[column]--] = r;
            }
        }
        return transposed;
    }
}
