package dev.nara.search.sampler;

import java.util.Arrays;

/**
 * The objective for fitting hyper-parameters: the negative logarithm of a Gaussian process's marginal likelihood times their priors.
 * Hyper-parameters are logarithms: a length scale for each coordinate, the signal variance, the noise variance. The kernel is Matérn 5/2;
 * unordered coordinates have distance 0 or 1.
 */
final class Likelihood implements Descent.Smooth {
    private static final double ROOT_FIVE = Math.sqrt(5);
    /** The prior mode of a length scale: four tenths of a coordinate's range. */
    private static final double LENGTH = Math.log(.4);

    private static final double LENGTH_SPREAD = 1;
    private static final double SIGNAL_SPREAD = 1;
    /** The prior mode of the noise variance: a twentieth of the figures' variance. */
    private static final double NOISE = Math.log(.05);

    private static final double NOISE_SPREAD = 1.2;

    private final int n;
    private final int dimensions;
    private final double[][] apart;
    private final double[] y;
    private final double[] knownVariance;
    private final double[] matrix;
    private final double[] slope;
    private final double[] distance;

    /**
     * For figures at coordinates.
     *
     * @param x coordinates, one row per figure
     * @param y figures, scaled to about mean 0 and variance 1
     * @param knownVariance the known variance of each figure in addition to the noise
     */
    Likelihood(boolean[] category, double[][] x, double[] y, double[] knownVariance) {
        n = y.length;
        dimensions = category.length;
        this.y = y;
        this.knownVariance = knownVariance;
        int pairs = n * (n - 1) / 2;
        apart = new double[dimensions][pairs];
        for (int d = 0; d < dimensions; d++) {
            for (int i = 1, pair = 0; i < n; i++) {
                for (int j = 0; j < i; j++, pair++) {
                    apart[d][pair] = apart(category[d], x[i][d], x[j][d]);
                }
            }
        }
        matrix = new double[n * n];
        slope = new double[pairs];
        distance = new double[pairs];
    }

    /** The squared distance in one coordinate. */
    static double apart(boolean category, double a, double b) {
        return category ? a == b ? 0 : 1 : (a - b) * (a - b);
    }

    /** The Matérn 5/2 kernel with variance 1 at a squared distance. */
    static double kernel(double square) {
        double r = ROOT_FIVE * Math.sqrt(square);
        return (1 + r + r * r / 3) * Math.exp(-r);
    }

    /** The prior mode of the hyper-parameters. */
    double[] usual() {
        double[] usual = new double[dimensions + 2];
        Arrays.fill(usual, 0, dimensions, length());
        usual[dimensions + 1] = NOISE;
        return usual;
    }

    /** With more coordinates distances grow, so length scales do (Hvarfner et al. 2024). */
    private double length() {
        return LENGTH + .5 * Math.log(dimensions);
    }

    /** The covariance matrix of the figures, lower half, n × n. */
    double[] covariance(double[] parameters) {
        Arrays.fill(distance, 0);
        for (int d = 0; d < dimensions; d++) {
            double weight = Math.exp(-2 * parameters[d]);
            double[] squares = apart[d];
            for (int pair = 0; pair < distance.length; pair++) {
                distance[pair] += weight * squares[pair];
            }
        }
        double signal = Math.exp(parameters[dimensions]);
        double noise = Math.exp(parameters[dimensions + 1]);
        for (int i = 0, pair = 0; i < n; i++) {
            for (int j = 0; j < i; j++, pair++) {
                double r = ROOT_FIVE * Math.sqrt(distance[pair]);
                double falling = signal * Math.exp(-r);
                matrix[i * n + j] = (1 + r + r * r / 3) * falling;
                slope[pair] = 5.0 / 3 * (1 + r) * falling;
            }
            matrix[i * n + i] = signal + noise + knownVariance[i];
        }
        return matrix;
    }

    @Override
    public double at(double[] parameters, double[] gradient) {
        Triangle triangle = Triangle.of(covariance(parameters), n);
        double[] weights = triangle.solve(y);
        double[] inverse = triangle.inverse();
        double fit = triangle.logDiagonal();
        double signal = Math.exp(parameters[dimensions]);
        double noise = Math.exp(parameters[dimensions + 1]);
        double bySignal = 0;
        double byNoise = 0;
        for (int i = 0, pair = 0; i < n; i++) {
            fit += y[i] * weights[i] / 2;
            for (int j = 0; j < i; j++, pair++) {
                double g = inverse[i * n + j] - weights[i] * weights[j];
                bySignal += g * matrix[i * n + j];
                slope[pair] *= g;
            }
            double g = inverse[i * n + i] - weights[i] * weights[i];
            bySignal += g * signal / 2;
            byNoise += g * noise / 2;
        }
        for (int d = 0; d < dimensions; d++) {
            double sum = 0;
            double[] squares = apart[d];
            for (int pair = 0; pair < slope.length; pair++) {
                sum += slope[pair] * squares[pair];
            }
            gradient[d] = sum * Math.exp(-2 * parameters[d]);
            fit += prior(parameters, gradient, d, length(), LENGTH_SPREAD);
        }
        gradient[dimensions] = bySignal;
        gradient[dimensions + 1] = byNoise;
        fit += prior(parameters, gradient, dimensions, 0, SIGNAL_SPREAD);
        return fit + prior(parameters, gradient, dimensions + 1, NOISE, NOISE_SPREAD);
    }

    private static double prior(double[] parameters, double[] gradient, int p, double middle, double spread) {
        double off = (parameters[p] - middle) / spread;
        gradient[p] += off / spread;
        return off * off / 2;
    }
}
