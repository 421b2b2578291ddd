package dev.nara.algebra;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Inverts a symmetric positive definite matrix in place, on all cores: Gauss-Jordan elimination without pivoting, a block of columns at a
 * time, on the lower triangle alone (the sweep operator, Goodnight 1979). The order of sums does not depend on the number of threads.
 */
public final class SymmetricInverse {
    /** The number of columns eliminated together. */
    private static final int BLOCK = 64;
    /** The number of rows updated by one task, whose data for a block fits in the L1 cache. */
    private static final int ROWS = 48;
    /** The number of columns per panel of the subtracted rows. */
    private static final int PANEL = MatrixProducts.LANES;

    private final MatrixProducts products;
    private final double[] a;
    private final int n;
    /** The block's columns times the inverted pivot, negative: shape [n][block]. */
    private final double[] factors;
    /** The block's rows over all columns, without the pivot, in panels: shape [panels][block][PANEL]. */
    private final double[] rows;

    private SymmetricInverse(MatrixProducts products, double[] a, int n) {
        this.products = products;
        this.a = a;
        this.n = n;
        factors = new double[(n + PANEL) * BLOCK];
        rows = new double[(n + PANEL) * BLOCK];
    }

    /**
     * Inverts a matrix in place.
     *
     * @param matrix shape [n * n]; its lower triangle is read, all of it is written
     * @param progress receives the number of finished columns
     */
    public static void invert(MatrixProducts products, double[] matrix, int n, IntConsumer progress) {
        SymmetricInverse inverse = new SymmetricInverse(products, matrix, n);
        for (int first = 0; first < n; first += BLOCK) {
            inverse.sweep(first, Math.min(BLOCK, n - first));
            progress.accept(Math.min(n, first + BLOCK));
        }
        inverse.mirror();
    }

    /** Eliminates the columns {@code k} … {@code k + b - 1}. */
    private void sweep(int k, int b) {
        double[] pivot = pivotInverse(k, b);
        double[] negative = Arrays.stream(pivot).map(x -> -x).toArray();
        IntStream.range(0, (n + PANEL - 1) / PANEL).parallel().forEach(panel -> {
            gather(panel, k, b);
            Arrays.fill(factors, panel * PANEL * b, (panel + 1) * PANEL * b, 0);
            products.addProduct(
                    PANEL, b, b, rows, panel * b * PANEL, 1, PANEL, negative, 0, b, factors, panel * PANEL * b, b);
        });
        int groups = (n + ROWS - 1) / ROWS;
        // Long and short rows alternate, so that all cores have equal work.
        IntStream.range(0, groups).parallel().forEach(g -> update((g & 1) == 0 ? g / 2 : groups - 1 - g / 2, b));
        for (int i = 0; i < k; i++) {
            for (int q = 0; q < b; q++) {
                a[(k + q) * n + i] = -factors[i * b + q];
            }
        }
        for (int i = k + b; i < n; i++) {
            for (int q = 0; q < b; q++) {
                a[i * n + k + q] = -factors[i * b + q];
            }
        }
        for (int i = 0; i < b; i++) {
            for (int j = 0; j <= i; j++) {
                a[(k + i) * n + k + j] = -pivot[i * b + j];
            }
        }
    }

    private double[] pivotInverse(int k, int b) {
        double[] p = new double[b * b];
        for (int i = 0; i < b; i++) {
            for (int j = 0; j < b; j++) {
                p[i * b + j] = i >= j ? a[(k + i) * n + k + j] : a[(k + j) * n + k + i];
            }
        }
        for (int c = 0; c < b; c++) {
            double by = 1 / p[c * b + c];
            p[c * b + c] = 1;
            for (int j = 0; j < b; j++) {
                p[c * b + j] *= by;
            }
            for (int i = 0; i < b; i++) {
                if (i != c) {
                    double factor = p[i * b + c];
                    p[i * b + c] = 0;
                    for (int j = 0; j < b; j++) {
                        p[i * b + j] -= factor * p[c * b + j];
                    }
                }
            }
        }
        return p;
    }

    /** A panel of the block's rows; 0 in the block's own columns and beyond the last. */
    private void gather(int panel, int k, int b) {
        int first = panel * PANEL;
        int to = panel * b * PANEL;
        Arrays.fill(rows, to, to + b * PANEL, 0);
        for (int j = first; j < Math.min(n, first + PANEL); j++) {
            for (int q = 0; q < b && (j < k || j >= k + b); q++) {
                rows[to + q * PANEL + j - first] = j < k ? a[(k + q) * n + j] : a[j * n + k + q];
            }
        }
    }

    /** Updates a group of rows up to the diagonal and slightly beyond. */
    private void update(int group, int b) {
        int from = group * ROWS;
        int count = Math.min(ROWS, n - from);
        for (int first = 0; first < from + count; first += PANEL) {
            int columns = Math.min(PANEL, n - first);
            int at = from * n + first;
            products.addProduct(count, b, columns, factors, from * b, b, 1, rows, first * b, PANEL, a, at, n);
        }
    }

    private void mirror() {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double value = -a[i * n + j];
                a[i * n + j] = value;
                a[j * n + i] = value;
            }
        }
    }
}
