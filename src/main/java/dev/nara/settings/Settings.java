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
 */
public record Settings(String language, boolean dark, List<String> recent, double width, double height) {
    /** Choices of before there was such a list have none. */
    public Settings {
        recent = recent == null
                ? List.of()
                : recent.stream().filter(Objects::nonNull).toList();
    }

    /** What a first start has. */
    public static Settings defaults() {
        return new Settings("", false, List.of(), 1280, 800);
    }
}
