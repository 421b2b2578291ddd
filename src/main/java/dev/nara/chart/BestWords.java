package dev.nara.chart;

import dev.nara.chart.StudyCourse.Line;
import dev.nara.text.BareNumbers;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/** Writes the labels into the chart of the best so far without overlaps. */
final class BestWords extends AbstractXYAnnotation {
    private static final long serialVersionUID = 1;
    private static final double GAP = 8;
    private static final double LINE = 15;
    /** The opacity of labels' backgrounds, of 255. */
    private static final int VEIL = 200;

    private final transient StudyCourse course;
    private final transient StudyColours colours;
    private final transient List<String> below;

    BestWords(StudyCourse course, StudyColours colours, List<String> below) {
        this.course = course;
        this.colours = colours;
        this.below = below;
    }

    @Override
    public void draw(
            Graphics2D g,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis minutes,
            ValueAxis figures,
            int rendererIndex,
            PlotRenderingInfo info) {
        double now = minutes.valueToJava2D(course.now(), area, plot.getDomainAxisEdge());
        double taken = ahead(g, area, now);
        course.lines().stream()
                .filter(line -> figures.getRange().contains(line.figure()))
                .sorted(Comparator.comparingDouble(line -> -line.figure()))
                .forEach(new Names(g, area, taken, plot, figures)::draw);
        if (!course.best().isEmpty()) {
            best(g, plot, area, figures, now, taken);
        }
        if (!below.isEmpty()) {
            String words = String.join(" · ", below) + " " + (course.higherIsBetter() ? "↓" : "↑");
            double baseline = course.higherIsBetter() ? area.getMaxY() - 6 : area.getMinY() + 12;
            Font font = ChartFonts.of(11);
            g.setPaint(StudyColours.faint(colours.palette().background(), VEIL));
            g.fill(new Rectangle2D.Double(
                    area.getMinX() + 4, baseline - 11, g.getFontMetrics(font).stringWidth(words) + 4, 14));
            write(g, words, font, colours.muted(), area.getMinX() + 6, baseline);
        }
        g.setPaint(colours.yours());
        for (StudyCourse.UserAction action : course.actions()) {
            triangle(g, minutes.valueToJava2D(action.minutes(), area, plot.getDomainAxisEdge()), area.getMaxY());
        }
    }

    private void best(Graphics2D g, XYPlot plot, Rectangle2D area, ValueAxis figures, double now, double taken) {
        double best = course.best().get(course.best().size() - 1).mean();
        double height = figures.valueToJava2D(best, area, plot.getRangeAxisEdge());
        String words = course.bestWords();
        Font bold = ChartFonts.bold(12);
        double width = g.getFontMetrics(bold).stringWidth(words);
        boolean room = now + GAP + width < area.getMaxX();
        // On the preset's line, the label would be struck through.
        boolean struck = course.lines().stream()
                .mapToDouble(line -> figures.valueToJava2D(line.figure(), area, plot.getRangeAxisEdge()))
                .anyMatch(y -> Math.abs(y - height) < GAP);
        double baseline = Math.max(taken + LINE, room && !struck ? height + 4 : height - 10);
        write(g, words, bold, colours.palette().text(), room ? now + GAP : area.getMaxX() - width - 4, baseline);
    }

    static Color colour(Line line, StudyColours colours) {
        return line.kind() == Line.Kind.STARRED ? colours.good() : colours.muted();
    }

    /** Writes the prediction, and returns its lower end. */
    private double ahead(Graphics2D g, Rectangle2D area, double now) {
        if (course.ahead().isEmpty()) {
            return area.getMinY();
        }
        Font font = ChartFonts.of(11);
        double room = area.getMaxX() - now - 2 * GAP;
        double first = g.getFontMetrics(font).stringWidth(course.ahead());
        double second = g.getFontMetrics(font).stringWidth(course.gain());
        double baseline = area.getMinY() + 14;
        double left = first <= room ? now + GAP : area.getMaxX() - first - 4;
        write(g, course.ahead(), font, colours.muted(), left, baseline);
        if (course.gain().isEmpty()) {
            return baseline;
        }
        double lower = first + second + 2 * GAP <= room ? baseline : baseline + LINE;
        write(g, course.gain(), font, colours.muted(), area.getMaxX() - second - 4, lower);
        return lower;
    }

    private static void write(Graphics2D g, String words, Font font, Color colour, double x, double baseline) {
        g.setFont(font);
        g.setPaint(colour);
        g.drawString(words, (float) x, (float) baseline);
    }

    private static void triangle(Graphics2D g, double x, double bottom) {
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(x - 4, bottom);
        triangle.lineTo(x + 4, bottom);
        triangle.lineTo(x, bottom - 7);
        triangle.closePath();
        g.fill(triangle);
    }

    /** Writes the names of lines at the right end, each at its line or below the previous one if that is too near. */
    private final class Names {
        private final Graphics2D g;
        private final Rectangle2D area;
        private final XYPlot plot;
        private final ValueAxis figures;
        private double lowest;

        Names(Graphics2D g, Rectangle2D area, double taken, XYPlot plot, ValueAxis figures) {
            this.g = g;
            this.area = area;
            this.plot = plot;
            this.figures = figures;
            lowest = taken;
        }

        void draw(Line line) {
            Font font = ChartFonts.of(11);
            String words = line.name() + " " + BareNumbers.figure(line.figure());
            double on = figures.valueToJava2D(line.figure(), area, plot.getRangeAxisEdge());
            double baseline = Math.max(on - 4, lowest + LINE);
            // A name that is moved down would be struck through by its own line.
            baseline = baseline > on - 3 && baseline < on + LINE - 2 ? on + LINE - 3 : baseline;
            double x = area.getMaxX() - g.getFontMetrics(font).stringWidth(words) - 4;
            write(g, words, font, colour(line, colours), x, baseline);
            lowest = baseline;
        }
    }
}
