package dev.nara.chart;

import dev.nara.analysis.ComparedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The axis of differences: covers every interval and seed and zero, with round steps. */
public record ForestScale(double low, double high, double step) {
    private static final int STEPS = 7;
    private static final double MARGIN = 0.04;
    private static final double SMALLEST = 0.001;

    /** The axis for these rows. */
    public static ForestScale of(List<ComparedRow> rows) {
        double[] all = rows.stream()
                .flatMapToDouble(row -> DoubleStream.concat(
                        DoubleStream.of(row.difference(), row.low(), row.high()),
                        row.seeds().stream().mapToDouble(x -> x)))
                .filter(x -> !Double.isNaN(x))
                .toArray();
        double least = Math.min(-SMALLEST, DoubleStream.of(all).min().orElse(0));
        double most = Math.max(SMALLEST, DoubleStream.of(all).max().orElse(0));
        double margin = MARGIN * (most - least);
        return new ForestScale(least - margin, most + margin, round((most - least) / STEPS));
    }

    /** The next of 1, 2, 5, 10 … times a power of ten. */
    private static double round(double step) {
        double power = Math.pow(10, Math.floor(Math.log10(step)));
        return Stream.of(1, 2, 5, 10)
                .mapToDouble(factor -> factor * power)
                .filter(x -> x >= step * (1 - 1e-9))
                .findFirst()
                .orElse(10 * power);
    }

    /** The position of a difference, 0 … width. */
    public double at(double difference, double width) {
        return (difference - low) / (high - low) * width;
    }

    /** The steps of the axis, from left to right. */
    public List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (long n = (long) Math.ceil(low / step); n * step <= high; n++) {
            ticks.add(n * step);
        }
        return ticks;
    }

    /** The digits needed to tell the steps apart. */
    public int digits() {
        return (int) Math.max(2, Math.ceil(-Math.log10(step) - 1e-9));
    }
}
