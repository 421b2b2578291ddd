package dev.nara.ui.common;

import java.util.List;
import javafx.scene.paint.Color;

/**
 * The colours of drawings that the window makes itself, equal to those in the palettes' style sheets; the series remain distinct for
 * colour-blind users.
 */
public record Colours(
        Color surface,
        Color line,
        Color soft,
        Color text,
        Color muted,
        Color faint,
        Color accent,
        Color accentSoft,
        Color good,
        Color warn,
        Color bad,
        Color yours,
        List<Color> series,
        List<Color> ramp) {
    private static final Colours LIGHT = new Colours(
            Color.web("#ffffff"),
            Color.web("#e2e5ea"),
            Color.web("#eef0f3"),
            Color.web("#1a1e24"),
            Color.web("#657080"),
            Color.web("#98a1ae"),
            Color.web("#2a66e0"),
            Color.web("#e8effd"),
            Color.web("#16845a"),
            Color.web("#9a6400"),
            Color.web("#c2352b"),
            Color.web("#cc79a7"),
            List.of(
                    Color.web("#0072b2"),
                    Color.web("#d55e00"),
                    Color.web("#56b4e9"),
                    Color.web("#b8860b"),
                    Color.web("#009e73")),
            List.of(Color.web("#c3ccd4"), Color.web("#80beac"), Color.web("#006b52")));
    private static final Colours DARK = new Colours(
            Color.web("#171b21"),
            Color.web("#2a3039"),
            Color.web("#222831"),
            Color.web("#e7eaef"),
            Color.web("#9aa4b3"),
            Color.web("#6b7585"),
            Color.web("#6f9dff"),
            Color.web("#1d2a45"),
            Color.web("#4cc38a"),
            Color.web("#e0ab4a"),
            Color.web("#f0746a"),
            Color.web("#e59ac4"),
            List.of(
                    Color.web("#4aa8e8"),
                    Color.web("#ff8a3d"),
                    Color.web("#8fd0f5"),
                    Color.web("#e3b341"),
                    Color.web("#34c99a")),
            List.of(Color.web("#3b4550"), Color.web("#378972"), Color.web("#7bf0c6")));

    private static final Colours CONTRAST = new Colours(
            Color.BLACK,
            Color.WHITE,
            Color.web("#606060"),
            Color.WHITE,
            Color.WHITE,
            Color.web("#d0d0d0"),
            Color.web("#6cc6ff"),
            Color.web("#003a5c"),
            Color.web("#5dff9b"),
            Color.web("#ffd84a"),
            Color.web("#ff8a80"),
            Color.web("#ff9ede"),
            List.of(
                    Color.web("#6cc6ff"),
                    Color.web("#ffb15c"),
                    Color.web("#b9e6ff"),
                    Color.web("#ffe14a"),
                    Color.web("#5dff9b")),
            List.of(Color.web("#606060"), Color.web("#2fa866"), Color.web("#5dff9b")));

    /** The colours of a theme. */
    public static Colours of(Theme theme) {
        return switch (theme) {
            case LIGHT -> LIGHT;
            case DARK -> DARK;
            case CONTRAST -> CONTRAST;
        };
    }

    /** The colour of a figure between the worst, 0, and the best, 1; below 0 as at 0. */
    public Color ramp(double share) {
        if (!(share > 0)) {
            return ramp.get(0);
        }
        return share < .5
                ? ramp.get(0).interpolate(ramp.get(1), 2 * share)
                : ramp.get(1).interpolate(ramp.get(2), Math.min(1, 2 * share - 1));
    }

    /** The colour of the trial at this index of the selection. */
    public Color selected(int place) {
        return series.get(place % series.size());
    }
}
