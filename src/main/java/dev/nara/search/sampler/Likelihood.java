package dev.nara.search.sampler;

import java.util.Arrays;

/**
 * How badly hyper-parameters explain what was seen: the negative logarithm of the marginal likelihood of a Gaussian process times their
 * priors. They are logarithms: a length for each coordinate, the signal's variance, the noise's variance. The kernel is Matérn's with
 * smoothness 5/2; coordinates without an order are equal or one apart.
 */
final class Likelihood implements Descent.Smooth {
    private static final double ROOT_FIVE = Math.sqrt(5);
    /** The most probable length of one coordinate: four tenths of its range. */
    private static final double LENGTH = Math.log(.4);

    private static final double LENGTH_SPREAD = 1;
    private static final double SIGNAL_SPREAD = 1;
    /** The most probable variance of the noise: a twentieth of the figures'. */
    private static final double NOISE = Math.log(.05);

    private static final double NOISE_SPREAD = 1.2;

    private final int n;
    private final int dimensions;
    private final double[][] apart;
    private final double[] y;
    private final double[] told;
    private final double[] matrix;
    private final double[] slope;
    private final double[] distance;

    /**
     * Of figures at coordinates.
     *
     * @param x coordinates, one row a figure
     * @param y figures, about 0 and 1
     * @param told what is known of each figure's variance besides the noise
     */
    Likelihood(boolean[] category, double[][] x, double[] y, double[] told) {
        n = y.length;
        dimensions = category.length;
        this.y = y;
        this.told = told;
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

    /** The square of the distance in one coordinate. */
    static double apart(boolean category, double a, double b) {
        return category ? a == b ? 0 : 1 : (a - b) * (a - b);
    }

    /** Matérn's kernel of smoothness 5/2 of variance 1 at a squared distance. */
    static double kernel(double square) {
        double r = ROOT_FIVE * Math.sqrt(square);
        return (1 + r + r * r / 3) * Math.exp(-r);
    }

    /** The most probable hyper-parameters before anything is seen. */
    double[] usual() {
        double[] usual = new double[dimensions + 2];
        Arrays.fill(usual, 0, dimensions, length());
        usual[dimensions + 1] = NOISE;
        return usual;
    }

    /** More coordinates add up to longer distances (Hvarfner et al. 2024). */
    private double length() {
        return LENGTH + .5 * Math.log(dimensions);
    }

    /** The covariance of the figures, of which the lower half is filled, n × n. */
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
            matrix[i * n + i] = signal + noise + told[i];
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
