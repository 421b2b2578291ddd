package dev.nara.search.sampler;

import java.util.Arrays;

/** Predicts figures at new coordinates from observed ones, each as a normal distribution (Rasmussen and Williams 2006, chapter 2). */
final class GaussianProcess {
    /** Coordinates predicted per block, so that intermediate results stay in the cache. */
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
     * A process with given hyper-parameters, as in {@link Likelihood}.
     *
     * @param x coordinates, one row per figure
     * @param y figures, scaled to about mean 0 and variance 1
     * @param knownVariance the known variance of each figure in addition to the noise
     */
    GaussianProcess(boolean[] category, double[] parameters, double[][] x, double[] y, double[] knownVariance) {
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
        triangle = Triangle.of(new Likelihood(category, x, y, knownVariance).covariance(parameters), y.length);
        weights = triangle.solve(y);
    }

    /** A copy in which the mean at these coordinates counts as an observed figure. */
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

    /** The standard deviation of the noise of a figure. */
    double noise() {
        return Math.sqrt(noise);
    }

    /** Means and standard deviations, without noise, at these coordinates. */
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

    /** The correlation of figures at these coordinates with the i-th observed one, 0 … 1. */
    double likeness(double[] coordinates, int i) {
        double square = 0;
        for (int d = 0; d < scale.length; d++) {
            square += scale[d] * Likelihood.apart(category[d], coordinates[d], x[i][d]);
        }
        return Likelihood.kernel(square);
    }
}
