package dev.nara.ui.train;

import javafx.animation.PauseTransition;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/**
 * Keeps the lower of two parts as high as it should be, until the user moves the border between them. A window that opens small squeezes
 * it, which would otherwise stay so in a larger one.
 */
final class StripPlace {
    private static final String BORDER = "split-pane-divider";

    private final SplitPane parts;
    /** JavaFX distributes a new height first. */
    private final PauseTransition pulse = new PauseTransition(Duration.ONE);

    private double height;
    private boolean moved;

    StripPlace(SplitPane parts, double height) {
        this.parts = parts;
        this.height = height;
        pulse.setOnFinished(e -> place());
        parts.addEventFilter(MouseEvent.MOUSE_DRAGGED, e -> moved |= ofBorder(e.getTarget()));
        parts.heightProperty().addListener((o, was, is) -> {
            if (!moved) {
                pulse.playFromStart();
            }
        });
    }

    /** Sets the height, whether or not the border was moved. */
    void height(double wanted) {
        height = wanted;
        place();
    }

    private void place() {
        parts.setDividerPositions(1 - (height + 6) / Math.max(height + 6, parts.getHeight()));
    }

    private static boolean ofBorder(EventTarget target) {
        return target instanceof Node node && (named(node) || (node.getParent() != null && named(node.getParent())));
    }

    private static boolean named(Node node) {
        return node.getStyleClass().contains(BORDER);
    }
}
