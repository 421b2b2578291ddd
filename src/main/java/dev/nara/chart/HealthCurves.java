package dev.nara.chart;

import dev.nara.analysis.UpdateSize;
import dev.nara.run.RunEvent;
import dev.nara.text.Text;
import java.awt.BasicStroke;
import java.awt.Color;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Training diagnostics by epoch, in four plots: the relative update size of each part of the model with its usual range, the learning rate,
 * the norm of the gradient, and the speed.
 */
public final class HealthCurves {
    /** The prefix of the names of update sizes. */
    public static final String UPDATE = "update.";

    private static final float[] DASH = {6, 4};
    private static final Color BAND = new Color(46, 160, 67, 40);

    private final Locale locale;
    private final Palette palette;
    private final CombinedDomainXYPlot plot;
    private final JFreeChart chart;
    private final Map<String, XYSeries> lines = new LinkedHashMap<>();
    private int epochs;

    /** An empty chart for figures with these names; see {@link #figures}. */
    public HealthCurves(Set<String> names, Palette palette, Locale locale) {
        this.locale = locale;
        this.palette = palette;
        NumberAxis axis = Axes.along(CurveOptions.Along.EPOCHS, locale);
        Axes.style(axis, palette);
        plot = new CombinedDomainXYPlot(axis);
        plot.setGap(8);
        Map<String, List<String>> plots = new LinkedHashMap<>();
        for (String name : names) {
            String kind = name.startsWith(UPDATE) ? "update" : name;
            plots.computeIfAbsent(kind, k -> new ArrayList<>()).add(name);
        }
        plots.forEach((kind, of) -> plot.add(plot(kind, of), kind.equals("update") ? 2 : 1));
        chart = new JFreeChart("", ChartFonts.of(13), plot, false);
        chart.addLegend(Axes.legend(plot, palette));
        chart.setBackgroundPaint(palette.background());
    }

    /** The diagnostics of an epoch by name: those of {@link dev.nara.algorithm.Fitting#health}, and the {@code speed}. */
    public static Map<String, Double> figures(RunEvent.EpochDone epoch) {
        Map<String, Double> figures = new LinkedHashMap<>(epoch.health());
        figures.put("speed", epoch.examplesPerSecond());
        return figures;
    }

    /** The names of all diagnostics of the epochs. */
    public static Set<String> names(List<RunEvent.EpochDone> epochs) {
        Set<String> names = new LinkedHashSet<>();
        epochs.forEach(epoch -> names.addAll(figures(epoch).keySet()));
        return names;
    }

    private XYPlot plot(String kind, List<String> names) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        for (int n = 0; n < names.size(); n++) {
            String name = names.get(n);
            XYSeries line = new XYSeries(
                    name.startsWith(UPDATE)
                            ? name.substring(UPDATE.length())
                            : Text.of("health." + name).in(locale));
            lines.put(name, line);
            data.addSeries(line);
            renderer.setSeriesPaint(n, palette.series().get(n % palette.series().size()));
            // Colours repeat, with dashed lines from the second time on.
            boolean again = n >= palette.series().size();
            renderer.setSeriesStroke(
                    n,
                    again
                            ? new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASH, 0)
                            : new BasicStroke(1.8f));
        }
        XYPlot drawn = new XYPlot(data, null, axis(kind), renderer);
        Axes.style(drawn, palette);
        if (kind.equals("update")) {
            drawn.addRangeMarker(
                    new IntervalMarker(UpdateSize.LEAST_USUAL, UpdateSize.MOST_USUAL, BAND), Layer.BACKGROUND);
        }
        return drawn;
    }

    private ValueAxis axis(String kind) {
        String label =
                Text.of("health." + (kind.equals("update") ? "updates" : kind)).in(locale);
        if (!kind.equals("update")) {
            return Axes.figures(label, palette);
        }
        LogAxis axis = new LogAxis(label);
        axis.setNumberFormatOverride(new DecimalFormat("0.########", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        Axes.style(axis, palette);
        return axis;
    }

    /** Adds epochs, and redraws once. */
    public void add(List<RunEvent.EpochDone> more) {
        chart.setNotify(false);
        for (RunEvent.EpochDone epoch : more) {
            epochs++;
            Map<String, Double> figures = figures(epoch);
            lines.forEach((name, line) -> {
                double figure = figures.getOrDefault(name, Double.NaN);
                // Zero cannot be drawn on a logarithmic axis.
                if (Double.isFinite(figure) && (figure > 0 || !name.startsWith(UPDATE))) {
                    line.add(epochs, figure, false);
                }
            });
        }
        lines.values().forEach(XYSeries::fireSeriesChanged);
        chart.setNotify(true);
    }

    /** The JFreeChart object. */
    public JFreeChart chart() {
        return chart;
    }
}
