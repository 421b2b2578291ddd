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

/** One line through all plots of a chart at a whole value of their common axis, and what the curves are there. */
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

    /** Moves the line and returns what the curves are there, from above. */
    public List<Value> at(double x) {
        double place = Math.rint(x);
        chart.setNotify(false);
        line.setValue(place);
        if (!drawn) {
            plots.forEach(plot -> plot.addDomainMarker(line, Layer.FOREGROUND));
            drawn = true;
        }
        chart.setNotify(true);
        List<Value> values = new ArrayList<>();
        for (XYPlot plot : plots) {
            for (int d = 0; d < plot.getDatasetCount(); d++) {
                collect(plot.getRangeAxis().getLabel(), plot.getDataset(d), place, values);
            }
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
