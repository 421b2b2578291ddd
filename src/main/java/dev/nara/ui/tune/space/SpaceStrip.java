package dev.nara.ui.tune.space;

import dev.nara.chart.StudyMark;
import dev.nara.search.space.Dimension;
import dev.nara.ui.common.Colours;
import dev.nara.ui.tune.model.TrialMark;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * Draws the distribution of the best tenth of trials over a dimension's values, and below it a dot per trial. Values that are no longer
 * searched are dimmed.
 */
final class SpaceStrip extends Region {
    /** The margin on each side, in pixels: half a handle. */
    static final double MARGIN = 4;

    private static final double HEIGHT = 38;
    private static final double BASE = 22;
    private static final double DENSITY = 19;
    private static final double KERNEL = .045;
    private static final int POINTS = 60;

    private final Canvas canvas = new Canvas();

    SpaceStrip() {
        getChildren().add(canvas);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
    }

    /** What determines the look of the drawing. */
    record Look(Colours colours, List<Integer> selected, String prefer) {}

    /** The x coordinate of a position, 0 … 1. */
    static double x(double place, double width) {
        return MARGIN + place * (width - 2 * MARGIN);
    }

    /** The position, 0 … 1, at an x coordinate. */
    static double place(double x, double width) {
        return Math.max(0, Math.min(1, (x - MARGIN) / (width - 2 * MARGIN)));
    }

