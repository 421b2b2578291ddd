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
 * The parts of the window that F6 leads to, one after the other: what is on the left, the workspace, its form or side, its strip, and
 * notes. Each part gets the keys where it had them last. A part is one as long as it is on screen.
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
        /** A form, or what is known of something, beside it. */
        SIDE,
        /** What lies along the bottom. */
        STRIP,
        /** Notes. */
        NOTES
    }

    /** Of what lies in {@code root}, {@code notes} among it. */
    FocusRing(Parent root, Node notes) {
        this.root = root;
        this.notes = notes;
    }

    /** Makes a node a part of the ring; several of one kind follow each other as they stand on screen. */
    public static void mark(Node node, Stop stop) {
        node.getProperties().put(STOP, stop);
    }

    /** Leads to the next part, or with -1 to the one before. */
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

    /** Gives the keys to the newest note, or from there back to what had them. */
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

    /** Back to what had the keys before they went to another part. */
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

    /** The first thing of the last note. */
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

    /** What can be reached in a part, what belongs to a part inside of it apart. */
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
