package dev.nara.chart;

import java.awt.BasicStroke;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** A metric over the length of the list, one line per run. */
public final class CutoffCurves {
    private CutoffCurves() {}

    /**
     * The figures of a run.
     *
     * @param name of the run
     * @param figures one for each length
     */
    public record Curve(String name, List<Double> figures) {}

    /**
     * Draws the curves.
     *
     * @param title the protocol
     * @param metric without its cut-off
     * @param lengths of the list, ascending
     */
    public static JFreeChart of(
            List<Curve> curves, List<Integer> lengths, String title, String metric, Palette palette) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
        for (int n = 0; n < curves.size(); n++) {
            XYSeries series = new XYSeries(curves.get(n).name());
            for (int k = 0; k < lengths.size(); k++) {
                series.add(lengths.get(k).doubleValue(), curves.get(n).figures().get(k));
            }
            data.addSeries(series);
            renderer.setSeriesPaint(n, palette.series().get(n % palette.series().size()));
            renderer.setSeriesStroke(n, new BasicStroke(1.8f));
        }
        LogAxis across = new LogAxis("K");
        across.setRange(0.9, lengths.get(lengths.size() - 1) * 1.1);
        across.setNumberFormatOverride(new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        Axes.style(across, palette);
        NumberAxis up = Axes.figures(metric, palette);
        XYPlot plot = new XYPlot(data, across, up, renderer);
        Axes.style(plot, palette);
        JFreeChart chart = new JFreeChart(title, ChartFonts.of(13), plot, false);
        chart.getTitle().setPaint(palette.text());
        chart.setBackgroundPaint(palette.background());
        chart.addLegend(Axes.legend(plot, palette));
        return chart;
    }
}
