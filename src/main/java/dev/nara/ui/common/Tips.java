package dev.nara.ui.common;

import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Tooltips. A pop-up is created only when the mouse or the focus first reaches its node: creating one takes as long as a row of a page, and
 * most are never shown. Only for the JavaFX thread.
 */
public final class Tips {
    private static final double WIDTH = 420;

    private Tips() {}

    /** The text of a node's tooltip, and the pop-up once it was created. */
    private static final class Tip {
        private final ObservableValue<String> words;
        private final boolean wrapped;
        private @Nullable Tooltip made;

        Tip(ObservableValue<String> words, boolean wrapped) {
            this.words = words;
            this.wrapped = wrapped;
        }

        void takeOver(Tooltip other) {
            made = other;
            other.setWrapText(wrapped);
            other.setMaxWidth(wrapped ? WIDTH : Region.USE_COMPUTED_SIZE);
            other.textProperty().bind(words);
        }

        Tooltip make() {
            Tooltip tooltip = new Tooltip();
            takeOver(tooltip);
            return tooltip;
        }
    }

    /** Sets a fixed text. */
    public static void on(Node node, String words) {
        on(node, new ReadOnlyStringWrapper(words));
    }

    /** Sets a text that follows a value. */
    public static void on(Node node, ObservableValue<String> words) {
        put(node, new Tip(words, false));
    }

    /** The same for a text of several lines. */
    public static void wrapped(Node node, ObservableValue<String> words) {
        put(node, new Tip(words, true));
    }

    private static void put(Node node, Tip tip) {
        if (node.getProperties().put(Tips.class, tip) instanceof Tip before && before.made != null) {
            tip.takeOver(before.made);
        }
    }

    /** The tooltip text of a node; empty for none. */
    public static Optional<String> of(Node node) {
        return node.getProperties().get(Tips.class) instanceof Tip tip
                ? Optional.ofNullable(tip.words.getValue())
                : Optional.empty();
    }

    /** From now on shows the tooltips of all nodes within {@code all}. */
    static void shownIn(Node all) {
        all.addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, e -> {
            if (e.getTarget() instanceof Node node) {
                come(node);
            }
        });
    }

    /** The mouse or the focus has reached a node; null for none. */
    static void come(@Nullable Node node) {
        if (node != null && node.getProperties().get(Tips.class) instanceof Tip tip && tip.made == null) {
            if (node instanceof Control control) {
                control.setTooltip(tip.make());
            } else {
                Tooltip.install(node, tip.make());
            }
        }
    }
}
