package dev.nara.settings;

import java.util.List;
import java.util.Objects;

/**
 * What a user has chosen, kept between starts.
 *
 * @param language "ko" or "en", "" for the system's
 * @param dark whether the dark theme is on
 * @param recent datasets that were opened, the latest first
 * @param width of the window, in pixels
 * @param height of the window, in pixels
 * @param presets of one's own
 * @param details whether what is known of the run on screen stands beside the workspaces, "" where nobody chose
 * @param dividers of the window's parts, each from 0 to 1
 */
public record Settings(
        String language,
        boolean dark,
        List<String> recent,
        double width,
        double height,
        List<OwnPreset> presets,
        String details,
        List<Double> dividers) {
    /** Choices of before there were such lists have none. */
    public Settings {
        presets = presets == null
                ? List.of()
                : presets.stream().filter(Objects::nonNull).toList();
        details = Objects.requireNonNullElse(details, "");
        dividers = dividers == null
                ? List.of()
                : dividers.stream().filter(Objects::nonNull).toList();
        recent = recent == null
                ? List.of()
                : recent.stream().filter(Objects::nonNull).toList();
    }

    /** What a first start has. */
    public static Settings defaults() {
        return new Settings("", false, List.of(), 1280, 800, List.of(), "", List.of());
    }
}
