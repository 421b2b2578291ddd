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

/** The epochs after which the chosen child's list is known, and the one on screen: the model's own, until somebody looks back. */
final class Epochs {
    private final ObjectProperty<List<Moment>> moments = new SimpleObjectProperty<>(List.of());
    private final IntegerProperty shown = new SimpleIntegerProperty();
    private final BooleanProperty following = new SimpleBooleanProperty(true);
    private final IntegerProperty later = new SimpleIntegerProperty();
    private int now;

    /** The lists in the order of epochs, kept while the model learnt; without that of the model on screen if it was not kept. */
    ReadOnlyObjectProperty<List<Moment>> momentsProperty() {
        return moments;
    }

    /** The epoch on screen; 0 for none. */
    ReadOnlyIntegerProperty shownProperty() {
        return shown;
    }

    /** Whether it is the epoch of the model on screen, whichever that becomes. */
    ReadOnlyBooleanProperty followingProperty() {
        return following;
    }

    /** How many epochs there are behind the one on screen, while it is not followed. */
    ReadOnlyIntegerProperty laterProperty() {
        return later;
    }

    /** The epoch of the model on screen; 0 for none. */
    int now() {
        return now;
    }

    /** This is known of the chosen child, and the model on screen is of that epoch. */
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

    /** What was kept of an epoch. */
    Optional<Moment> moment(int epoch) {
        return moments.get().stream().filter(m -> m.epoch() == epoch).findFirst();
    }

    /** Somebody looks at the last known epoch up to this one. */
    void look(int epoch) {
        List<Integer> all = all();
        if (!all.isEmpty()) {
            int found = all.stream().filter(e -> e <= epoch).reduce((a, b) -> b).orElse(all.get(0));
            following.set(found == now);
            place(found);
        }
    }

    /** Somebody looks so many epochs further on, or back. */
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

    /** Stays where it is, whatever the model does. */
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
