package dev.nara.ui.tune;

import dev.nara.search.study.Trial;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** The figure of a trial with its interval, and a dot per seed, on a scale shared by all rows of the list. */
final class TrialStrip extends Canvas {
    static final double WIDTH = 84;

    private static final double HEIGHT = 12;

    /** The figures at both ends of the scale, and the colour of its line. */
    record GoalRange(double low, double high, Color line) {}

    TrialStrip() {
        super(WIDTH, HEIGHT);
    }

    /** Shows a trial's figure if {@code goal} says that the list is ordered by it; else nothing. */
    void show(Trial trial, boolean goal, Color colour, GoalRange range) {
        GraphicsContext g = getGraphicsContext2D();
        g.clearRect(0, 0, WIDTH, HEIGHT);
        if (!goal || Double.isNaN(trial.mean()) || Double.isNaN(range.low())) {
            return;
        }
        g.setStroke(range.line());
        g.setLineWidth(1);
        g.strokeLine(0, 6.5, WIDTH, 6.5);
        g.setStroke(colour);
        g.setFill(colour);
        double x = x(trial.mean(), range);
        if (x < 3) {
            // The figure is below the scale.
            g.setLineWidth(1.4);
            g.strokePolyline(new double[] {5, 1, 5}, new double[] {3, 6.5, 10}, 3);
            return;
        }
        if (Double.isFinite(trial.error())) {
            g.setLineWidth(2);
            double half = 1.96 * trial.error();
            g.strokeLine(
                    Math.max(0, x(trial.mean() - half, range)),
                    6.5,
                    Math.min(WIDTH, x(trial.mean() + half, range)),
                    6.5);
        }
        for (double seed : trial.seedFigures()) {
            double at = x(seed, range);
            g.fillOval(at - 2, 4.5, 4, 4);
        }
        g.setLineWidth(1.4);
        g.strokeLine(x, 2, x, 11);
    }

    private static double x(double figure, GoalRange range) {
        double share = range.high() == range.low() ? .5 : (figure - range.low()) / (range.high() - range.low());
        return 4 + share * (WIDTH - 8);
    }
}
