package dev.nara.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * The names of lines across a plot, right of it, where they hide no curve: each at the height of its line, moved no further than
 * lines of text need where lines are near each other. Heights are those of the plot's first range axis.
 */
final class ReferenceNames extends NumberAxis {
    private static final long serialVersionUID = 1;

    /** By figures, the highest first. */
    private final ArrayList<NumberTick> lines = new ArrayList<>();

    ReferenceNames() {
        setTickMarksVisible(false);
        setAxisLineVisible(false);
        setVisible(false);
    }

    /** Takes the names of these lines away. */
    void clear() {
        lines.clear();
        setVisible(false);
    }

    /** Names a line, which is below those named before. */
    void add(double figure, String name) {
        lines.add(new NumberTick(figure, name, TextAnchor.CENTER_LEFT, TextAnchor.CENTER_LEFT, 0));
        setVisible(true);
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
        ValueAxis figures = ((XYPlot) getPlot()).getRangeAxis();
        List<NumberTick> seen = lines.stream()
                .filter(line -> figures.getRange().contains(line.getValue()))
                .toList();
        double line = g2.getFontMetrics(getTickLabelFont()).getHeight();
        double[] heights = apart(
                seen.stream()
                        .mapToDouble(each -> figures.valueToJava2D(each.getValue(), dataArea, edge))
                        .toArray(),
                line,
                dataArea.getMaxY() - line / 2);
        List<NumberTick> ticks = new ArrayList<>();
        for (int n = 0; n < heights.length; n++) {
            NumberTick name = seen.get(n);
            double place = java2DToValue(heights[n], dataArea, edge);
            ticks.add(new NumberTick(
                    TickType.MAJOR, place, name.getText(), name.getTextAnchor(), name.getRotationAnchor(), 0));
        }
        return ticks;
    }

    /** Heights from the top down, moved down by what is missing to a gap, and up again where they would leave the bottom. */
    static double[] apart(double[] wanted, double gap, double bottom) {
        double[] heights = wanted.clone();
        for (int n = 1; n < heights.length; n++) {
            heights[n] = Math.max(heights[n], heights[n - 1] + gap);
        }
        double lowest = bottom;
        for (int n = heights.length - 1; n >= 0; n--) {
            heights[n] = Math.min(heights[n], lowest);
            lowest = heights[n] - gap;
        }
        return heights;
    }
}
