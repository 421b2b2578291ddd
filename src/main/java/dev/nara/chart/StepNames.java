package dev.nara.chart;

import dev.nara.chart.PresetPath.Step;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.ui.RectangleEdge;

/** The labels below the bars of a waterfall: name, change, and effect. */
final class StepNames extends NumberAxis {
    private static final long serialVersionUID = 1;
    private static final double LINE = 15;
    private static final int LINES = 3;

    private final transient List<Name> names = new ArrayList<>();
    private final transient StudyColours colours;

    private record Name(String name, String change, String verdict, Color colour) {}

    StepNames(PresetPath path, StudyColours colours) {
        this.colours = colours;
        names.add(new Name(path.from().name(), "", "", colours.muted()));
        for (Step step : path.steps()) {
            names.add(new Name(
                    step.name(), step.change(), step.verdict(), step.real() ? colours.good() : colours.muted()));
        }
        names.add(new Name(path.to().name(), "", "", colours.muted()));
        setTickLabelsVisible(false);
        setTickMarksVisible(false);
        setAxisLinePaint(colours.palette().grid());
        setRange(-.55, names.size() - .45);
    }

    @Override
    public AxisSpace reserveSpace(Graphics2D g, Plot plot, Rectangle2D area, RectangleEdge edge, AxisSpace space) {
        AxisSpace reserved = super.reserveSpace(g, plot, area, edge, space);
        reserved.add(LINES * LINE + 4, edge);
        return reserved;
    }

    @Override
    public AxisState draw(
            Graphics2D g,
            double cursor,
            Rectangle2D plotArea,
            Rectangle2D area,
            RectangleEdge edge,
            PlotRenderingInfo info) {
        AxisState state = super.draw(g, cursor, plotArea, area, edge, info);
        double room = area.getWidth() / names.size() - 4;
        for (int n = 0; n < names.size(); n++) {
            Name name = names.get(n);
            double middle = valueToJava2D(n, area, edge);
            double top = area.getMaxY() + LINE;
            write(g, ChartFonts.bold(12), name.name(), colours.palette().text(), middle, top, room);
            write(g, ChartFonts.of(11), name.change(), colours.muted(), middle, top + LINE, room);
            write(g, ChartFonts.of(11), name.verdict(), name.colour(), middle, top + 2 * LINE, room);
        }
        return state;
    }

    private static void write(
            Graphics2D g, Font font, String words, Color colour, double middle, double baseline, double room) {
        g.setFont(font);
        g.setPaint(colour);
        String shown = ChartFonts.fitted(g, words, font, room);
        float left = (float) (middle - g.getFontMetrics(font).stringWidth(shown) / 2.0);
        g.drawString(shown, left, (float) baseline);
    }
}
