package dev.nara.chart;

/** The exponential mean of what came so far, as if nothing had come before: divided by the sum of its weights. */
final class ExponentialMean {
    private final double smoothing;
    private double sum;
    private double weights;

    /** {@code smoothing} is the weight of what came before, 0 to below 1. */
    ExponentialMean(double smoothing) {
        this.smoothing = smoothing;
    }

    /** Takes in a number; returns the mean. */
    double next(double number) {
        sum = smoothing * sum + (1 - smoothing) * number;
        weights = smoothing * weights + 1 - smoothing;
        return sum / weights;
    }
}
