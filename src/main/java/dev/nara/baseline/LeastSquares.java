package dev.nara.baseline;

import dev.nara.algebra.MatrixProducts;
import java.util.Arrays;

/** Solves the normal equations of one row of factors by Cholesky factorisation; reused row after row. */
final class LeastSquares {
    /** The number of observed vectors added together. */
    private static final int TOGETHER = 64;

    /** The number of rows of the matrix eliminated together. */
    private static final int BLOCK = 8;

    private final MatrixProducts products;
    private final int d;
    /** The upper triangle; some elements below it are used as well. */
    private final double[] matrix;

    private final double[] right;
    private final double[] observed;
    /** The square root of the confidence of each observed vector. */
    private final double[] roots;
    /** A block of rows of the factor, negative: shape [BLOCK][dimension]. */
    private final double[] negative;
    /** The inverse of the factor's diagonal. */
    private final double[] inverse;

    LeastSquares(MatrixProducts products, int dimension) {
        this.products = products;
        d = dimension;
        matrix = new double[d * d];
        right = new double[d];
        observed = new double[TOGETHER * d];
        roots = new double[TOGETHER];
        negative = new double[BLOCK * d];
        inverse = new double[d];
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

    /** Initialises the matrix with weight times the Gram matrix plus a ridge. */
    void begin(double[] gram, double weight, double ridge) {
        for (int x = 0; x < matrix.length; x++) {
            matrix[x] = weight * gram[x];
        }
        for (int f = 0; f < d; f++) {
            matrix[f * d + f] += ridge;
        }
        Arrays.fill(right, 0);
    }

    /** Adds the observed pairs, whose target is 1, among {@code vectors} [columns * dimension]. */
    void observe(int[] columns, float[] confidences, double[] vectors) {
        for (int first = 0; first < columns.length; first += TOGETHER) {
            int count = Math.min(TOGETHER, columns.length - first);
            for (int n = 0; n < count; n++) {
                double root = Math.sqrt(confidences[first + n]);
                roots[n] = root;
                System.arraycopy(vectors, columns[first + n] * d, observed, n * d, d);
                for (int f = n * d; root != 1 && f < (n + 1) * d; f++) {
                    observed[f] *= root;
                }
            }
            products.addProduct(1, count, d, roots, 0, 0, 1, observed, 0, d, right, 0, d);
            addOuter(count);
        }
    }

    /** Adds the outer products of the buffered vectors. */
    private void addOuter(int count) {
        for (int first = 0; first < d; first += MatrixProducts.LANES) {
            int columns = Math.min(MatrixProducts.LANES, d - first);
            products.addProduct(
                    first + columns, count, columns, observed, 0, 1, d, observed, first, d, matrix, first, d);
        }
    }

    /** Replaces the row by the solution; if the matrix is not positive definite, the row is unchanged. */
    void solve(float[] rows, int row) {
        for (int first = 0; first < d; first += BLOCK) {
            int end = Math.min(d, first + BLOCK);
            if (!factor(first, end)) {
                return;
            }
            subtract(first, end);
        }
        for (int i = 0; i < d; i++) {
            right[i] *= inverse[i];
            double known = right[i];
            for (int j = i + 1; j < d; j++) {
                right[j] -= matrix[i * d + j] * known;
            }
        }
        for (int i = d - 1; i >= 0; i--) {
            right[i] = (right[i] - known(i)) * inverse[i];
        }
        for (int f = 0; f < d; f++) {
            rows[row * d + f] = (float) right[f];
        }
    }

    /** Factorises rows {@code first} … {@code end - 1}; false if the matrix is not positive definite. */
    private boolean factor(int first, int end) {
        for (int k = first; k < end; k++) {
            // Uses the block's rows above, from the diagonal on.
            products.addProduct(
                    1, k - first, d - first, negative, k, 0, d, matrix, first * d + first, d, matrix, k * d + first, d);
            double pivot = matrix[k * d + k];
            if (!(pivot > 0)) {
                return false;
            }
            inverse[k] = 1 / Math.sqrt(pivot);
            for (int j = k; j < d; j++) {
                double number = matrix[k * d + j] * inverse[k];
                matrix[k * d + j] = number;
                negative[(k - first) * d + j] = -number;
            }
        }
        return true;
    }

    /** Subtracts the contribution of a block of the factor's rows from the rows below. */
    private void subtract(int first, int end) {
        for (int column = end; column < d; column += MatrixProducts.LANES) {
            int columns = Math.min(MatrixProducts.LANES, d - column);
            products.addProduct(
                    column + columns - end,
                    end - first,
                    columns,
                    negative,
                    end,
                    1,
                    d,
                    matrix,
                    first * d + column,
                    d,
                    matrix,
                    end * d + column,
                    d);
        }
    }

    /** The contribution of the known part of the solution to element {@code i}, as four independent sums. */
    private double known(int i) {
        int row = i * d;
        int k = i + 1;
        double a = 0;
        double b = 0;
        double c = 0;
        double e = 0;
        for (; k + 4 <= d; k += 4) {
            a += matrix[row + k] * right[k];
            b += matrix[row + k + 1] * right[k + 1];
            c += matrix[row + k + 2] * right[k + 2];
            e += matrix[row + k + 3] * right[k + 3];
        }
        for (; k < d; k++) {
            a += matrix[row + k] * right[k];
        }
        return (a + b) + (c + e);
    }
}
