package dev.nara.ui.common;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/** Brings a node into sight that is scrolled away. */
public final class Scrolling {
    private Scrolling() {}

    /** Scrolls the pane around the node, if there is one, so that the node is seen whole. */
    public static void to(Node node) {
        scroll(node);
        // Once what was folded has its place.
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
