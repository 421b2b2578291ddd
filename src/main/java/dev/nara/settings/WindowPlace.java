package dev.nara.settings;

import java.util.List;
import java.util.Objects;

/**
 * Where the window stood and how it was divided.
 *
 * @param x of its left edge on the screen, in pixels
 * @param y of its upper edge
 * @param width in pixels, 0 where it never stood anywhere
 * @param height in pixels
 * @param maximised whether it filled the screen; the numbers are then those from before
 * @param dividers of its parts, each from 0 to 1
 */
public record WindowPlace(double x, double y, double width, double height, boolean maximised, List<Double> dividers) {
    /** It never stood anywhere. */
    public static final WindowPlace NONE = new WindowPlace(0, 0, 0, 0, false, List.of());

    /** What a file lacks is not known. */
    public WindowPlace {
        width = Math.max(0, width);
        height = Math.max(0, height);
        dividers = dividers == null
                ? List.of()
                : dividers.stream().filter(Objects::nonNull).toList();
    }

    /** Whether it stood anywhere. */
    public boolean known() {
        return width > 0 && height > 0;
    }
}
