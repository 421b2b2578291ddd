package dev.nara.chart;

import org.jfree.chart.axis.Axis;

/** What the axes of all charts look like. */
final class Axes {
    private Axes() {}

    static void style(Axis axis, Palette palette) {
        axis.setLabelFont(ChartFonts.of(12));
        axis.setTickLabelFont(ChartFonts.of(11));
        axis.setLabelPaint(palette.text());
        axis.setTickLabelPaint(palette.text());
        axis.setAxisLinePaint(palette.grid());
    }
}
