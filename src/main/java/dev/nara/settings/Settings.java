package dev.nara.settings;

import java.util.List;
import java.util.Objects;

/**
 * Everything kept between starts: the user's preferences and the state of the window.
 *
 * @param preferences of the user
 * @param recent datasets that were opened, latest first
 * @param window its position and division
 * @param presets saved by the user
 * @param left what was on screen
 */
public record Settings(
        UserPreferences preferences,
        List<OpenedData> recent,
        WindowPlace window,
        List<OwnPreset> presets,
        LeftAt left) {
    /** Files of other versions may lack any of these. */
    public Settings {
        preferences = Objects.requireNonNullElse(preferences, UserPreferences.USUAL);
        recent = recent == null
                ? List.of()
                : recent.stream().filter(Objects::nonNull).toList();
        window = Objects.requireNonNullElse(window, WindowPlace.NONE);
        presets = presets == null
                ? List.of()
                : presets.stream().filter(Objects::nonNull).toList();
        left = Objects.requireNonNullElse(left, LeftAt.NOWHERE);
    }

    /** The defaults. */
    public static Settings defaults() {
        return new Settings(UserPreferences.USUAL, List.of(), WindowPlace.NONE, List.of(), LeftAt.NOWHERE);
    }

    /** A copy without a child in what was on screen. */
    public Settings without(String child) {
        return new Settings(preferences, recent, window, presets, left.without(child));
    }
}
