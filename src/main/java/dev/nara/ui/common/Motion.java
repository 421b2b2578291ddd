package dev.nara.ui.common;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Duration;

/**
 * Whether things on screen may move: what changes place or fades does so only then, and is there at once otherwise. Off where
 * people or their system say so, and in tests. Touched on the JavaFX thread only.
 */
public final class Motion {
    private static final BooleanProperty ON = new SimpleBooleanProperty(!Boolean.getBoolean("nara.still"));

    private Motion() {}

    /** Whether things may move now. */
    public static boolean on() {
        return ON.get();
    }

    /** The same, to be set and followed. */
    public static BooleanProperty onProperty() {
        return ON;
    }

    /** That many milliseconds, or none where nothing may move. */
    public static Duration millis(double millis) {
        return Duration.millis(on() ? millis : 0);
    }
}
