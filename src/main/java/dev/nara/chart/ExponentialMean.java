package dev.nara.chart;

/** A bias-corrected exponential mean: divided by the sum of its weights. */
final class ExponentialMean {
    private final double smoothing;
    private double sum;
    private double weights;

    /** {@code smoothing} is the weight of the past, 0 to below 1. */
    ExponentialMean(double smoothing) {
        this.smoothing = smoothing;
    }

    /** Adds a number; returns the mean. */
    double next(double number) {
        sum = smoothing * sum + (1 - smoothing) * number;
        weights = smoothing * weights + 1 - smoothing;
        return sum / weights;
    }
}
