package dev.nara.search.sampler;

/** The Cholesky factor of a symmetric positive definite matrix, stored by rows; loops run along rows so that they are vectorised. */
final class Triangle {
    private final int n;
    private final double[] l;

    private Triangle(int n, double[] l) {
        this.n = n;
        this.l = l;
    }

    /** Factorises a matrix of which the lower half is read, n × n; adds to its diagonal until it is positive definite. */
    static Triangle of(double[] matrix, int n) {
        for (double jitter = 0; ; jitter = Math.max(1e-10, jitter * 10)) {
            double[] l = matrix.clone();
            for (int i = 0; i < n; i++) {
                l[i * n + i] += jitter;
            }
            if (factored(l, n)) {
                return new Triangle(n, l);
            }
            if (!(jitter < 1e6)) {
                throw new ArithmeticException("not a positive matrix");
            }
        }
    }

    /** With one more row and column: its covariances with the others, and its variance. */
    Triangle extended(double[] row, double variance) {
        double left = variance;
        double[] last = row.clone();
        solveLower(last, 1);
        double[] larger = new double[(n + 1) * (n + 1)];
        for (int i = 0; i < n; i++) {
            System.arraycopy(l, i * n, larger, i * (n + 1), n);
            left -= last[i] * last[i];
        }
        System.arraycopy(last, 0, larger, n * (n + 1), n);
        larger[n * (n + 1) + n] = Math.sqrt(Math.max(1e-10, left));
        return new Triangle(n + 1, larger);
    }

    private static boolean factored(double[] l, int n) {
        double[] column = new double[n];
        for (int j = 0; j < n; j++) {
            double pivot = l[j * n + j];
            if (!(pivot > 1e-14)) {
                return false;
            }
            double root = Math.sqrt(pivot);
            l[j * n + j] = root;
            for (int i = j + 1; i < n; i++) {
                column[i] = l[i * n + j] /= root;
            }
            for (int i = j + 1; i < n; i++) {
                subtract(l, i * n, column, 0, column[i], j + 1, i + 1);
            }
        }
        return true;
    }

    /** a[k + atA] -= factor · b[k + atB] for k in from … to. */
    private static void subtract(double[] a, int atA, double[] b, int atB, double factor, int from, int to) {
        for (int k = from; k < to; k++) {
            a[atA + k] -= factor * b[atB + k];
        }
    }

    /** The sum of the diagonal's logarithms. */
    double logDiagonal() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Math.log(l[i * n + i]);
        }
        return sum;
    }

    /** Solves L X = B in place; B has n rows of length m. */
    void solveLower(double[] b, int m) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                subtract(b, i * m, b, j * m, l[i * n + j], 0, m);
            }
            for (int k = 0; k < m; k++) {
                b[i * m + k] /= l[i * n + i];
            }
        }
    }

    /** Solves L Lᵀ x = b. */
    double[] solve(double[] b) {
        double[] x = b.clone();
        solveLower(x, 1);
        for (int i = n - 1; i >= 0; i--) {
            x[i] /= l[i * n + i];
            subtract(x, 0, l, i * n, x[i], 0, i);
        }
        return x;
    }

    /** The lower half of the inverse of L Lᵀ, n × n. */
    double[] inverse() {
        double[] lower = new double[n * n];
        for (int i = 0; i < n; i++) {
            lower[i * n + i] = 1;
            for (int j = 0; j < i; j++) {
                subtract(lower, i * n, lower, j * n, l[i * n + j], 0, j + 1);
            }
            for (int k = 0; k <= i; k++) {
                lower[i * n + k] /= l[i * n + i];
            }
        }
        double[] inverse = new double[n * n];
        for (int k = 0; k < n; k++) {
            for (int i = 0; i <= k; i++) {
                subtract(inverse, i * n, lower, k * n, -lower[k * n + i], 0, i + 1);
            }
        }
        return inverse;
    }
}
