package dev.nara.chart;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;

/** Whether charts drawn without a display show Hangul: boxes for missing glyphs would all look alike. */
class ChartTextTest {
    @Test
    void syllablesOfATitleDiffer() {
        assertTrue(ink(title("가", ChartFonts.of(30))) > 100);
        assertFalse(Arrays.equals(title("가", ChartFonts.of(30)), title("나", ChartFonts.of(30))));
    }

    @Test
    void syllablesInTheJdksOwnFontsDiffer() {
        ChartFonts.of(30);
        Font dialog = new Font(Font.DIALOG, Font.BOLD, 30);
        assertFalse(Arrays.equals(title("가", dialog), title("나", dialog)));
    }

    /** The pixels above the plot. */
    private static int[] title(String text, Font font) {
        JFreeChart chart = new JFreeChart(text, font, new XYPlot(), false);
        chart.setBackgroundPaint(Color.WHITE);
        BufferedImage image = chart.createBufferedImage(200, 200);
        return image.getRGB(0, 0, 200, 40, null, 0, 200);
    }

    private static long ink(int[] pixels) {
        return Arrays.stream(pixels)
                .filter(pixel -> pixel != Color.WHITE.getRGB())
                .count();
    }
}
