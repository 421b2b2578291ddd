package dev.nara.settings;

/**
 * Where the window stood and how it was divided.
 *
 * @param x of its left edge on the screen, in pixels
 * @param y of its upper edge
 * @param width in pixels, 0 where it never stood anywhere
 * @param height in pixels
 * @param maximised whether it filled the screen; the numbers are then those from before
 * @param rail where the list of runs ended, in pixels from the left, 0 where that is not known
 */
public record WindowPlace(double x, double y, double width, double height, boolean maximised, double rail) {
    /** It never stood anywhere. */
    public static final WindowPlace NONE = new WindowPlace(0, 0, 0, 0, false, 0);

    /** What a file lacks is not known. */
    public WindowPlace {
        width = Math.max(0, width);
        height = Math.max(0, height);
        rail = Math.max(0, rail);
    }

    /** Whether it stood anywhere. */
    public boolean known() {
        return width > 0 && height > 0;
    }
}
