package dev.nara.ui.common;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.MenuBar;
import org.jspecify.annotations.Nullable;

/** What Tab reaches, and what lies in what. */
final class Reachable {
    private Reachable() {}

    /** What it reaches in a node, in its order. */
    static List<Node> in(Node node) {
        List<Node> found = new ArrayList<>();
        collect(node, found);
        return found;
    }

    /** Whether a node is another or lies in it. */
    static boolean inside(Node outer, @Nullable Node inner) {
        for (Node node = inner; node != null; node = node.getParent()) {
            if (node == outer) {
                return true;
            }
        }
        return false;
    }

    private static void collect(Node node, List<Node> found) {
        if (!node.isVisible() || node.isDisabled() || node instanceof MenuBar) {
            return;
        }
        if (node.isFocusTraversable()) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }
}
