package dev.nara.ui.tune.space;

import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** One end of a range: dragged, or moved by the arrows, finely with Shift, and back by Home. */
final class RangeHandle extends Region {
    private static final double HIT = 16;

    private final Consumer<Move> moved;
    private final Tooltip value = new Tooltip();

    /**
     * How it was moved.
     *
     * @param sceneX where it was dragged to, where there are no steps
     * @param steps to the right; 0 where it was dragged
     * @param home whether it goes back to the end
     */
    record Move(double sceneX, int steps, boolean fine, boolean home) {}

    /** {@code settled} is called when it is let go, or left. */
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
