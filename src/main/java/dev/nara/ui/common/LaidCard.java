package dev.nara.ui.common;

import java.util.List;
import java.util.function.Consumer;
import javafx.animation.FadeTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A card over the dimmed window. Tab stays within it, and keys do not reach what is below. */
public final class LaidCard {
    private static final double MARGIN = 24;
    private static final double FADE = 90;

    private final Region card;
    private final Runnable left;
    private final Consumer<LaidCard> closer;
    private final Runnable toNotes;
    private final StackPane view = new StackPane();
    private @Nullable Node last;

    /** The position of a card. */
    public enum Place {
        /** A question in the middle; must be answered. */
        CENTRE(Pos.CENTER, MARGIN, false),
        /** A search at the top; a click outside dismisses it. */
        TOP(Pos.TOP_CENTER, 68, true),
        /** A longer text or form along the right edge; a click outside dismisses it. */
        SIDE(Pos.CENTER_RIGHT, 0, true);

        private final Pos at;
        private final double inset;
        private final boolean leftByClick;

        Place(Pos at, double inset, boolean leftByClick) {
            this.at = at;
            this.inset = inset;
            this.leftByClick = leftByClick;
        }
    }

    LaidCard(Region card, Place place, Runnable left, Consumer<LaidCard> closer, Runnable toNotes) {
        this.card = card;
        this.left = left;
        this.closer = closer;
        this.toNotes = toNotes;
        Region dim = new Region();
        dim.getStyleClass().add("dim");
        dim.setOnMousePressed(e -> {
            if (place.leftByClick) {
                left.run();
            } else {
                takeKeys();
            }
        });
        card.setMaxWidth(Region.USE_PREF_SIZE);
        card.setMaxHeight(place == Place.SIDE ? Double.MAX_VALUE : Region.USE_PREF_SIZE);
        StackPane.setAlignment(card, place.at);
        StackPane.setMargin(card, place == Place.SIDE ? Insets.EMPTY : new Insets(place.inset, MARGIN, MARGIN, MARGIN));
        view.getStyleClass().add("layer");
        view.getChildren().setAll(dim, card);
        if (place != Place.TOP) {
            // A search has only one field, and uses Tab itself.
            view.addEventFilter(KeyEvent.KEY_PRESSED, this::goRound);
        }
        if (place == Place.CENTRE) {
            view.addEventFilter(KeyEvent.KEY_PRESSED, this::answered);
        }
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    Node view() {
        return view;
    }

    /** Fades in if animations are on. */
    void appear() {
        if (Motion.on()) {
            FadeTransition fade = new FadeTransition(Motion.millis(FADE), view);
            fade.setFromValue(0);
            fade.setToValue(1);
            fade.play();
        }
    }

    /** Removes the card from the window. */
    public void close() {
        closer.accept(this);
    }

    /** Dismisses the card, as Esc does. */
    void leave() {
        left.run();
    }

    boolean holds(@Nullable Node node) {
        boolean inside = Reachable.inside(view, node);
        if (inside) {
            last = node;
        }
        return inside;
    }

    /** Moves the focus to the last focused control, at first to the first field, or the default button if there is no field. */
    void takeKeys() {
        Node wanted = last != null && !last.isDisabled() && Reachable.inside(view, last) ? last : first();
        wanted.requestFocus();
    }

    private Node first() {
        List<Node> all = reachable();
        return all.stream()
                .filter(node -> !(node instanceof Button))
                .findFirst()
                .or(() -> all.stream()
                        .filter(node -> node.getStyleClass().contains("accent"))
                        .findFirst())
                .or(() -> all.stream().reduce((one, other) -> other))
                .orElse(card);
    }

    /** The focusable nodes of the card, in Tab order. */
    private List<Node> reachable() {
        return Reachable.in(card);
    }

    private void goRound(KeyEvent event) {
        if (event.getCode() != KeyCode.TAB || event.isControlDown()) {
            return;
        }
        List<Node> all = reachable();
        if (all.isEmpty()) {
            event.consume();
            return;
        }
        Node end = event.isShiftDown() ? all.get(0) : all.get(all.size() - 1);
        @Nullable Node now = view.getScene().getFocusOwner();
        if (Reachable.inside(end, now) || now == card) {
            (event.isShiftDown() ? all.get(all.size() - 1) : all.get(0)).requestFocus();
            event.consume();
        }
    }

    /** A list would consume Esc and Enter without using them, so they are handled before it. */
    private void answered(KeyEvent event) {
        if (event.getTarget() instanceof ListView<?>
                && (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.ENTER)) {
            pressed(event);
        }
    }

    /** Esc dismisses the card, Enter presses the focused button or else the default one; other keys do not go further. */
    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB) {
            return;
        }
        event.consume();
        if (event.getCode() == KeyCode.ESCAPE) {
            left.run();
        } else if (event.getCode() == KeyCode.F6) {
            toNotes.run();
        } else if (event.getCode() == KeyCode.ENTER) {
            if (event.getTarget() instanceof Button button) {
                button.fire();
            } else {
                reachable().stream()
                        .filter(node ->
                                node instanceof Button && node.getStyleClass().contains("accent"))
                        .findFirst()
                        .ifPresent(button -> ((Button) button).fire());
            }
        }
    }
}
