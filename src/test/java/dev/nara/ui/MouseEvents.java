package dev.nara.ui;

import javafx.event.EventType;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.jspecify.annotations.Nullable;

/** What a mouse does, for tests that do it themselves. */
public final class MouseEvents {
    private MouseEvents() {}

    /** Without buttons and keys, at a place of the scene. */
    public static MouseEvent of(EventType<MouseEvent> type, double x, double y, @Nullable PickResult picked) {
        return new MouseEvent(
                type,
                x,
                y,
                x,
                y,
                MouseButton.NONE,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                true,
                picked);
    }
}
