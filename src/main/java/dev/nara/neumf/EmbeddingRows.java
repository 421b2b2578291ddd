package dev.nara.neumf;

import java.util.Arrays;

/**
 * One embedding table within a batch: copies the rows of the batch's examples into a stretch of columns of a matrix, and
 * later sums the gradients found there for each distinct row and lets the optimiser update that row once.
 */
final class EmbeddingRows {
    private final float[] table;
    private final int dimension;
    private final Optimizer.Update optimizer;
    private final float[] matrix;
    private final int width;
    private final int column;
    private final int[] slotOfRow;
    private int[] touched = new int[256];
    private float[] sums;

    /**
     * @param table shape [rows of the table × dimension]
     * @param matrix shape [examples × width], of which columns column … column + dimension - 1 are filled
     */
    EmbeddingRows(float[] table, int dimension, Optimizer.Update optimizer, float[] matrix, int width, int column) {
        this.table = table;
        this.dimension = dimension;
        this.optimizer = optimizer;
        this.matrix = matrix;
        this.width = width;
        this.column = column;
        slotOfRow = new int[table.length / dimension];
        Arrays.fill(slotOfRow, -1);
        sums = new float[touched.length * dimension];
    }

    /** Copies the row that each of {@code count} examples takes into the matrix. */
    void gather(int[] rows, int count) {
        for (int e = 0; e < count; e++) {
            System.arraycopy(table, rows[e] * dimension, matrix, e * width + column, dimension);
        }
    }

    /** Updates every row that one of {@code count} examples took from the gradients in the matrix. */
    void update(int[] rows, int count, float scale) {
        int distinct = 0;
        for (int e = 0; e < count; e++) {
            int from = e * width + column;
            int slot = slotOfRow[rows[e]];
            if (slot < 0) {
                if (distinct == touched.length) {
                    touched = Arrays.copyOf(touched, 2 * distinct);
                    sums = Arrays.copyOf(sums, 2 * sums.length);
                }
                slotOfRow[rows[e]] = distinct;
                touched[distinct] = rows[e];
                System.arraycopy(matrix, from, sums, distinct * dimension, dimension);
                distinct++;
            } else {
                int to = slot * dimension;
                for (int i = 0; i < dimension; i++) {
                    sums[to + i] += matrix[from + i];
                }
            }
        }
        optimizer.rows(touched, 0, distinct, 0, dimension, sums, 0, dimension, scale);
        for (int slot = 0; slot < distinct; slot++) {
            slotOfRow[touched[slot]] = -1;
        }
    }
}
