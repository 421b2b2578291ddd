package dev.nara.chart;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;

/**
 * The colours of a study's charts by meaning.
 *
 * @param accent lines and bars of the study itself
 * @param muted secondary information
 * @param good really better
 * @param warn beyond a limit
 * @param bad failed
 * @param yours the user's actions
 * @param series of selected trials by index
 * @param scale of figures, from the worst to the best
 */
public record StudyColours(
        Palette palette,
        Color accent,
        Color muted,
        Color good,
        Color warn,
        Color bad,
        Color yours,
        List<Color> series,
        List<Color> scale) {
    private static final int BAND = 34;
    private static final int DARK_BELOW = 3 * 128;

    /** The colours for a palette. */
    public static StudyColours of(Palette palette) {
        Color back = palette.background();
        return back.getRed() + back.getGreen() + back.getBlue() < DARK_BELOW ? dark(palette) : light(palette);
    }

    private static StudyColours light(Palette palette) {
        return new StudyColours(
                palette,
                new Color(0x2A66E0),
                new Color(0x657080),
                new Color(0x16845A),
                new Color(0x9A6400),
                new Color(0xC2352B),
                new Color(0xCC79A7),
                colours(0x0072B2, 0xD55E00, 0x56B4E9, 0xB8860B, 0x009E73),
                colours(0xC3CCD4, 0x80BEAC, 0x006B52));
    }

    private static StudyColours dark(Palette palette) {
        return new StudyColours(
                palette,
                new Color(0x6F9DFF),
                new Color(0x9AA4B3),
                new Color(0x4CC38A),
                new Color(0xE0AB4A),
                new Color(0xF0746A),
                new Color(0xE59AC4),
                colours(0x4AA8E8, 0xFF8A3D, 0x8FD0F5, 0xE3B341, 0x34C99A),
                colours(0x3B4550, 0x378972, 0x7BF0C6));
    }

    private static List<Color> colours(int... rgb) {
        return Arrays.stream(rgb).mapToObj(Color::new).toList();
    }

    /** The accent in the background. */
    public Color band() {
        return faint(accent, BAND);
    }

    /** The colour of a selected trial by index. */
    public Color selected(int place) {
        return series.get(place % series.size());
    }

    /** The colour of a symbol. */
    public Color of(StudyMark mark) {
        return switch (mark) {
            case OUT_OF_LIMIT -> warn;
            case FAILED -> bad;
            case YOURS -> yours;
            case FINISHED, ALIVE, DROPPED -> muted;
        };
    }

    /** A colour of the scale of figures, from its worst at 0 to its best at 1; missing figures have the colour of the worst. */
    public Color scale(double share) {
        double at = (scale.size() - 1) * Math.max(0, Math.min(1, Double.isNaN(share) ? 0 : share));
        int below = (int) Math.min(scale.size() - 2, Math.floor(at));
        Color low = scale.get(below);
        Color high = scale.get(below + 1);
        double part = at - below;
        return new Color(
                between(low.getRed(), high.getRed(), part),
                between(low.getGreen(), high.getGreen(), part),
                between(low.getBlue(), high.getBlue(), part));
    }

    private static int between(int from, int to, double part) {
        return (int) Math.round(from + part * (to - from));
    }

    static Color faint(Color colour, int alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }
}
