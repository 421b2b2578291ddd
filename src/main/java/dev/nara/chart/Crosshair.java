package dev.nara.chart;

import dev.nara.text.Numbers;
import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
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

    /** The figure of a curve at the line: its plot's and its own name, and its value. */
    public record Value(String plot, String name, String value) {}

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

    /** What the curves are where the line is, from above. */
    public List<Value> values() {
        List<Value> values = new ArrayList<>();
        for (XYPlot plot : plots) {
            collect(plot.getRangeAxis().getLabel(), plot.getDataset(0), line.getValue(), values);
        }
        return values;
    }

    /** Takes the line away. */
    public void hide() {
        plots.forEach(plot -> plot.removeDomainMarker(line, Layer.FOREGROUND));
        drawn = false;
    }

    private static void collect(String plot, XYDataset data, double place, List<Value> values) {
        boolean band = data instanceof YIntervalSeriesCollection;
        for (int s = 0; s < data.getSeriesCount(); s++) {
            for (int i = 0; i < data.getItemCount(s); i++) {
                if (data.getXValue(s, i) == place) {
                    String name = data.getSeriesKey(s).toString();
                    String value = Numbers.figure(data.getYValue(s, i));
                    double width =
                            band ? ((YIntervalSeriesCollection) data).getEndYValue(s, i) - data.getYValue(s, i) : 0;
                    values.add(new Value(plot, name, width > 0 ? value + " ± " + Numbers.figure(width) : value));
                }
            }
        }
    }
}
