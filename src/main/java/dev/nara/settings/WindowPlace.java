package dev.nara.settings;

/**
 * The window's position and division.
 *
 * @param x of its left edge on the screen, in pixels
 * @param y of its upper edge
 * @param width in pixels, 0 if it was never shown
 * @param height in pixels
 * @param maximised whether it filled the screen; position and size are then those from before
 * @param rail the width of the list of runs in pixels, 0 if unknown
 */
public record WindowPlace(double x, double y, double width, double height, boolean maximised, double rail) {
    /** Never shown. */
    public static final WindowPlace NONE = new WindowPlace(0, 0, 0, 0, false, 0);

    /** Missing members are unknown. */
    public WindowPlace {
        width = Math.max(0, width);
        height = Math.max(0, height);
        rail = Math.max(0, rail);
    }

    /** Whether it was ever shown. */
    public boolean known() {
        return width > 0 && height > 0;
    }
}
