package dev.nara.ui.tune.space;

import dev.nara.search.space.Dimension;
import java.util.ArrayList;
import java.util.List;

/** The labels below a range: at both ends and at round numbers between. */
final class RangeTicks {
    private static final double APART = .16;
    private static final double[] STEPS = {1, 2, 5, 10};
    private static final int PARTS = 4;

    private RangeTicks() {}

    /** A number at a position, 0 … 1. */
    record At(double place, double number) {}

    /** The labels in ascending order. */
    static List<At> of(Dimension.Range range) {
        List<At> ticks = new ArrayList<>();
        if (range.zero()) {
            ticks.add(new At(0, 0));
        }
        ticks.add(new At(range.zero() ? .1 : 0, range.low()));
        At last = new At(1, range.high());
        for (double number : between(range)) {
            double place = range.place(Double.toString(number));
            boolean free = place - ticks.get(ticks.size() - 1).place() >= APART && last.place() - place >= APART;
            if (number > range.low() && number < range.high() && free) {
                ticks.add(new At(place, number));
            }
        }
        ticks.add(last);
        return ticks;
    }

    private static List<Double> between(Dimension.Range range) {
        List<Double> numbers = new ArrayList<>();
        if (range.log()) {
            double factor = range.high() / range.low() > 100 ? 10 : 2;
            double first = factor == 10 ? Math.pow(10, Math.ceil(Math.log10(range.low()) - 1e-9)) : range.low() * 2;
            for (double n = first; n < range.high(); n *= factor) {
                numbers.add(n);
            }
            return numbers;
        }
        double step = step((range.high() - range.low()) / PARTS);
        for (double n = Math.ceil(range.low() / step + 1e-9) * step; n < range.high(); n += step) {
            numbers.add(n);
        }
        return numbers;
    }

    private static double step(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double step : STEPS) {
            if (step * power >= rough) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
