package dev.nara.baseline;

import dev.nara.algebra.MatrixProducts;
import java.util.Arrays;

/** The normal equations of one row of factors, solved by Cholesky; one object serves row after row. */
final class LeastSquares {
    /** Observed vectors that are added together. */
    private static final int TOGETHER = 64;

    private final MatrixProducts products;
    private final int d;
    /** The upper triangle, and a little below it. */
    private final double[] matrix;

    private final double[] right;
    private final double[] observed;

    LeastSquares(MatrixProducts products, int dimension) {
        this.products = products;
        d = dimension;
        matrix = new double[d * d];
        right = new double[d];
        observed = new double[TOGETHER * d];
    }

    /** The sum of the outer products of some vectors, its upper triangle: shape [dimension * dimension]. */
    static double[] gram(MatrixProducts products, float[] vectors, int from, int to, int dimension) {
        LeastSquares sum = new LeastSquares(products, dimension);
        for (int first = from; first < to; first += TOGETHER) {
            int count = Math.min(TOGETHER, to - first);
            for (int x = 0; x < count * dimension; x++) {
                sum.observed[x] = vectors[first * dimension + x];
            }
            sum.addOuter(count);
        }
        return sum.matrix;
    }

    /** Starts with weight times the Gram matrix plus a ridge. */
    void begin(double[] gram, double weight, double ridge) {
        for (int x = 0; x < matrix.length; x++) {
            matrix[x] = weight * gram[x];
        }
        for (int f = 0; f < d; f++) {
            matrix[f * d + f] += ridge;
        }
        Arrays.fill(right, 0);
    }

    /** Adds the observed pairs, whose target is 1. */
    void observe(int[] columns, float[] confidences, float[] vectors) {
        for (int first = 0; first < columns.length; first += TOGETHER) {
            int count = Math.min(TOGETHER, columns.length - first);
            for (int n = 0; n < count; n++) {
                double confidence = confidences[first + n];
                double root = confidence == 1 ? 1 : Math.sqrt(confidence);
                int from = columns[first + n] * d;
                int to = n * d;
                for (int f = 0; f < d; f++) {
                    double number = vectors[from + f];
                    observed[to + f] = root * number;
                    right[f] += confidence * number;
                }
            }
            addOuter(count);
        }
    }

    /** Adds the outer products of the first of those observed. */
    private void addOuter(int count) {
        for (int first = 0; first < d; first += MatrixProducts.LANES) {
            int columns = Math.min(MatrixProducts.LANES, d - first);
            products.addProduct(
                    first + columns, count, columns, observed, 0, 1, d, observed, first, d, matrix, first, d);
        }
    }

    /** Puts the solution in place of the row; a matrix that is not positive definite leaves the row as it was. */
    void solve(float[] rows, int row) {
        for (int k = 0; k < d; k++) {
            double pivot = matrix[k * d + k];
            if (!(pivot > 0)) {
                return;
            }
            double by = 1 / Math.sqrt(pivot);
            for (int j = k; j < d; j++) {
                matrix[k * d + j] *= by;
            }
            for (int i = k + 1; i < d; i++) {
                subtract(matrix[k * d + i], k * d, i * d, i);
            }
        }
        for (int i = 0; i < d; i++) {
            right[i] /= matrix[i * d + i];
            for (int j = i + 1; j < d; j++) {
                right[j] -= matrix[i * d + j] * right[i];
            }
        }
        for (int i = d - 1; i >= 0; i--) {
            double sum = right[i];
            for (int k = i + 1; k < d; k++) {
                sum -= matrix[i * d + k] * right[k];
            }
            right[i] = sum / matrix[i * d + i];
        }
        for (int f = 0; f < d; f++) {
            rows[row * d + f] = (float) right[f];
        }
    }

    private void subtract(double factor, int from, int to, int first) {
        for (int j = first; j < d; j++) {
            matrix[to + j] -= factor * matrix[from + j];
        }
    }
}
