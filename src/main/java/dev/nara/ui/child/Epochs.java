package dev.nara.ui.child;

import dev.nara.store.folder.WatchedListLog.Moment;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The epochs after which the selected child's list is known, and the one on screen: that of the model, until the user selects an earlier
 * one.
 */
final class Epochs {
    private final ObjectProperty<List<Moment>> moments = new SimpleObjectProperty<>(List.of());
    private final IntegerProperty shown = new SimpleIntegerProperty();
    private final BooleanProperty following = new SimpleBooleanProperty(true);
    private final IntegerProperty later = new SimpleIntegerProperty();
    private int now;

    /** The kept lists in the order of epochs; without that of the model on screen if it was not kept. */
    ReadOnlyObjectProperty<List<Moment>> momentsProperty() {
        return moments;
    }

    /** The epoch on screen; 0 for none. */
    ReadOnlyIntegerProperty shownProperty() {
        return shown;
    }

    /** Whether the epoch on screen follows that of the model on screen. */
    ReadOnlyBooleanProperty followingProperty() {
        return following;
    }

    /** The number of known epochs after the one on screen; 0 while it follows the model. */
    ReadOnlyIntegerProperty laterProperty() {
        return later;
    }

    /** The epoch of the model on screen; 0 for none. */
    int now() {
        return now;
    }

    /** Sets the kept lists of the selected child, and the epoch of the model on screen. */
    void known(List<Moment> kept, int epoch) {
        now = epoch;
        moments.set(List.copyOf(kept));
        if (!following.get() && moment(shown.get()).isEmpty() && shown.get() != now) {
            following.set(true);
        }
        place(following.get() ? now : shown.get());
    }

    /** All epochs that can be shown, ascending. */
    List<Integer> all() {
        TreeSet<Integer> all = new TreeSet<>();
        moments.get().forEach(moment -> all.add(moment.epoch()));
        if (now > 0) {
            all.add(now);
        }
        return List.copyOf(all);
    }

    /** The list that was kept after an epoch. */
    Optional<Moment> moment(int epoch) {
        return moments.get().stream().filter(m -> m.epoch() == epoch).findFirst();
    }

    /** Shows the last known epoch that is not after this one. */
    void look(int epoch) {
        List<Integer> all = all();
        if (!all.isEmpty()) {
            int found = all.stream().filter(e -> e <= epoch).reduce((a, b) -> b).orElse(all.get(0));
            following.set(found == now);
            place(found);
        }
    }

    /** Moves by a number of known epochs, forward or back. */
    void step(int epochs) {
        List<Integer> all = all();
        if (!all.isEmpty()) {
            int at = Math.max(0, all.indexOf(shown.get())) + epochs;
            look(all.get(Math.max(0, Math.min(all.size() - 1, at))));
        }
    }

    /** Follows the model on screen again. */
    void follow() {
        following.set(true);
        place(now);
    }

    /** Keeps the epoch on screen when the model changes. */
    void stay() {
        following.set(false);
        place(shown.get());
    }

    private void place(int epoch) {
        shown.set(epoch);
        later.set(
                following.get()
                        ? 0
                        : (int) all().stream().filter(e -> e > epoch).count());
    }
}
