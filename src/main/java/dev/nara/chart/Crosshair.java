package dev.nara.chart;

import dev.nara.text.Numbers;
import java.awt.BasicStroke;
import java.awt.Paint;
import java.awt.Stroke;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** One line through all plots of a chart at the end of an epoch, and what the curves are there. */
public final class Crosshair {
    private final JFreeChart chart;
    private final List<XYPlot> plots = new ArrayList<>();
    private final ValueMarker line;
    private boolean drawn;

    /** Of a chart whose plots lie over one axis. */
    public Crosshair(JFreeChart chart, Palette palette) {
        this.chart = chart;
        if (chart.getPlot() instanceof CombinedDomainXYPlot combined) {
            for (Object plot : combined.getSubplots()) {
                plots.add((XYPlot) plot);
            }
        }
        line = new ValueMarker(0, palette.text(), new BasicStroke(0.8f));
    }

    /**
     * A curve by its name and how it is drawn, and what it is at the line in each plot that has it, by the plot's name.
     */
    public record Row(String name, Paint paint, Stroke stroke, Map<String, String> values) {}

    /** Moves the line to the end of an epoch that is nearest to a value of the axis, and returns where that is. */
    public double moveTo(double x) {
        double place = nearest(x);
        chart.setNotify(false);
        line.setValue(place);
        if (!drawn) {
            plots.forEach(plot -> plot.addDomainMarker(line, Layer.FOREGROUND));
            drawn = true;
        }
        chart.setNotify(true);
        return place;
    }

    private double nearest(double x) {
        double nearest = Double.NaN;
        for (XYPlot plot : plots) {
            XYDataset curves = plot.getDataset(0);
            for (int s = 0; curves != null && s < curves.getSeriesCount(); s++) {
                for (int i = 0; i < curves.getItemCount(s); i++) {
                    double place = curves.getXValue(s, i);
                    nearest = Double.isNaN(nearest) || Math.abs(place - x) < Math.abs(nearest - x) ? place : nearest;
                }
            }
        }
        return Double.isNaN(nearest) ? x : nearest;
    }

    /** The names of the plots, from above. */
    public List<String> plots() {
        return plots.stream().map(plot -> plot.getRangeAxis().getLabel()).toList();
    }

    /** What the curves are at the line, each at its nearest point; at their ends while there is no line. */
    public List<Row> rows() {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (XYPlot plot : plots) {
            for (int d = 0; d < plot.getDatasetCount(); d++) {
                boolean points =
                        plot.getRenderer(d) instanceof XYLineAndShapeRenderer lines && !lines.getDefaultLinesVisible();
                if (plot.getDataset(d) != null && !points) {
                    collect(plot, d, rows);
                }
            }
        }
        return List.copyOf(rows.values());
    }

    private void collect(XYPlot plot, int d, Map<String, Row> rows) {
        XYDataset data = plot.getDataset(d);
        for (int s = 0; s < data.getSeriesCount(); s++) {
            int at = drawn ? nearest(data, s, line.getValue()) : data.getItemCount(s) - 1;
            String name = data.getSeriesKey(s).toString();
            if (data.getItemCount(s) > 0) {
                Paint paint = plot.getRenderer(d).getItemPaint(s, 0);
                Stroke stroke = plot.getRenderer(d).getItemStroke(s, 0);
                Row row = rows.computeIfAbsent(name, n -> new Row(n, paint, stroke, new HashMap<>()));
                row.values().putIfAbsent(plot.getRangeAxis().getLabel(), at < 0 ? "" : value(data, s, at));
            }
        }
    }

    private static String value(XYDataset data, int series, int at) {
        String value = Numbers.figure(data.getYValue(series, at));
        double width = data instanceof YIntervalSeriesCollection band
                ? band.getEndYValue(series, at) - band.getYValue(series, at)
                : 0;
        return width > 0 ? value + " ± " + Numbers.figure(width) : value;
    }

    /** The point of a curve nearest to a place; -1 where the place is further beyond an end than the next point is within. */
    private static int nearest(XYDataset data, int series, double place) {
        int last = data.getItemCount(series) - 1;
        int low = 0;
        int high = last;
        while (low < high) {
            int middle = (low + high) / 2;
            if (data.getXValue(series, middle) < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (last < 0) {
            return -1;
        }
        double here = data.getXValue(series, low);
        boolean before = low > 0 && place - data.getXValue(series, low - 1) < Math.abs(here - place);
        int nearest = before ? low - 1 : low;
        int inwards = nearest == last ? Math.max(0, last - 1) : nearest + 1;
        double step = Math.abs(data.getXValue(series, inwards) - data.getXValue(series, nearest));
        return Math.abs(data.getXValue(series, nearest) - place) <= step + 1e-9 ? nearest : -1;
    }

    /** Takes the line away. */
    public void hide() {
        drawn = false;
        plots.forEach(plot -> plot.removeDomainMarker(line, Layer.FOREGROUND));
    }
}
