package dev.nara.chart;

import java.awt.Color;
import java.util.List;
import java.util.stream.Stream;

/**
 * The colours of a chart. Series use those of Okabe and Ito, distinguishable for colour-blind users; lines differ by dashes as well, never
 * by colour alone.
 */
public record Palette(Color background, Color plot, Color text, Color grid, Color faint, List<Color> series) {
    /** For paper and the light theme. */
    public static Palette light() {
        return of(
                "ffffff", "ffffff", "1a1e24", "eef0f3", "98a1ae", "0072b2", "d55e00", "009e73", "cc79a7", "b8860b",
                "56b4e9");
    }

    /** For the dark theme. */
    public static Palette dark() {
        return of(
                "171b21", "171b21", "e7eaef", "222831", "6b7585", "4aa8e8", "ff8a3d", "34c99a", "e59ac4", "e3b341",
                "8fd0f5");
    }

    /** White on black. */
    public static Palette contrast() {
        return of(
                "000000", "000000", "ffffff", "606060", "d0d0d0", "6cc6ff", "ffb15c", "5dff9b", "ff9ede", "ffe14a",
                "b9e6ff");
    }

    private static Palette of(
            String background, String plot, String text, String grid, String faint, String... series) {
        return new Palette(
                colour(background),
                colour(plot),
                colour(text),
                colour(grid),
                colour(faint),
                Stream.of(series).map(Palette::colour).toList());
    }

    private static Color colour(String hex) {
        return new Color(Integer.parseInt(hex, 16));
    }
}
