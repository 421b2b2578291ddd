package dev.nara.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Paint;
import java.awt.Shape;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** Bars and intervals at the positions 0, 1, 2 … of an axis of names, each in its own colour. */
final class PlaceBars {
    private PlaceBars() {}

    /** A bar from one figure to another. */
    record Bar(double from, double to, Color colour) {}

    /** An interval, with a point inside if it has a symbol. */
    record Whisker(double figure, double low, double high, Color colour) {}

    static void bars(XYPlot plot, int dataset, List<Bar> bars, double width) {
        XYIntervalSeries series = new XYIntervalSeries("bars", false, true);
        for (int n = 0; n < bars.size(); n++) {
            Bar bar = bars.get(n);
            double low = Math.min(bar.from(), bar.to());
            double high = Math.max(bar.from(), bar.to());
            series.add(n, n - width / 2, n + width / 2, high, low, high);
        }
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        data.addSeries(series);
        plot.setDataset(dataset, data);
        plot.setRenderer(dataset, new Bars(bars));
    }

    static void whiskers(XYPlot plot, int dataset, List<Whisker> whiskers, boolean pointed) {
        YIntervalSeries series = new YIntervalSeries("whiskers", false, true);
        for (int n = 0; n < whiskers.size(); n++) {
            Whisker whisker = whiskers.get(n);
            series.add(n, whisker.figure(), whisker.low(), whisker.high());
        }
        YIntervalSeriesCollection data = new YIntervalSeriesCollection();
        data.addSeries(series);
        plot.setDataset(dataset, data);
        Whiskers renderer = new Whiskers(whiskers);
        renderer.setDefaultShapesVisible(pointed);
        plot.setRenderer(dataset, renderer);
    }

    /** An axis of names from the first position to the last. */
    static SymbolAxis names(List<String> names, Palette palette) {
        SymbolAxis axis = new SymbolAxis("", names.toArray(String[]::new));
        axis.setGridBandsVisible(false);
        axis.setTickMarksVisible(false);
        axis.setAxisLineVisible(false);
        Axes.style(axis, palette);
        axis.setTickLabelFont(ChartFonts.of(12));
        axis.setRange(-.6, names.size() - .4);
        return axis;
    }

    /** Names at the left, the first on top, and figures at the bottom. */
    static XYPlot lying(List<String> names, NumberAxis figures, Palette palette) {
        SymbolAxis axis = names(names, palette);
        axis.setInverted(true);
        XYPlot plot = new XYPlot(null, axis, figures, null);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        Axes.style(plot, palette);
        plot.setBackgroundPaint(palette.background());
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setOutlineVisible(false);
        return plot;
    }

    static JFreeChart chart(Plot plot, Palette palette) {
        JFreeChart chart = new JFreeChart("", ChartFonts.of(14), plot, false);
        chart.setBackgroundPaint(palette.background());
        return chart;
    }

    private static final class Bars extends XYBarRenderer {
        private static final long serialVersionUID = 1;
        private final transient List<Bar> bars;

        Bars(List<Bar> bars) {
            this.bars = bars;
            setShadowVisible(false);
            setDrawBarOutline(false);
            setUseYInterval(true);
            setBarPainter(new StandardXYBarPainter());
        }

        @Override
        public Paint getItemPaint(int series, int item) {
            return bars.get(item).colour();
        }
    }

    private static final class Whiskers extends XYErrorRenderer {
        private static final long serialVersionUID = 1;
        private final transient List<Whisker> whiskers;

        Whiskers(List<Whisker> whiskers) {
            this.whiskers = whiskers;
            setCapLength(7);
            setDrawXError(false);
            setErrorStroke(new BasicStroke(1.4f));
        }

        @Override
        public Paint getItemPaint(int series, int item) {
            return whiskers.get(item).colour();
        }

        @Override
        public Shape getItemShape(int series, int item) {
            return StudyMark.FINISHED.shape();
        }
    }
}
