package dev.nara.chart;

import dev.nara.chart.ParallelAxes.Line;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.function.Predicate;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;

/**
 * Draws parallel coordinates: lines outside of the brush in grey, stopped trials dashed, lines within in the colours of their figures, and
 * on top the selected ones in their own colours. Lines of one style are drawn as one path, which makes a thousand fast.
 */
public final class ParallelPlot extends Plot {
    private static final long serialVersionUID = 1;
    private static final double BEND = 26;
    private static final int SHADES = 8;
    private static final int MANY = 400;
    private static final BasicStroke THIN = new BasicStroke(1.1f);
    private static final BasicStroke THICK = new BasicStroke(2.4f);
    private static final BasicStroke DASHED =
            new BasicStroke(1.1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {4, 3}, 0);

    private final transient ParallelAxes content;
    private final transient StudyColours colours;

    private final String active;

    private ParallelPlot(ParallelAxes content, String active, StudyColours colours) {
        this.content = content;
        this.active = active;
        this.colours = colours;
    }

    /**
     * Draws the trials.
     *
     * @param active the id of the highlighted axis, "" for none
     */
    public static JFreeChart of(ParallelAxes content, String active, Palette palette) {
        ParallelPlot plot = new ParallelPlot(content, active, StudyColours.of(palette));
        JFreeChart chart = PlaceBars.chart(plot, palette);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        return chart;
    }

    @Override
    public String getPlotType() {
        return "parallel coordinates";
    }

    @Override
    public void draw(
            Graphics2D g,
            Rectangle2D area,
            @Nullable Point2D anchor,
            @Nullable PlotState parent,
            @Nullable PlotRenderingInfo info) {
        if (info != null) {
            info.setPlotArea(area);
            info.setDataArea(area);
        }
        // Hundreds of lines look like a texture anyway, and antialiasing costs ten times as much.
        boolean many = content.lines().size() > MANY;
        smooth(g, !many);
        BasicStroke thin = many ? new BasicStroke(1) : THIN;
        BasicStroke dashed = many ? new BasicStroke(1) : DASHED;
        boolean brushed = !content.brush().isEmpty();
        Predicate<Line> plain = line -> line.selected() < 0;
        Predicate<Line> within = content::within;
        if (brushed) {
            stroke(g, area, plain.and(within.negate()), colours.palette().grid(), thin);
        }
        Color dropped = brushed ? colours.good() : colours.palette().faint();
        stroke(g, area, plain.and(within).and(Line::dropped), StudyColours.faint(dropped, 150), dashed);
        for (int n = 0; n <= SHADES; n++) {
            int shade = n;
            Predicate<Line> same = line -> !line.dropped() && shade(line) == shade;
            stroke(g, area, plain.and(within).and(same), colours.scale((double) n / SHADES), thin);
        }
        smooth(g, true);
        for (Line line : content.lines()) {
            if (line.selected() >= 0) {
                stroke(g, area, line::equals, colours.selected(line.selected()), THICK);
            }
        }
        new ParallelWords(g, content, colours, area).draw(active);
    }

    private static void smooth(Graphics2D g, boolean smooth) {
        g.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING,
                smooth ? RenderingHints.VALUE_ANTIALIAS_ON : RenderingHints.VALUE_ANTIALIAS_OFF);
        g.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL,
                smooth ? RenderingHints.VALUE_STROKE_PURE : RenderingHints.VALUE_STROKE_DEFAULT);
    }

    private static int shade(Line line) {
        return Double.isNaN(line.share()) ? 0 : (int) Math.round(SHADES * Math.max(0, Math.min(1, line.share())));
    }

    private void stroke(Graphics2D g, Rectangle2D area, Predicate<Line> those, Color colour, BasicStroke stroke) {
        Path2D path = new Path2D.Double();
        for (Line line : content.lines()) {
            if (those.test(line)) {
                add(path, line, area);
            }
        }
        if (path.getCurrentPoint() != null) {
            g.setPaint(colour);
            g.setStroke(stroke);
            g.draw(path);
        }
    }

    private void add(Path2D path, Line line, Rectangle2D area) {
        boolean pen = false;
        double x = 0;
        double y = 0;
        for (int n = 0; n < content.axes().size(); n++) {
            double share = content.axes().get(n).share(line.values().get(n));
            double nextX = content.x(n, area);
            double nextY = Double.isNaN(share) ? Double.NaN : ParallelAxes.y(share, area);
            if (!Double.isNaN(nextY) && pen) {
                double bend = Math.min(BEND, (nextX - x) / 2);
                path.curveTo(x + bend, y, nextX - bend, nextY, nextX, nextY);
            } else if (!Double.isNaN(nextY)) {
                path.moveTo(nextX, nextY);
            }
            pen = !Double.isNaN(nextY);
            x = nextX;
            y = nextY;
        }
    }
}
