package dev.nara.synth;

/** The standard normal distribution's quantile function, by bisection of Zelen and Severo's approximation (26.2.17). */
final class Normal {
    private Normal() {}

    static double quantile(double probability) {
        double low = -8;
        double high = 8;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (cumulative(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double cumulative(double x) {
        double t = 1 / (1 + 0.2316419 * Math.abs(x));
        double poly = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        double upper = StrictMath.exp(-x * x / 2) / StrictMath.sqrt(2 * StrictMath.PI) * poly;
        return x < 0 ? upper : 1 - upper;
    }
}
