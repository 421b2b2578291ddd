package dev.nara.ui.common;

import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Words over a part of the window on which the mouse rests. Their pop-up is made when the mouse or the keys first come there: making
 * one takes as long as a row of a page, and most are never looked at. Touched on the JavaFX thread only.
 */
public final class Tips {
    private static final double WIDTH = 420;

    private Tips() {}

    /** What is said of a node, and where once it was made. */
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
            other.textProperty().bind(words);
        }

        Tooltip make() {
            Tooltip tooltip = new Tooltip();
            if (wrapped) {
                tooltip.setWrapText(true);
                tooltip.setMaxWidth(WIDTH);
            }
            takeOver(tooltip);
            return tooltip;
        }
    }

    /** Says these words in place of any before. */
    public static void on(Node node, String words) {
        on(node, new ReadOnlyStringWrapper(words));
    }

    /** Says what these words are at the time. */
    public static void on(Node node, ObservableValue<String> words) {
        put(node, new Tip(words, false));
    }

    /** The same of several lines. */
    public static void wrapped(Node node, ObservableValue<String> words) {
        put(node, new Tip(words, true));
    }

    private static void put(Node node, Tip tip) {
        if (node.getProperties().put(Tips.class, tip) instanceof Tip before && before.made != null) {
            tip.takeOver(before.made);
        }
    }

    /** What is said of a node; empty for nothing. */
    public static Optional<String> of(Node node) {
        return node.getProperties().get(Tips.class) instanceof Tip tip
                ? Optional.ofNullable(tip.words.getValue())
                : Optional.empty();
    }

    /** From now on the words of all within are shown. */
    static void shownIn(Node all) {
        all.addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, e -> {
            if (e.getTarget() instanceof Node node) {
                come(node);
            }
        });
    }

    /** The mouse or the keys have come to a node; null for none. */
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
