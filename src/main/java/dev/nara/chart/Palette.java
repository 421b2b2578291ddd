package dev.nara.chart;

import java.awt.Color;
import java.util.List;

/** The colours of a chart; series differ by dash as well, never by colour alone. */
public record Palette(Color background, Color plot, Color text, Color grid, Color faint, List<Color> series) {
    /** For paper and the light theme. */
    public static Palette light() {
        return new Palette(
                Color.WHITE,
                new Color(0xFA, 0xFB, 0xFC),
                new Color(0x24, 0x29, 0x2F),
                new Color(0xDD, 0xE2, 0xE8),
                new Color(0xB6, 0xC2, 0xCF),
                List.of(
                        new Color(0x09, 0x69, 0xDA),
                        new Color(0xBC, 0x4C, 0x00),
                        new Color(0x1A, 0x7F, 0x37),
                        new Color(0x82, 0x50, 0xDF),
                        new Color(0xBF, 0x39, 0x89)));
    }

    /** For the dark theme. */
    public static Palette dark() {
        return new Palette(
                new Color(0x0D, 0x11, 0x17),
                new Color(0x13, 0x18, 0x20),
                new Color(0xE6, 0xED, 0xF3),
                new Color(0x2B, 0x33, 0x3D),
                new Color(0x48, 0x54, 0x62),
                List.of(
                        new Color(0x58, 0xA6, 0xFF),
                        new Color(0xF0, 0x88, 0x3E),
                        new Color(0x3F, 0xB9, 0x50),
                        new Color(0xBC, 0x8C, 0xFF),
                        new Color(0xF7, 0x78, 0xBA)));
    }
}
