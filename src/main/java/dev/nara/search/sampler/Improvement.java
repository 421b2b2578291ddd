package dev.nara.search.sampler;

import org.apache.commons.math3.special.Erf;

/** The logarithm of the expected improvement of a normal variable, numerically stable far below the best (Ament et al. 2023). */
final class Improvement {
    private static final double LOG_ROOT_TWO_PI = .5 * Math.log(2 * Math.PI);
    /** Below this, the first terms of a series are accurate to seven digits. */
    private static final double FAR = -20;

    private Improvement() {}

    /** log E max(0, Y − best) for Y normal with this mean and standard deviation. */
    static double log(double mean, double deviation, double best) {
        return Math.log(deviation) + log((mean - best) / deviation);
    }

    /**
     * log(1 − noise / √(deviation² + noise²)): how little a noisy figure adds where the deviation is small beside the noise already; 0
     * without noise.
     */
    static double logNews(double deviation, double noise) {
        double together = Math.hypot(deviation, noise);
        return 2 * Math.log(deviation) - Math.log(together) - Math.log(together + noise);
    }

    /** log(φ(z) + z Φ(z)). */
    static double log(double z) {
        double logDensity = -z * z / 2 - LOG_ROOT_TWO_PI;
        if (z < FAR) {
            double square = z * z;
            return logDensity - Math.log(square) + Math.log1p((-3 + (15 - 105 / square) / square) / square);
        }
        return Math.log(Math.exp(logDensity) + z * Erf.erfc(-z / Math.sqrt(2)) / 2);
    }
}
