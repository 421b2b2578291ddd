package dev.nara.chart;

/**
 * The layout of a run's chart in pixels: losses above, metric below, names of lines at the right, the common axis below both. The axis
 * reaches from 0 to the planned length and does not change while a run trains.
 *
 * @param left of the plots; numbers are left of it
 * @param right of the plots; names are right of it
 * @param edge the right end of the values after the names
 * @param lossTop of the plot of losses
 * @param lossBottom of the plot of losses
 * @param top of the plot of the metric
 * @param bottom of the plot of the metric
 * @param planned the value at the right end of the axis
 */
record CurveFrame(
        double left,
        double right,
        double edge,
        double lossTop,
        double lossBottom,
        double top,
        double bottom,
        double planned) {
    private static final double NUMBERS = 40;
    private static final double NAMES = 162;
    private static final double NAMES_SHARE = .3;
    private static final double ABOVE = 8;
    private static final double LOSSES = 80;
    private static final double BETWEEN = 28;
    private static final double BELOW = 36;
    private static final double MARGIN = 16;

    /** The layout for a size. */
    static CurveFrame of(double width, double height, double planned) {
        double right = Math.max(NUMBERS + 1, width - Math.min(NAMES, NAMES_SHARE * width));
        double losses = Math.min(LOSSES, height / 4);
        double top = ABOVE + losses + BETWEEN;
        return new CurveFrame(
                NUMBERS,
                right,
                width - MARGIN,
                ABOVE,
                ABOVE + losses,
                top,
                Math.max(top + 1, height - BELOW),
                Math.max(planned, 1e-9));
    }

    /** The x coordinate of a value on the axis. */
    double x(double place) {
        return left + (right - left) * place / planned;
    }

    /** The value on the axis at an x coordinate. */
    double place(double x) {
        return (x - left) / (right - left) * planned;
    }

    /** The y coordinate of a loss. */
    double loss(FigureTicks axis, double loss) {
        return lossBottom - (lossBottom - lossTop) * axis.share(loss);
    }

    /** The y coordinate of a figure. */
    double figure(FigureTicks axis, double figure) {
        return bottom - (bottom - top) * axis.share(figure);
    }

    /** Whether a point is within the plots. */
    boolean holds(double place) {
        return place >= 0 && place <= planned * (1 + 1e-9);
    }
}
