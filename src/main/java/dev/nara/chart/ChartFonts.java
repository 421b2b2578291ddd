package dev.nara.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;

/** The program's own font for charts, so that Hangul shows on machines without any font. */
final class ChartFonts {
    private static final Font BASE = load();

    private ChartFonts() {}

    private static Font load() {
        try (InputStream in = ChartFonts.class.getResourceAsStream("/assets/fonts/Pretendard-Regular.ttf")) {
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

    static Font of(float size) {
        return BASE.deriveFont(size);
    }
}
