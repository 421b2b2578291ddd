package dev.nara.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
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

    /** The guide and the texts are shown in the program's font alone. */
    @Test
    void everyCharacterOfGuideAndTextsHasAShape() throws IOException {
        Font font = ChartFonts.of(10);
        List<Path> shown = new ArrayList<>();
        for (String folder : List.of("src/site/markdown", "src/site/ko/markdown")) {
            try (Stream<Path> all = Files.walk(Path.of(folder))) {
                all.filter(file -> file.toString().endsWith(".md")).forEach(shown::add);
            }
        }
        for (String texts : List.of("texts.properties", "texts_ko.properties")) {
            shown.add(Path.of("src/main/resources/dev/nara/text").resolve(texts));
        }
        Set<String> missing = new TreeSet<>();
        for (Path document : shown) {
            Files.readString(document)
                    .codePoints()
                    .filter(c -> c != '\n' && !font.canDisplay(c))
                    .forEach(c -> missing.add(document.getFileName() + " " + Character.toString(c)));
        }
        assertEquals(Set.of(), missing);
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
