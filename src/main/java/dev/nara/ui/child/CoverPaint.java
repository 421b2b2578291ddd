package dev.nara.ui.child;

import dev.nara.ui.common.Album;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/** Draws the cover of an item: the genre's colour, a pattern derived from the series, and the first syllable. */
final class CoverPaint {
    /** The number of patterns. */
    static final int PATTERNS = 11;

    private static final Color INK = Color.WHITE;
    private static final Color MARK = Color.gray(1, .17);
    private static final double STEP = 16;

    private CoverPaint() {}

    /** The pattern for a cover's text. */
    static int pattern(String cover) {
        return Math.floorMod(cover.hashCode(), PATTERNS);
    }

    static void draw(GraphicsContext g, double width, double height, Color ground, Album album, double letter) {
        g.clearRect(0, 0, width, height);
        g.setFill(ground);
        g.fillRect(0, 0, width, height);
        g.setFill(MARK);
        g.setStroke(MARK);
        g.setLineWidth(2);
        pattern(g, width, height, pattern(album.cover()));
        g.setFill(INK);
        g.setFont(Font.font("Pretendard", FontWeight.BOLD, letter));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(album.initial(), width / 2, height / 2);
    }

    private static void pattern(GraphicsContext g, double width, double height, int pattern) {
        if (pattern == 9) {
            g.fillOval(width * .1, -height * .5, height, height);
            g.fillOval(width * .55, height * .3, height * 1.3, height * 1.3);
            return;
        }
        if (pattern == 10) {
            for (int ring = 1; ring < 9; ring++) {
                double radius = ring * STEP / 1.6;
                g.strokeOval(width - radius, height - radius, 2 * radius, 2 * radius);
            }
            return;
        }
        for (double y = 0; y < height + STEP; y += STEP) {
            boolean odd = Math.round(y / STEP) % 2 == 1;
            for (double x = odd ? STEP / 2 : 0; x < width + STEP; x += STEP) {
                mark(g, x, y, pattern);
            }
        }
    }

    /** Draws one mark of a pattern in a square of {@link #STEP}. */
    private static void mark(GraphicsContext g, double x, double y, int pattern) {
        double half = STEP / 2;
        switch (pattern) {
            case 0 -> g.fillOval(x, y, 5, 5);
            case 1 -> g.fillPolygon(new double[] {x, x + half, x + STEP}, new double[] {y + STEP, y + 2, y + STEP}, 3);
            case 2 -> g.fillArc(x, y, STEP, STEP, 0, 180, javafx.scene.shape.ArcType.CHORD);
            case 3 -> {
                g.fillRect(x + 4, y + 7, 8, 2);
                g.fillRect(x + 7, y + 4, 2, 8);
            }
            case 4 -> g.fillRect(x, y, half, half);
            case 5 -> {
                g.strokeArc(x, y, half, half, 0, 180, javafx.scene.shape.ArcType.OPEN);
                g.strokeArc(x + half, y, half, half, 180, 180, javafx.scene.shape.ArcType.OPEN);
            }
            case 6 -> g.strokeLine(x, y + STEP, x + half, y);
            case 7 -> {
                g.strokeLine(x, y + half, x + half, y);
                g.strokeLine(x + half, y, x + STEP, y + half);
            }
            default ->
                g.fillPolygon(
                        new double[] {x + half, x + STEP - 3, x + half, x + 3},
                        new double[] {y + 3, y + half, y + STEP - 3, y + half},
                        4);
        }
    }
}
