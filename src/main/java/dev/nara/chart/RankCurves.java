package dev.nara.chart;

import dev.nara.text.Text;
import java.awt.BasicStroke;
import java.awt.Color;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** The ranks of one user's items to find, epoch by epoch, the best on top, over the loss. */
public final class RankCurves {
    private static final int EACH = 8;

    private RankCurves() {}

    /**
     * An epoch.
     *
     * @param ranks of the items to find, from 1, in the same order every epoch
     */
    public record Moment(int epoch, double loss, List<Integer> ranks) {}

    /** Draws the curves; {@code shown} is the epoch that is marked. */
    public static JFreeChart of(List<Moment> moments, int shown, Palette palette, Locale locale) {
        NumberAxis epochs = new NumberAxis(Text.of("chart.epoch").in(locale));
        epochs.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        epochs.setAutoRangeIncludesZero(false);
        Axes.style(epochs, palette);
        XYPlot above = ranks(moments, palette, locale);
        XYPlot below = losses(moments, palette, locale);
        CombinedDomainXYPlot both = new CombinedDomainXYPlot(epochs);
        both.add(above, 2);
        both.add(below, 1);
        for (XYPlot part : List.of(above, below)) {
            part.addDomainMarker(new ValueMarker(shown, palette.faint(), new BasicStroke(1.6f)));
        }
        JFreeChart chart = new JFreeChart("", ChartFonts.of(14), both, false);
        chart.setBackgroundPaint(palette.background());
        return chart;
    }

    private static XYPlot ranks(List<Moment> moments, Palette palette, Locale locale) {
        LogAxis axis = new LogAxis(Text.of("chart.rank").in(locale));
        axis.setInverted(true);
        axis.setNumberFormatOverride(new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        axis.setSmallestValue(1);
        XYSeriesCollection ranks = series(moments);
        XYPlot plot = plot(ranks, palette);
        plot.setRangeAxis(axis);
        Axes.style(axis, palette);
        XYLineAndShapeRenderer lines = (XYLineAndShapeRenderer) plot.getRenderer();
        Color colour = palette.series().get(0);
        lines.setSeriesPaint(0, colour);
        lines.setSeriesStroke(0, new BasicStroke(2.4f));
        for (int s = 1; s < ranks.getSeriesCount(); s++) {
            lines.setSeriesPaint(s, palette.faint());
            lines.setSeriesStroke(s, new BasicStroke(1f));
        }
        return plot;
    }

    /** The best rank of each epoch, then the ranks of some items. */
    private static XYSeriesCollection series(List<Moment> moments) {
        XYSeries best = new XYSeries("best");
        for (Moment moment : moments) {
            moment.ranks().stream().mapToInt(r -> r).min().ifPresent(rank -> best.add(moment.epoch(), rank));
        }
        XYSeriesCollection ranks = new XYSeriesCollection(best);
        int items = moments.isEmpty() ? 0 : moments.get(0).ranks().size();
        for (int item = 0; item < Math.min(EACH, items); item++) {
            XYSeries series = new XYSeries("item " + item);
            for (Moment moment : moments) {
                series.add(moment.epoch(), moment.ranks().get(item));
            }
            ranks.addSeries(series);
        }
        return ranks;
    }

    private static XYPlot losses(List<Moment> moments, Palette palette, Locale locale) {
        XYSeries loss = new XYSeries("loss");
        moments.forEach(moment -> loss.add(moment.epoch(), moment.loss()));
        NumberAxis axis = new NumberAxis(Text.of("chart.loss").in(locale));
        axis.setAutoRangeIncludesZero(false);
        Axes.style(axis, palette);
        XYPlot plot = plot(new XYSeriesCollection(loss), palette);
        plot.setRangeAxis(axis);
        plot.getRenderer().setSeriesPaint(0, palette.text());
        return plot;
    }

    private static XYPlot plot(XYSeriesCollection data, Palette palette) {
        XYPlot plot = new XYPlot(data, null, null, new XYLineAndShapeRenderer(true, data.getItemCount(0) < 3));
        Axes.style(plot, palette);
        return plot;
    }
}
