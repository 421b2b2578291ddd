package dev.nara.chart;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** What stands right of a plot beside the lines of references. */
public final class ReferenceTicks {
    /** Where the plot is drawn. */
    static final Rectangle AREA = new Rectangle(0, 0, 400, 300);

    private ReferenceTicks() {}

    /** From the top down. */
    public static List<ValueTick> of(XYPlot plot) {
        // As for every chart, before the first text is measured.
        ChartFonts.of(10);
        Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        List<ValueTick> ticks = new ArrayList<>();
        for (Object tick : plot.getRangeAxis(1).refreshTicks(graphics, new AxisState(), AREA, RectangleEdge.RIGHT)) {
            ticks.add((ValueTick) tick);
        }
        return ticks;
    }
}
