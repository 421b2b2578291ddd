package dev.nara.settings;

import java.util.List;
import java.util.Objects;

/**
 * The user's settings, kept between starts.
 *
 * @param language "ko" or "en", "" for the system's
 * @param dark whether the dark theme is on
 * @param recent datasets that were opened, the latest first
 * @param width of the window, in pixels
 * @param height of the window, in pixels
 * @param presets saved by the user
 * @param dividers of the window's parts, each from 0 to 1
 */
public record Settings(
        String language,
        boolean dark,
        List<String> recent,
        double width,
        double height,
        List<OwnPreset> presets,
        List<Double> dividers) {
    /** Files of older versions may lack these lists. */
    public Settings {
        presets = presets == null
                ? List.of()
                : presets.stream().filter(Objects::nonNull).toList();
        dividers = dividers == null
                ? List.of()
                : dividers.stream().filter(Objects::nonNull).toList();
        recent = recent == null
                ? List.of()
                : recent.stream().filter(Objects::nonNull).toList();
    }

    /** The defaults. */
    public static Settings defaults() {
        return new Settings("", false, List.of(), 1280, 800, List.of(), List.of());
    }
}
