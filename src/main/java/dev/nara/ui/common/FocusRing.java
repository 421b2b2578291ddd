package dev.nara.ui.common;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the window that F6 cycles through: the list on the left, the workspace, its form or side, its strip, and notes. A part
 * restores its last focused control, and is skipped if nothing in it can be focused.
 */
public final class FocusRing {
    private static final Object STOP = new Object();
    private static final Object LAST = new Object();

    private final Parent root;
    private final Node notes;
    private @Nullable Node before;

    /** The parts, in the order of the ring. */
    public enum Stop {
        /** The list on the left. */
        RAIL,
        /** What the workspace shows. */
        MAIN,
        /** A form or details beside the workspace. */
        SIDE,
        /** The strip along the bottom. */
        STRIP,
        /** Notes. */
        NOTES
    }

    /** The parts within {@code root}, which includes {@code notes}. */
    FocusRing(Parent root, Node notes) {
        this.root = root;
        this.notes = notes;
    }

    /** Makes a node a part of the ring; parts of the same kind are in screen order. */
    public static void mark(Node node, Stop stop) {
        node.getProperties().put(STOP, stop);
    }

    /** Moves the focus to the next part, or with -1 to the previous one. */
    public void go(int step) {
        Scene scene = root.getScene();
        List<Node> parts = parts();
        if (scene == null || parts.isEmpty()) {
            return;
        }
        Node now = scene.getFocusOwner();
        int at = parts.indexOf(partOf(now).orElse(null));
        if (at >= 0) {
            parts.get(at).getProperties().put(LAST, now);
        }
        before = now;
        int next = at < 0 && step < 0 ? parts.size() - 1 : Math.floorMod(at + step, parts.size());
        enter(parts.get(next));
    }

    /** Moves the focus to the newest note, or from the notes back to its previous place. */
    void toNotes() {
        Scene scene = root.getScene();
        Node now = scene == null ? null : scene.getFocusOwner();
        if (Reachable.inside(notes, now)) {
            back();
            return;
        }
        List<Node> all = Reachable.in(notes);
        if (!all.isEmpty()) {
            before = now;
            newest(all).requestFocus();
        }
    }

    /** Moves the focus back to where it was before it went to another part. */
    void back() {
        Node there = before;
        if (there != null && there.getScene() != null) {
            there.requestFocus();
        } else {
            go(1);
        }
    }

    private void enter(Node part) {
        List<Node> all = own(part);
        Object last = part.getProperties().get(LAST);
        if (stop(part) == Stop.NOTES) {
            newest(all).requestFocus();
        } else {
            all.stream()
                    .filter(node -> node.equals(last))
                    .findFirst()
                    .orElse(all.get(0))
                    .requestFocus();
        }
    }

    /** The first focusable node of the last note. */
    private static Node newest(List<Node> all) {
        Node last = all.get(all.size() - 1);
        return all.stream()
                .filter(node -> toast(node) == toast(last))
                .findFirst()
                .orElse(last);
    }

    private static @Nullable Node toast(Node node) {
        Node at = node;
        while (at != null && !(at instanceof Toast)) {
            at = at.getParent();
        }
        return at;
    }

    /** The focusable nodes of a part, without those of parts nested in it. */
    private static List<Node> own(Node part) {
        return Reachable.in(part).stream()
                .filter(node -> partOf(node).filter(part::equals).isPresent())
                .toList();
    }

    private List<Node> parts() {
        List<Node> found = new ArrayList<>();
        collect(root, found);
        found.removeIf(part -> own(part).isEmpty());
        found.sort(Comparator.comparing(FocusRing::stop));
        return found;
    }

    private static void collect(Node node, List<Node> found) {
        if (!node.isVisible()) {
            return;
        }
        if (node.getProperties().containsKey(STOP)) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private static Stop stop(Node part) {
        return (Stop) Objects.requireNonNull(part.getProperties().get(STOP));
    }

    private static Optional<Node> partOf(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.hasProperties() && at.getProperties().containsKey(STOP)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }
}
