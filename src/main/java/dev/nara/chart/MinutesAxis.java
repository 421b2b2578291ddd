package dev.nara.chart;

import dev.nara.chart.StudyCourse.UserAction;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.ui.RectangleEdge;

/** The minutes of a study's budget, and below them the user's actions, the latest ones if there is no room for all. */
final class MinutesAxis extends NumberAxis {
    private static final long serialVersionUID = 1;
    private static final double WORDS = 17;
    private static final int MOST_TICKS = 7;
    private static final double[] STEPS = {1, 2, 5, 10, 15, 20, 30, 60, 120, 240, 480};

    private final transient List<UserAction> actions;
    private final transient StudyColours colours;

    MinutesAxis(StudyCourse course, StudyColours colours, Locale locale) {
        this.actions = course.actions();
        this.colours = colours;
        double end = Math.max(course.budget(), course.now());
        Axes.style(this, colours.palette());
        setTickLabelPaint(colours.muted());
        setTickMarksVisible(false);
        setRange(0, Math.max(end, .1));
        setTickUnit(new Unit(step(end), Text.of("chart.minutes").in(locale)));
    }

    private static double step(double end) {
        for (double step : STEPS) {
            if (end / step <= MOST_TICKS) {
                return step;
            }
        }
        return 60 * Math.ceil(end / MOST_TICKS / 60);
    }

    /** The first label includes the unit. */
    private static final class Unit extends NumberTickUnit {
        private static final long serialVersionUID = 1;
        private final String unit;

        Unit(double step, String unit) {
            super(step);
            this.unit = unit;
        }

        @Override
        public String valueToString(double value) {
            return value == 0 ? "0 " + unit : Numbers.plain(value);
        }

        @Override
        public boolean equals(Object other) {
            return super.equals(other) && other instanceof Unit same && same.unit.equals(unit);
        }

        @Override
        public int hashCode() {
            return 31 * super.hashCode() + unit.hashCode();
        }
    }

    @Override
    public AxisSpace reserveSpace(Graphics2D g, Plot plot, Rectangle2D area, RectangleEdge edge, AxisSpace space) {
        AxisSpace reserved = super.reserveSpace(g, plot, area, edge, space);
        if (!actions.isEmpty()) {
            reserved.add(WORDS, edge);
        }
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
        Font font = ChartFonts.of(11);
        g.setFont(font);
        g.setPaint(colours.yours());
        // The latest label begins at its time, earlier ones end at theirs, as far as there is room.
        double right = Double.MAX_VALUE;
        for (int n = actions.size() - 1; n >= 0; n--) {
            String words = actions.get(n).words();
            double width = g.getFontMetrics(font).stringWidth(words);
            double middle = valueToJava2D(actions.get(n).minutes(), area, edge);
            boolean newest = right == Double.MAX_VALUE;
            double left = newest ? Math.min(middle - 4, area.getMaxX() - width) : Math.min(right, middle + 4) - width;
            if (left < 0 || left + width < middle - width / 2) {
                break;
            }
            g.drawString(words, (float) left, (float) (state.getCursor() + WORDS - 5));
            right = left - 12;
        }
        return state;
    }
}
