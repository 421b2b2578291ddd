package dev.nara.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;

/** The bundled font for charts, so that Hangul is shown on machines without fonts. */
final class ChartFonts {
    private static final Font BASE = load("Regular");
    private static final Font BOLD = bold();

    private ChartFonts() {}

    private static Font load(String weight) {
        try (InputStream in = ChartFonts.class.getResourceAsStream("/assets/fonts/Pretendard-" + weight + ".ttf")) {
            if (in == null) {
                throw new IllegalStateException("the font is not on the class path");
            }
            HeadlessFonts.install();
            Font font = Font.createFont(Font.TRUETYPE_FONT, in);
            GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
            return font;
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("the font cannot be read", e);
        }
    }

    /** The font by family, for other drawing surfaces. */
    private static Font bold() {
        load("Bold");
        return new Font(BASE.getFamily(), Font.BOLD, 1);
    }

    static Font of(float size) {
        return BASE.deriveFont(size);
    }

    static Font bold(float size) {
        return BOLD.deriveFont(size);
    }

    /** As much of the words as fits, in pixels. */
    static String fitted(Graphics2D g, String words, Font font, double room) {
        String shown = words;
        while (shown.length() > 2 && g.getFontMetrics(font).stringWidth(shown) > room) {
            shown = shown.substring(0, shown.length() - 2) + "…";
        }
        return shown;
    }
}
