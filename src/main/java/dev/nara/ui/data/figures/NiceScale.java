package dev.nara.ui.data.figures;

/** The upper end of an axis from 0: the next of 1, 2, 4, 5 or 10 times a power of ten. */
final class NiceScale {
    private static final double[] STEPS = {1, 2, 4, 5, 10};

    private NiceScale() {}

    /** The upper end for values up to {@code most}, at least 1. */
    static double top(double most) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, most))));
        for (double step : STEPS) {
            if (step * power >= most) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
