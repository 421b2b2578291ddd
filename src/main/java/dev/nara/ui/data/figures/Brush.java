package dev.nara.ui.data.figures;

import dev.nara.ui.common.Colours;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** Draws bars, lines, hatching and small texts on a canvas, in the colours of a theme. */
public final class Brush {
    private static final String FAMILY = "Pretendard";
    private static final double SIZE = 11;
    private static final Font PLAIN = Font.font(FAMILY, SIZE);
    private static final Font BOLD = Font.font(FAMILY, FontWeight.BOLD, SIZE);
    private static final double HATCH = 6;
    /** Only for the JavaFX thread. */
    private static final Text MEASURE = new Text();

    static {
        MEASURE.setFont(BOLD);
    }

    private final GraphicsContext context;
    private final Colours colours;
    private final double width;
    private final double height;

    Brush(GraphicsContext context, Colours colours, double width, double height) {
        this.context = context;
        this.colours = colours;
        this.width = width;
        this.height = height;
        context.clearRect(0, 0, width, height);
        context.setTextBaseline(VPos.BASELINE);
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    Colours colours() {
        return colours;
    }

    /** The width of a text; on the JavaFX thread. */
    public static double width(String words) {
        MEASURE.setText(words);
        return MEASURE.getLayoutBounds().getWidth();
    }

    /** A text in the muted colour with its baseline at y. */
    void label(String words, double x, double y, TextAlignment align) {
        write(words, x, y, align, colours.muted(), false);
    }

    /** A text with a weight and a colour. */
    void write(String words, double x, double y, TextAlignment align, Color colour, boolean bold) {
        context.setFont(bold ? BOLD : PLAIN);
        context.setTextAlign(align);
        context.setFill(colour);
        context.fillText(words, x, y);
    }

    /** A filled rectangle. */
    void bar(double x, double y, double w, double h, Color colour, double opacity) {
        context.setFill(colour.deriveColor(0, 1, 1, opacity));
        context.fillRect(x, y, w, h);
    }

    /** A filled polygon. */
    void area(double[] xs, double[] ys, int points, Color colour, double opacity) {
        context.setFill(colour.deriveColor(0, 1, 1, opacity));
        context.fillPolygon(xs, ys, points);
    }

    /** A line through points. */
    void curve(double[] xs, double[] ys, int points, Color colour, double thick) {
        context.setStroke(colour);
        context.setLineWidth(thick);
        context.strokePolyline(xs, ys, points);
    }

    /** A straight line, optionally dashed. */
    void line(double x1, double y1, double x2, double y2, Color colour, boolean dashed) {
        context.setStroke(colour);
        context.setLineWidth(1);
        if (dashed) {
            context.setLineDashes(3, 2);
        }
        context.strokeLine(x1, y1, x2, y2);
        context.setLineDashes();
    }

    /** Hatches a rectangle; the lines are cut here, because a clip makes the canvas draw through two more images. */
    void hatch(double x, double y, double w, double h) {
        context.setStroke(colours.muted().deriveColor(0, 1, 1, 0.55));
        context.setLineWidth(1.2);
        for (double from = x - h; from < x + w; from += HATCH) {
            double left = Math.max(0, x - from);
            double right = Math.min(h, x + w - from);
            context.strokeLine(from + left, y + h - left, from + right, y + h - right);
        }
    }
}
