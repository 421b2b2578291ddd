package dev.nara.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * The workspaces in the same place, each as large as the available space. Their content does not determine their size; otherwise a changed
 * word in one would cause a layout of the whole window, including hidden workspaces.
 */
final class Workspaces extends Region {
    Workspaces(List<Node> views) {
        for (Node view : views) {
            view.setManaged(false);
            view.visibleProperty().addListener((o, was, is) -> requestLayout());
        }
        getChildren().setAll(views);
    }

    /** The minimum width of the visible workspace when it became visible: content that grows later is clipped rather than moves the divider. */
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
