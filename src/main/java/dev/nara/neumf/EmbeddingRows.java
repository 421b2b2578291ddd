package dev.nara.neumf;

/**
 * One embedding table within a batch: copies the rows of the batch's examples to columns of a matrix, and later sums their gradients for
 * each distinct row and lets the optimiser update that row once.
 */
final class EmbeddingRows {
    private final float[] table;
    private final int dimension;
    private final Optimizer.Update optimizer;
    private final float[] matrix;
    private final int width;
    private final int column;
    private float[] sums = {};

    /**
     * @param table the embeddings, shape [rows of the table × dimension]
     * @param matrix shape [examples × width], of which columns column … column + dimension - 1 are filled
     */
    EmbeddingRows(float[] table, int dimension, Optimizer.Update optimizer, float[] matrix, int width, int column) {
        this.table = table;
        this.dimension = dimension;
        this.optimizer = optimizer;
        this.matrix = matrix;
        this.width = width;
        this.column = column;
    }

    /** Copies the row of each of {@code count} examples to the matrix. */
    void gather(int[] rows, int count) {
        for (int e = 0; e < count; e++) {
            System.arraycopy(table, rows[e] * dimension, matrix, e * width + column, dimension);
        }
    }

    /** Updates every used row from the gradients in the matrix. */
    void update(DistinctRows rows, float scale) {
        if (sums.length < rows.count() * dimension) {
            sums = new float[Math.max(2 * sums.length, rows.count() * dimension)];
        }
        for (int slot = 0; slot < rows.count(); slot++) {
            sumMembers(rows, slot, slot * dimension);
        }
        optimizer.rows(rows.rows(), 0, rows.count(), 0, dimension, sums, 0, dimension, scale);
    }

    private void sumMembers(DistinctRows rows, int slot, int to) {
        int start = rows.start(slot);
        System.arraycopy(matrix, rows.member(start) * width + column, sums, to, dimension);
        for (int m = start + 1; m < rows.start(slot + 1); m++) {
            int from = rows.member(m) * width + column;
            for (int i = 0; i < dimension; i++) {
                sums[to + i] += matrix[from + i];
            }
        }
    }
}
