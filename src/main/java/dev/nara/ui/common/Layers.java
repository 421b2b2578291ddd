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
 * The root of the window's scene: what the window shows, and over it what asks and tells, one {@linkplain LaidCard layer} on the other.
 * The keys belong to the layer on top, and when that is gone to what had them before. Touched on the JavaFX thread only.
 */
public final class Layers extends StackPane {
    private final Window owner;
    private final StackPane content = new StackPane();
    private final StackPane above = new StackPane();
    private final Pane notes = new StackPane();
    private final List<LaidCard> open = new ArrayList<>();
    private final ReadOnlyBooleanWrapper covered = new ReadOnlyBooleanWrapper();
    private final FocusRing ring = new FocusRing(this, notes);

    /** For the scene of that window; layers still open when it is closed are left as with Esc. */
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

    /** What the window shows beneath the layers. */
    public void cover(Node shown) {
        content.getChildren().setAll(shown);
    }

    /**
     * Lays a card over the window and gives it the keys; {@code left} is called when it is left with Esc, by a click beside it
     * where its place allows that, or because the window is closed. It takes itself away with {@link LaidCard#close}.
     */
    public LaidCard lay(Region card, LaidCard.Place place, Runnable left) {
        Node before = focused();
        LaidCard layer = new LaidCard(card, place, left, closed -> close(closed, before), ring::toNotes);
        open.add(layer);
        covered.set(true);
        above.getChildren().add(layer.view());
        // Its controls take keys from now on, and not from the next pulse.
        applyCss();
        layout();
        layer.takeKeys();
        layer.appear();
        return layer;
    }

    /** The layer on top that has the keys to itself. */
    Optional<LaidCard> top() {
        return open.isEmpty() ? Optional.empty() : Optional.of(open.get(open.size() - 1));
    }

    /** Whether anything is open over the window. */
    public ReadOnlyBooleanProperty coveredProperty() {
        return covered.getReadOnlyProperty();
    }

    /** The parts of the window that F6 leads to. */
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

    /** Focus that was given to something beneath is brought back, once whoever gave it is done. */
    private void keepKeys(@Nullable Node now) {
        if (now != null && top().filter(layer -> !layer.holds(now)).isPresent() && !Reachable.inside(notes, now)) {
            Platform.runLater(
                    () -> top().filter(layer -> !layer.holds(focused()) && !Reachable.inside(notes, focused()))
                            .ifPresent(LaidCard::takeKeys));
        }
    }

    /** What lies above even the layers: notes, which take nobody's keys. */
    Pane notes() {
        return notes;
    }

    /** The window. */
    public Window owner() {
        return owner;
    }
}
