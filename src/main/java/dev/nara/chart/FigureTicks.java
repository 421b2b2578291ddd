package dev.nara.chart;

import dev.nara.text.BareNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The axis of a plot of figures: fitted to the data, with few round labels of at most three digits.
 *
 * @param low the figure at its bottom; its logarithm on a logarithmic axis
 * @param high the figure at its top, likewise
 * @param step between labels
 * @param logarithmic whether labels are powers of ten; lower values are drawn at the bottom
 */
record FigureTicks(double low, double high, double step, boolean logarithmic) {
    private static final double[] ROUND = {1, 2, 2.5, 4, 5, 10};
    private static final int DIGITS = 3;
    private static final int MOST_DECADES = 5;
    private static final double EPSILON = 1e-9;
    private static final double THOUSAND = 1e3;
    private static final double MILLION = 1e6;

    /** A label of the axis. */
    record Tick(double value, String label) {}

    /** An axis for these figures, ignoring NaN, with at most that many steps. */
    static FigureTicks of(DoubleStream figures, int most) {
        double[] all = figures.filter(Double::isFinite).toArray();
        double low = DoubleStream.of(all).min().orElse(0);
        double high = DoubleStream.of(all).max().orElse(1);
        if (low == 0 && high == 0) {
            // Figures are shares: if all are zero, the axis reaches to one.
            high = 1;
        }
        double size = Math.max(Math.abs(low), Math.abs(high));
        // With a smaller step, labels of three digits would be equal.
        double least = size == 0 ? 1 : Math.pow(10, Math.floor(Math.log10(size)) - DIGITS + 1);
        double step = step(low, high, least, most);
        double bottom = Math.floor(low / step + EPSILON) * step;
        double top = Math.max(Math.ceil(high / step - EPSILON) * step, bottom + 2 * step);
        return new FigureTicks(bottom, top, step, false);
    }

    private static double step(double low, double high, double least, int most) {
        double unit = Math.max(least, Math.pow(10, Math.floor(Math.log10(Math.max(high - low, least) / most))));
        while (true) {
            for (double round : ROUND) {
                double step = unit * round;
                double steps = Math.ceil(high / step - EPSILON) - Math.floor(low / step + EPSILON);
                // Half of the third digit would be a fourth digit.
                boolean spelt = unit > least * (1 + EPSILON) || round != 2.5;
                if (spelt && steps <= most) {
                    return step;
                }
            }
            unit *= 10;
        }
    }

    /** The same for losses on a logarithmic axis of at most five decades; lower ones and zero are at its bottom. */
    static FigureTicks decades(DoubleStream figures) {
        double[] all = figures.filter(Double::isFinite).filter(f -> f > 0).toArray();
        double top = Math.ceil(Math.log10(DoubleStream.of(all).max().orElse(1)) - EPSILON);
        double bottom = Math.floor(Math.log10(DoubleStream.of(all).min().orElse(.1)) + EPSILON);
        return new FigureTicks(Math.max(Math.min(bottom, top - 1), top - MOST_DECADES), top, 1, true);
    }

    /** Whether a figure is below a logarithmic axis and drawn at its bottom. */
    boolean below(double figure) {
        return logarithmic && figure < Math.pow(10, low) * (1 - EPSILON);
    }

    /** The relative height of a figure: 0 at the bottom, 1 at the top. */
    double share(double figure) {
        double at = logarithmic ? Math.log10(Math.max(figure, Math.pow(10, low))) : figure;
        return (at - low) / (high - low);
    }

    /** The labels, lowest first. */
    List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        int steps = (int) Math.round((high - low) / step);
        for (int n = 0; n <= steps; n++) {
            double at = low + n * step;
            double value = logarithmic ? Math.pow(10, Math.rint(at)) : at;
            ticks.add(new Tick(value, label(value)));
        }
        return ticks;
    }

    /** A label, in thousands or millions if the axis reaches there. */
    String label(double value) {
        double apart = logarithmic ? value : step;
        if (Math.abs(value) < apart / 1000) {
            return "0";
        }
        double size = logarithmic ? value : Math.max(Math.abs(low), Math.abs(high));
        double unit = size >= MILLION ? MILLION : size >= THOUSAND ? THOUSAND : 1;
        double spelt = apart / unit;
        int digits = Math.max(0, (int) -Math.floor(Math.log10(spelt) + EPSILON));
        boolean half = Math.abs(spelt * Math.pow(10, digits) - Math.rint(spelt * Math.pow(10, digits))) > EPSILON;
        return BareNumbers.rounded(value / unit, half ? digits + 1 : digits)
                + (unit == MILLION ? " M" : unit == THOUSAND ? " k" : "");
    }
}
