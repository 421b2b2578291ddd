package dev.nara.ui.tune.space;

import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/**
 * A handle at an end of a range: dragged, or moved by the arrow keys, in small steps with Shift, and to the end of the whole range by Home.
 */
final class RangeHandle extends Region {
    private static final double HIT = 16;

    private final Consumer<Move> moved;
    private final Tooltip value = new Tooltip();

    /**
     * A move of the handle.
     *
     * @param sceneX the position to which it was dragged, if there are no steps
     * @param steps the steps to the right; 0 for a drag
     * @param home whether it returns to the end
     */
    record Move(double sceneX, int steps, boolean fine, boolean home) {}

    /** {@code settled} is called when the handle is released, or loses the focus. */
    RangeHandle(Consumer<Move> moved, Runnable settled) {
        this.moved = moved;
        getStyleClass().add("range-handle");
        setAccessibleRole(AccessibleRole.SLIDER);
        setFocusTraversable(true);
        setCursor(Cursor.H_RESIZE);
        Tooltip.install(this, value);
        Region knob = new Region();
        knob.getStyleClass().add("range-knob");
        knob.resizeRelocate((HIT - 7) / 2, 1, 7, 14);
        knob.setManaged(false);
        getChildren().add(knob);
        setOnMousePressed(e -> requestFocus());
        setOnMouseDragged(e -> moved.accept(new Move(e.getSceneX(), 0, false, false)));
        setOnMouseReleased(e -> settled.run());
        setOnKeyPressed(this::key);
        focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                settled.run();
            }
        });
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT, DOWN -> moved.accept(new Move(0, -1, event.isShiftDown(), false));
            case RIGHT, UP -> moved.accept(new Move(0, 1, event.isShiftDown(), false));
            case HOME -> moved.accept(new Move(0, 0, false, true));
            default -> {
                return;
            }
        }
        event.consume();
    }

    void place(double x, double y) {
        resizeRelocate(x - HIT / 2, y - HIT / 2, HIT, HIT);
    }

    void says(String words) {
        value.setText(words);
        setAccessibleHelp(words);
    }
}
