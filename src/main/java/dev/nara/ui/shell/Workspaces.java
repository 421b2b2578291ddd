package dev.nara.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * The workspaces, one over the other, each as large as the room there is. What changes in one lays out that one alone: if their sizes
 * asked for what is in them, a word in one would have the whole window measured, those that are hidden included.
 */
final class Workspaces extends Region {
    Workspaces(List<Node> views) {
        for (Node view : views) {
            view.setManaged(false);
            view.visibleProperty().addListener((o, was, is) -> requestLayout());
        }
        getChildren().setAll(views);
    }

    /** What is on screen is not made narrower than it can be. */
    @Override
    protected double computeMinWidth(double height) {
        return getChildren().stream()
                .filter(Node::isVisible)
                .mapToDouble(view -> view.minWidth(-1))
                .max()
                .orElse(0);
    }

    @Override
    protected void layoutChildren() {
        for (Node view : getChildren()) {
            if (view.isVisible()) {
                view.resizeRelocate(0, 0, getWidth(), getHeight());
            }
        }
    }
}
