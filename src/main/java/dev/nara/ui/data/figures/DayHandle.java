package dev.nara.ui.data.figures;

import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** The handle of a border between two days, dragged or moved by the arrow keys: by a day, with Shift by a week. */
final class DayHandle extends Region {
    private static final double WIDTH = 8;
    private static final double HEIGHT = 22;
    private static final int WEEK = 7;

    DayHandle(String id) {
        setId(id);
        getStyleClass().add("day-handle");
        setManaged(false);
        setCursor(Cursor.H_RESIZE);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setVisible(false);
    }

    /**
     * {@code to} gets the position in the parent during a drag, {@code step} the number of days to move by a key, {@code end} is called on
     * release.
     */
    void onMove(DoubleConsumer to, IntConsumer step, Runnable end) {
        setOnMousePressed(e -> {
            requestFocus();
            e.consume();
        });
        setOnMouseDragged(e -> {
            Point2D place = localToParent(e.getX(), e.getY());
            to.accept(place.getX());
            e.consume();
        });
        setOnMouseReleased(e -> {
            if (!e.isStillSincePress()) {
                end.run();
            }
            e.consume();
        });
        setOnMouseClicked(e -> e.consume());
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            int days = e.isShiftDown() ? WEEK : 1;
            if (e.getCode() == KeyCode.LEFT || e.getCode() == KeyCode.RIGHT) {
                step.accept(e.getCode() == KeyCode.LEFT ? -days : days);
                e.consume();
            }
        });
    }

    /** Moves the handle's centre to a position. */
    void place(double x, double y) {
        resizeRelocate(x - WIDTH / 2, y - HEIGHT / 2, WIDTH, HEIGHT);
    }
}
