package dev.nara.ui.common;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/** Scrolls to a node. */
public final class Scrolling {
    private Scrolling() {}

    /** Scrolls the pane around the node, if there is one, until the whole node is visible. */
    public static void to(Node node) {
        scroll(node);
        // Again after layout, because the node may just have been unfolded.
        Platform.runLater(() -> scroll(node));
    }

    private static void scroll(Node node) {
        for (Parent above = node.getParent(); above != null; above = above.getParent()) {
            if (above instanceof ScrollPane pane) {
                pane.applyCss();
                pane.layout();
                Node content = pane.getContent();
                Bounds place = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
                double view = pane.getViewportBounds().getHeight();
                double room = content.getBoundsInLocal().getHeight() - view;
                double now = pane.getVvalue() * room;
                double to = Math.min(place.getMinY(), Math.max(now, place.getMaxY() - view));
                pane.setVvalue(room <= 0 ? 0 : to / room);
                return;
            }
        }
    }
}
