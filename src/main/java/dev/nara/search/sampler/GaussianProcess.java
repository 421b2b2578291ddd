package dev.nara.search.sampler;

import java.util.Arrays;

/** What figures at unseen coordinates would be, given those seen: a normal distribution each (Rasmussen and Williams 2006, chapter 2). */
final class GaussianProcess {
    /** Coordinates of one answer at a time, so that what is computed stays in the cache. */
    private static final int BLOCK = 64;

    private final boolean[] category;
    private final double[][] x;
    private final double[] y;
    private final double[] scale;
    private final double signal;
    private final double noise;
    private final Triangle triangle;
    private final double[] weights;

    private GaussianProcess(GaussianProcess like, double[][] x, double[] y, Triangle triangle) {
        category = like.category;
        scale = like.scale;
        signal = like.signal;
        noise = like.noise;
        this.x = x;
        this.y = y;
        this.triangle = triangle;
        weights = triangle.solve(y);
    }

    /**
     * With given hyper-parameters, as {@link Likelihood} has them.
     *
     * @param x coordinates, one row a figure
     * @param y figures, about 0 and 1
     * @param told what is known of each figure's variance besides the noise
     */
    GaussianProcess(boolean[] category, double[] parameters, double[][] x, double[] y, double[] told) {
        this.category = category;
        this.x = x;
        this.y = y;
        int dimensions = category.length;
        scale = new double[dimensions];
        for (int d = 0; d < dimensions; d++) {
            scale[d] = Math.exp(-2 * parameters[d]);
        }
        signal = Math.exp(parameters[dimensions]);
        noise = Math.exp(parameters[dimensions + 1]);
        triangle = Triangle.of(new Likelihood(category, x, y, told).covariance(parameters), y.length);
        weights = triangle.solve(y);
    }

    /** The same with the mean at these coordinates believed to be a figure seen there. */
    GaussianProcess believing(double[] coordinates) {
        int n = y.length;
        double[] row = new double[n];
        double mean = 0;
        for (int i = 0; i < n; i++) {
            row[i] = signal * likeness(coordinates, i);
            mean += weights[i] * row[i];
        }
        double[][] moreX = Arrays.copyOf(x, n + 1);
        moreX[n] = coordinates;
        double[] moreY = Arrays.copyOf(y, n + 1);
        moreY[n] = mean;
        return new GaussianProcess(this, moreX, moreY, triangle.extended(row, signal + noise));
    }

    /** Means and standard deviations, without the noise, at these coordinates. */
    void predict(double[][] at, double[] means, double[] deviations) {
        for (int from = 0; from < at.length; from += BLOCK) {
            predict(at, from, Math.min(at.length, from + BLOCK), means, deviations);
        }
    }

    private void predict(double[][] at, int from, int to, double[] means, double[] deviations) {
        int m = to - from;
        double[] cross = new double[y.length * m];
        for (int k = 0; k < m; k++) {
            double mean = 0;
            for (int i = 0; i < y.length; i++) {
                double covariance = signal * likeness(at[from + k], i);
                cross[i * m + k] = covariance;
                mean += weights[i] * covariance;
            }
            means[from + k] = mean;
        }
        triangle.solveLower(cross, m);
        double[] explained = new double[m];
        for (int i = 0; i < y.length; i++) {
            for (int k = 0; k < m; k++) {
                explained[k] += cross[i * m + k] * cross[i * m + k];
            }
        }
        for (int k = 0; k < m; k++) {
            deviations[from + k] = Math.sqrt(Math.max(1e-12 * signal, signal - explained[k]));
        }
    }

    /** How alike figures at these coordinates and at the i-th ones seen are, 0 … 1. */
    double likeness(double[] coordinates, int i) {
        double square = 0;
        for (int d = 0; d < scale.length; d++) {
            square += scale[d] * Likelihood.apart(category[d], coordinates[d], x[i][d]);
        }
        return Likelihood.kernel(square);
    }
}
