package dev.nara.chart;

/**
 * Where the plots of a run stand in a picture: losses above, figures below, names of lines at the right, the axis of both below.
 * In pixels; the axis reaches from 0 to all that is planned, and does not change while a run trains.
 *
 * @param left of the plots; numbers stand before it
 * @param right of the plots; names stand behind it
 * @param edge the right end of the values behind the names
 * @param lossTop of the plot of losses
 * @param lossBottom of it
 * @param top of the plot of figures
 * @param bottom of it
 * @param planned what the right end of the axis stands for
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

    /** In a picture of that size. */
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

    /** Where a place of the axis stands. */
    double x(double place) {
        return left + (right - left) * place / planned;
    }

    /** What a place in the picture stands for on the axis. */
    double place(double x) {
        return (x - left) / (right - left) * planned;
    }

    /** How high a loss stands. */
    double loss(FigureTicks axis, double loss) {
        return lossBottom - (lossBottom - lossTop) * axis.share(loss);
    }

    /** How high a figure stands. */
    double figure(FigureTicks axis, double figure) {
        return bottom - (bottom - top) * axis.share(figure);
    }

    /** Whether something stands within the plots. */
    boolean holds(double place) {
        return place >= 0 && place <= planned * (1 + 1e-9);
    }
}
