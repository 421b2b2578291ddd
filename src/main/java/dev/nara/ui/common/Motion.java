package dev.nara.ui.common;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Duration;

/**
 * Whether the window is animated; otherwise changes appear at once. Off if the user or the system wants so, and in tests. Only for the
 * JavaFX thread.
 */
public final class Motion {
    private static final BooleanProperty ON = new SimpleBooleanProperty(!Boolean.getBoolean("nara.still"));

    private Motion() {}

    /** Whether animations are on. */
    public static boolean on() {
        return ON.get();
    }

    /** Whether animations are on, as a property. */
    public static BooleanProperty onProperty() {
        return ON;
    }

    /** The given milliseconds, or zero if animations are off. */
    public static Duration millis(double millis) {
        return Duration.millis(on() ? millis : 0);
    }
}
