package dev.nara.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/**
 * The root of the window's scene: the window's content, and above it {@linkplain LaidCard layers} for questions, and notes. The top layer
 * has the focus; when it is closed, the focus returns to where it was. Only for the JavaFX thread.
 */
public final class Layers extends StackPane {
    private final Window owner;
    private final StackPane content = new StackPane();
    private final StackPane above = new StackPane();
    private final Pane notes = new StackPane();
    private final List<LaidCard> open = new ArrayList<>();
    private final ReadOnlyBooleanWrapper covered = new ReadOnlyBooleanWrapper();
    private final FocusRing ring = new FocusRing(this, notes);

    /** For the scene of that window; when it is closed, open layers are dismissed as by Esc. */
    public Layers(Window owner) {
        this.owner = owner;
        getChildren().setAll(content, above, notes);
        above.setPickOnBounds(false);
        notes.setPickOnBounds(false);
        WhyOff.on(this);
        Tips.shownIn(this);
        owner.addEventHandler(WindowEvent.WINDOW_HIDDEN, e -> List.copyOf(open).forEach(LaidCard::leave));
        sceneProperty().addListener((o, was, is) -> {
            if (is != null) {
                is.focusOwnerProperty().addListener((p, before, now) -> {
                    Tips.come(now);
                    keepKeys(now);
                });
            }
        });
    }

    /** Sets the window's content below the layers. */
    public void cover(Node shown) {
        content.getChildren().setAll(shown);
    }

    /**
     * Opens a card over the window and moves the focus to it; {@code left} is called when it is dismissed by Esc, by a click outside if its
     * place allows that, or because the window is closed. The caller removes it with {@link LaidCard#close}.
     */
    public LaidCard lay(Region card, LaidCard.Place place, Runnable left) {
        Node before = focused();
        LaidCard layer = new LaidCard(card, place, left, closed -> close(closed, before), ring::toNotes);
        open.add(layer);
        covered.set(true);
        above.getChildren().add(layer.view());
        // Lets its controls receive keys now instead of after the next pulse.
        applyCss();
        layout();
        layer.takeKeys();
        layer.appear();
        return layer;
    }

    /** The top layer, which has the focus. */
    Optional<LaidCard> top() {
        return open.isEmpty() ? Optional.empty() : Optional.of(open.get(open.size() - 1));
    }

    /** Whether anything is open over the window. */
    public ReadOnlyBooleanProperty coveredProperty() {
        return covered.getReadOnlyProperty();
    }

    /** The parts of the window that F6 cycles through. */
    public FocusRing ring() {
        return ring;
    }

    private void close(LaidCard layer, @Nullable Node before) {
        boolean onTop = top().filter(layer::equals).isPresent();
        open.remove(layer);
        covered.set(!open.isEmpty());
        above.getChildren().remove(layer.view());
        if (!onTop) {
            return;
        }
        if (before != null && before.getScene() == getScene() && getScene() != null) {
            before.requestFocus();
        }
        top().filter(next -> !next.holds(focused())).ifPresent(LaidCard::takeKeys);
    }

    private @Nullable Node focused() {
        Scene scene = getScene();
        return scene == null ? null : scene.getFocusOwner();
    }

    /** Returns the focus to the top layer if something below got it; deferred until the current event is handled. */
    private void keepKeys(@Nullable Node now) {
        if (now != null && top().filter(layer -> !layer.holds(now)).isPresent() && !Reachable.inside(notes, now)) {
            Platform.runLater(
                    () -> top().filter(layer -> !layer.holds(focused()) && !Reachable.inside(notes, focused()))
                            .ifPresent(LaidCard::takeKeys));
        }
    }

    /** The notes above all layers, which do not take the focus by themselves. */
    Pane notes() {
        return notes;
    }

    /** The window. */
    public Window owner() {
        return owner;
    }
}
