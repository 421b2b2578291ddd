package dev.nara.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The names and values of lines right of a plot, each connected to its line and kept apart for legibility. */
final class EndLabels {
    static final double APART = 15;
    private static final double JOIN = 5;
    private static final double NAME = 12;
    private static final double GAP = 4;
    private static final double HEAD = 18;

    private final List<Label> labels = new ArrayList<>();

    /**
     * The end of a line.
     *
     * @param x where it ends
     * @param y likewise
     * @param line its colour
     * @param words the colour of its name
     */
    record Label(double x, double y, String name, String value, Color line, Color words, boolean bold) {}

    void add(Label label) {
        labels.add(label);
    }

    /** Writes them below a heading; without enough room, those added last are left out. */
    void draw(Graphics2D g, CurveFrame frame, double top, double bottom, String heading, Color muted) {
        int room = Math.max(0, (int) ((bottom - top) / APART));
        List<Label> shown = labels.stream()
                .limit(room)
                .sorted(Comparator.comparingDouble(Label::y))
                .toList();
        if (shown.isEmpty()) {
            return;
        }
        double[] heights = apart(shown.stream().mapToDouble(Label::y).toArray(), APART, top + HEAD, bottom);
        g.setFont(ChartFonts.of(11));
        end(g, heading, frame.edge(), heights[0] - HEAD + GAP, muted);
        for (int n = 0; n < heights.length; n++) {
            draw(g, frame, shown.get(n), heights[n]);
        }
    }

    private static void draw(Graphics2D g, CurveFrame frame, Label label, double y) {
        g.setPaint(label.line);
        g.setStroke(new BasicStroke(1f));
        double right = frame.right();
        if (label.x < right - 1) {
            g.setStroke(new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {1, 3}, 0));
            g.draw(new Line2D.Double(label.x + GAP, label.y, right, label.y));
            g.setStroke(new BasicStroke(1f));
        }
        Path2D join = new Path2D.Double();
        join.moveTo(right + 1, label.y);
        join.lineTo(right + JOIN, label.y);
        join.lineTo(right + JOIN + GAP, y);
        g.draw(join);
        Font font = label.bold ? ChartFonts.bold(11) : ChartFonts.of(11);
        g.setFont(font);
        double value = g.getFontMetrics(font).stringWidth(label.value);
        double room = frame.edge() - value - GAP - right - NAME;
        g.setPaint(label.words);
        g.drawString(ChartFonts.fitted(g, label.name, font, room), (float) (right + NAME), (float) (y + GAP));
        end(g, label.value, frame.edge(), y + GAP, label.words);
    }

    private static void end(Graphics2D g, String words, double right, double baseline, Color colour) {
        g.setPaint(colour);
        g.drawString(words, (float) (right - g.getFontMetrics().stringWidth(words)), (float) baseline);
    }

    /** Positions from top to bottom, moved apart to a minimum gap, as little as possible, and within the ends while there is room. */
    static double[] apart(double[] wanted, double gap, double top, double bottom) {
        double[] heights = wanted.clone();
        double highest = top;
        for (int n = 0; n < heights.length; n++) {
            heights[n] = Math.max(heights[n], highest);
            highest = heights[n] + gap;
        }
        double lowest = bottom;
        for (int n = heights.length - 1; n >= 0; n--) {
            heights[n] = Math.min(heights[n], lowest);
            lowest = heights[n] - gap;
        }
        return heights;
    }
}
