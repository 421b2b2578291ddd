package dev.nara.baseline;

import dev.nara.algorithm.EpochProgress;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Inverts a symmetric positive definite matrix in place, on all cores: Gauss-Jordan elimination without pivoting, a block
 * of columns at a time, on the lower triangle alone (the sweep operator, Goodnight 1979). Every sum has one order,
 * whatever the number of threads.
 */
final class SymmetricInverse {
    private static final int BLOCK = 64;
    private static final int TILE = 512;
    private static final int ROWS = 8;

    private final double[] a;
    private final int n;
    private final double[] panel;
    private final double[] rows;

    private SymmetricInverse(double[] a, int n) {
        this.a = a;
        this.n = n;
        panel = new double[n * BLOCK];
        rows = new double[BLOCK * n];
    }

    /**
     * Inverts.
     *
     * @param matrix shape [n * n]; its lower triangle is read, all of it is written
     */
    static void invert(double[] matrix, int n, EpochProgress progress) {
        SymmetricInverse inverse = new SymmetricInverse(matrix, n);
        for (int first = 0; first < n; first += BLOCK) {
            inverse.sweep(first, Math.min(BLOCK, n - first));
            progress.batch(Math.min(n, first + BLOCK), n, 0);
        }
        inverse.mirror();
    }

    /** Eliminates the columns {@code k} … {@code k + b - 1}. */
    private void sweep(int k, int b) {
        double[] pivot = pivotInverse(k, b);
        gatherRows(k, b);
        IntStream.range(0, n).parallel().forEach(i -> panelRow(i, pivot, b));
        int groups = (n + ROWS - 1) / ROWS;
        // Long and short rows in turns, so that both ends of the triangle keep all cores busy.
        IntStream.range(0, groups).parallel().forEach(g -> update((g & 1) == 0 ? g / 2 : groups - 1 - g / 2, b));
        for (int i = 0; i < k; i++) {
            for (int q = 0; q < b; q++) {
                a[(k + q) * n + i] = panel[i * b + q];
            }
        }
        for (int i = k + b; i < n; i++) {
            System.arraycopy(panel, i * b, a, i * n + k, b);
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

    /** The block's rows over all columns, without the pivot: shape [b][n]. */
    private void gatherRows(int k, int b) {
        for (int q = 0; q < b; q++) {
            System.arraycopy(a, (k + q) * n, rows, q * n, k);
            Arrays.fill(rows, q * n + k, q * n + k + b, 0);
            for (int j = k + b; j < n; j++) {
                rows[q * n + j] = a[j * n + k + q];
            }
        }
    }

    /** The block's columns times the inverted pivot: row i of shape [n][b]. */
    private void panelRow(int i, double[] pivot, int b) {
        Arrays.fill(panel, i * b, i * b + b, 0);
        for (int s = 0; s < b; s++) {
            double factor = rows[s * n + i];
            for (int q = 0; q < b; q++) {
                panel[i * b + q] += factor * pivot[s * b + q];
            }
        }
    }

    private void update(int group, int b) {
        int from = group * ROWS;
        int to = Math.min(n, from + ROWS);
        for (int tile = 0; tile < to; tile += TILE) {
            for (int q = 0; q < b; q += 8) {
                for (int i = from; i < to; i++) {
                    int end = Math.min(i + 1, tile + TILE);
                    if (q + 8 <= b) {
                        subtractEight(i * n, q * n, tile, end, i * b + q);
                    } else {
                        for (int s = q; s < b; s++) {
                            subtractOne(i * n, s * n, tile, end, panel[i * b + s]);
                        }
                    }
                }
            }
        }
    }

    private void subtractOne(int row, int of, int from, int to, double factor) {
        for (int j = from; j < to; j++) {
            a[row + j] -= factor * rows[of + j];
        }
    }

    /** Eight rows at once, so that the row subtracted from is read and written once. */
    private void subtractEight(int row, int of, int from, int to, int factors) {
        double[] out = a;
        double[] r = rows;
        double f0 = panel[factors];
        double f1 = panel[factors + 1];
        double f2 = panel[factors + 2];
        double f3 = panel[factors + 3];
        double f4 = panel[factors + 4];
        double f5 = panel[factors + 5];
        double f6 = panel[factors + 6];
        double f7 = panel[factors + 7];
        int r1 = of + n;
        int r2 = r1 + n;
        int r3 = r2 + n;
        int r4 = r3 + n;
        int r5 = r4 + n;
        int r6 = r5 + n;
        int r7 = r6 + n;
        for (int j = from; j < to; j++) {
            out[row + j] -= f0 * r[of + j]
                    + f1 * r[r1 + j]
                    + f2 * r[r2 + j]
                    + f3 * r[r3 + j]
                    + f4 * r[r4 + j]
                    + f5 * r[r5 + j]
                    + f6 * r[r6 + j]
                    + f7 * r[r7 + j];
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
