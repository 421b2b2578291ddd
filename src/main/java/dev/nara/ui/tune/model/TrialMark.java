package dev.nara.ui.tune.model;

import dev.nara.chart.StudyMark;
import dev.nara.ui.common.Colours;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** The symbol of a trial on a canvas; kinds differ by shape and colour. */
public final class TrialMark {
    private TrialMark() {}

    /** The colour of the symbol if the trial is not selected. */
    public static Color colour(StudyMark mark, Colours colours) {
        return switch (mark) {
            case FINISHED, ALIVE -> colours.muted();
            case DROPPED -> colours.faint();
            case OUT_OF_LIMIT -> colours.warn();
            case FAILED -> colours.bad();
            case YOURS -> colours.yours();
        };
    }

    /** Draws the symbol around a point; {@code r} is its radius in pixels. */
    public static void draw(StudyMark mark, GraphicsContext g, double x, double y, double r, Color colour) {
        g.setFill(colour);
        g.setStroke(colour);
        g.setLineWidth(Math.max(1.4, r / 2.4));
        switch (mark) {
            case FINISHED -> g.fillOval(x - r, y - r, 2 * r, 2 * r);
            case ALIVE -> ring(g, x, y, r);
            case DROPPED -> g.strokeLine(x - r, y, x + r, y);
            case OUT_OF_LIMIT -> {
                ring(g, x, y, r);
                g.strokeLine(x - r - 1, y + r + 1, x + r + 1, y - r - 1);
            }
            case FAILED -> {
                g.strokeLine(x - r, y - r, x + r, y + r);
                g.strokeLine(x - r, y + r, x + r, y - r);
            }
            case YOURS -> {
                double d = r * 1.35;
                g.fillPolygon(new double[] {x - d, x, x + d, x}, new double[] {y, y - d, y, y + d}, 4);
            }
        }
    }

    private static void ring(GraphicsContext g, double x, double y, double r) {
        double inner = r - g.getLineWidth() / 4;
        g.strokeOval(x - inner, y - inner, 2 * inner, 2 * inner);
    }
}
