package dev.nara.baseline;

/** The normal equations of one row of factors, solved by Cholesky; one object serves row after row. */
final class LeastSquares {
    private final int d;
    private final double[] matrix;
    private final double[] right;

    LeastSquares(int dimension) {
        d = dimension;
        matrix = new double[d * d];
        right = new double[d];
    }

    /** Starts with weight times the Gram matrix plus a ridge. */
    void begin(double[] gram, double weight, double ridge) {
        for (int x = 0; x < matrix.length; x++) {
            matrix[x] = weight * gram[x];
        }
        for (int f = 0; f < d; f++) {
            matrix[f * d + f] += ridge;
            right[f] = 0;
        }
    }

    /**
     * Adds the observed pairs, whose target is 1.
     *
     * @return the sum of their squared errors with the row as it was
     */
    double observe(int[] columns, float[] confidences, float[] vectors, float[] rows, int row) {
        double error = 0;
        for (int n = 0; n < columns.length; n++) {
            int at = columns[n] * d;
            float confidence = confidences[n];
            addOuter(matrix, vectors, at, d, confidence);
            double score = 0;
            for (int f = 0; f < d; f++) {
                right[f] += confidence * vectors[at + f];
                score += (double) vectors[at + f] * rows[row * d + f];
            }
            error += (1 - score) * (1 - score);
        }
        return error;
    }

    /** Adds weight times a vector's outer product to the lower triangle. */
    static void addOuter(double[] matrix, float[] vectors, int at, int d, float weight) {
        for (int i = 0; i < d; i++) {
            double factor = (double) weight * vectors[at + i];
            int row = i * d;
            for (int j = 0; j <= i; j++) {
                matrix[row + j] += factor * vectors[at + j];
            }
        }
    }

    /** Puts the solution in place of the row; a matrix that is not positive definite leaves the row as it was. */
    void solve(float[] rows, int row) {
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i * d + j];
                for (int k = 0; k < j; k++) {
                    sum -= matrix[i * d + k] * matrix[j * d + k];
                }
                if (i == j) {
                    if (!(sum > 0)) {
                        return;
                    }
                    matrix[i * d + i] = Math.sqrt(sum);
                } else {
                    matrix[i * d + j] = sum / matrix[j * d + j];
                }
            }
        }
        for (int i = 0; i < d; i++) {
            double sum = right[i];
            for (int k = 0; k < i; k++) {
                sum -= matrix[i * d + k] * right[k];
            }
            right[i] = sum / matrix[i * d + i];
        }
        for (int i = d - 1; i >= 0; i--) {
            double sum = right[i];
            for (int k = i + 1; k < d; k++) {
                sum -= matrix[k * d + i] * right[k];
            }
            right[i] = sum / matrix[i * d + i];
        }
        for (int f = 0; f < d; f++) {
            rows[row * d + f] = (float) right[f];
        }
    }
}
