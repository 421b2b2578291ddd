package dev.nara.settings;

/**
 * What a user has chosen, kept between starts.
 *
 * @param language "ko" or "en", "" for the system's
 * @param dark whether the dark theme is on
 * @param folder where the last dataset was opened, "" for none yet
 * @param width of the window, in pixels
 * @param height of the window, in pixels
 */
public record Settings(String language, boolean dark, String folder, double width, double height) {
    /** What a first start has. */
    public static Settings defaults() {
        return new Settings("", false, "", 1280, 800);
    }
}