    void draw(SpaceRowData row, Look look) {
        double width = getWidth();
        canvas.setWidth(width);
        canvas.setHeight(HEIGHT);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, HEIGHT);
        if (width < 40) {
            return;
        }
        if (row.whole() instanceof Dimension.Range) {
            density(g, row, look.colours(), width);
        } else {
            columns(g, row, look.colours(), width);
        }
        dots(g, row, look, width);
        fade(g, row, look.colours(), width);
        selected(g, row, look, width);
        flag(g, row, look, width);
    }

    private static void density(GraphicsContext g, SpaceRowData row, Colours colours, double width) {
        double[] heights = new double[POINTS + 1];
        double most = 0;
        for (int p = 0; p <= POINTS; p++) {
            for (double place : row.best()) {
                double z = ((double) p / POINTS - place) / KERNEL;
                heights[p] += Math.exp(-z * z / 2);
            }
            most = Math.max(most, heights[p]);
        }
        if (most > 0) {
            double[] xs = new double[POINTS + 3];
            double[] ys = new double[POINTS + 3];
            for (int p = 0; p <= POINTS; p++) {
                xs[p] = x((double) p / POINTS, width);
                ys[p] = BASE - DENSITY * heights[p] / most;
            }
            xs[POINTS + 1] = xs[POINTS];
            xs[POINTS + 2] = xs[0];
            ys[POINTS + 1] = BASE;
            ys[POINTS + 2] = BASE;
            g.setFill(colours.accentSoft());
            g.fillPolygon(xs, ys, POINTS + 3);
            g.setStroke(colours.accent());
            g.setLineWidth(1.2);
            g.strokePolyline(xs, ys, POINTS + 1);
        }
        base(g, colours, width);
    }

    private static void base(GraphicsContext g, Colours colours, double width) {
        g.setStroke(colours.line());
        g.setLineWidth(1);
        g.strokeLine(MARGIN, BASE + .5, width - MARGIN, BASE + .5);
    }

    private static void columns(GraphicsContext g, SpaceRowData row, Colours colours, double width) {
        int count = row.whole().values().size();
        double[] heights = new double[count];
        double most = 0;
        for (double place : row.best()) {
            int column = (int) Math.min(count - 1, place * count);
            most = Math.max(most, ++heights[column]);
        }
        double wide = (width - 2 * MARGIN) / count;
        for (int c = 0; c < count; c++) {
            double height = most == 0 ? 0 : DENSITY * heights[c] / most;
            double left = MARGIN + c * wide + 2;
            g.setFill(colours.accentSoft());
            g.fillRect(left, BASE - height, wide - 4, height);
            g.setStroke(height > 0 ? colours.accent() : colours.line());
            g.setLineWidth(1.2);
            g.strokeLine(left, BASE - height, left + wide - 4, BASE - height);
        }
    }

    private static void dots(GraphicsContext g, SpaceRowData row, Look look, double width) {
        for (SpaceRowData.Dot dot : row.dots()) {
            if (!look.selected().contains(dot.trial())) {
                boolean yours = dot.mark() == StudyMark.YOURS;
                StudyMark mark = yours ? StudyMark.YOURS : StudyMark.FINISHED;
                Color colour = yours ? look.colours().yours() : look.colours().ramp(dot.good());
                TrialMark.draw(mark, g, at(row, dot, width), y(dot.trial()), yours ? 3 : 2.4, colour);
            }
        }
    }

    private static void selected(GraphicsContext g, SpaceRowData row, Look look, double width) {
        for (SpaceRowData.Dot dot : row.dots()) {
            int place = look.selected().indexOf(dot.trial());
            if (place >= 0) {
                double x = at(row, dot, width);
                TrialMark.draw(
                        StudyMark.FINISHED,
                        g,
                        x,
                        y(dot.trial()),
                        4.4,
                        look.colours().surface());
                TrialMark.draw(
                        StudyMark.FINISHED,
                        g,
                        x,
                        y(dot.trial()),
                        3.6,
                        look.colours().selected(place));
            }
        }
    }

    /** The x coordinate of a trial's dot; for choices, dots are spread over their column by trial number. */
    private static double at(SpaceRowData row, SpaceRowData.Dot dot, double width) {
        if (row.whole() instanceof Dimension.Range) {
            return x(dot.place(), width);
        }
        int count = row.whole().values().size();
        return x(dot.place() + .7 * (fraction(dot.trial() * 7919) - .5) / count, width);
    }

    private static double y(int trial) {
        return BASE + 8 + 10 * (fraction(trial * 104729) - .5);
    }

    private static double fraction(int number) {
        return Math.floorMod(number * 0x9E3779B1, 1000) / 1000.0;
    }

    /** Dims what is outside the searched part. */
    private static void fade(GraphicsContext g, SpaceRowData row, Colours colours, double width) {
        g.setFill(colours.surface().deriveColor(0, 1, 1, .62));
        if (row.whole() instanceof Dimension.Range whole && row.now() instanceof Dimension.Range now) {
            double low = now.low() <= whole.low() ? (whole.zero() && !now.zero() ? .09 : 0) : x(row, now.low());
            double high = now.high() >= whole.high() ? 1 : x(row, now.high());
            g.fillRect(0, 0, low == 0 ? 0 : x(low, width), HEIGHT);
            g.fillRect(x(high, width), 0, high == 1 ? 0 : width, HEIGHT);
        } else if (row.whole().count().isPresent() && row.now().count().isPresent()) {
            List<String> values = row.whole().values();
            double wide = (width - 2 * MARGIN) / values.size();
            for (int v = 0; v < values.size(); v++) {
                if (!row.now().contains(values.get(v))) {
                    g.fillRect(MARGIN + v * wide, 0, wide, HEIGHT);
                }
            }
        }
    }

    private static double x(SpaceRowData row, double number) {
        return row.whole().place(Double.toString(number));
    }

    private static void flag(GraphicsContext g, SpaceRowData row, Look look, double width) {
        double place = row.preferred().isEmpty() ? Double.NaN : row.whole().place(row.preferred());
        if (Double.isNaN(place)) {
            return;
        }
        double x = x(place, width);
        g.setStroke(look.colours().yours());
        g.setFill(look.colours().yours());
        g.setLineWidth(1.2);
        g.setLineDashes(2, 2);
        g.strokeLine(x, 2, x, HEIGHT);
        g.setLineDashes();
        boolean left = place > .6;
        double tip = left ? x - 9 : x + 9;
        g.fillPolygon(new double[] {x, tip, left ? x - 6 : x + 6, tip, x}, new double[] {1, 1, 4.5, 8, 8}, 5);
        g.setFont(Font.font("Pretendard", 11));
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(left ? TextAlignment.RIGHT : TextAlignment.LEFT);
        g.fillText(look.prefer(), left ? x - 12 : x + 12, 5);
    }
}
