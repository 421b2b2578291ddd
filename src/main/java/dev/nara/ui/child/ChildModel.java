package dev.nara.ui.child;

import dev.nara.explain.UserFigures;
import dev.nara.explain.UserHistory;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.folder.WatchedListLog;
import dev.nara.ui.common.Album;
import dev.nara.ui.common.LiveRun;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The state of the Child workspace. */
final class ChildModel {
    private final ObjectProperty<Listing> listing = new SimpleObjectProperty<>(Listing.NO_DATA);
    private final ObservableList<Child> children = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Child> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.WORST);
    private final IntegerProperty leastHeldOut = new SimpleIntegerProperty();
    private final ObjectProperty<Scored> scored = new SimpleObjectProperty<>(Scored.NONE);
    private final BooleanProperty figuresRead = new SimpleBooleanProperty(true);
    private final BooleanProperty listsRead = new SimpleBooleanProperty(true);
    private final ObjectProperty<Set<String>> watched = new SimpleObjectProperty<>(Set.of());
    private final ObjectProperty<Map<Integer, List<WatchedListLog.Moment>>> watchedLists =
            new SimpleObjectProperty<>(Map.of());
    private final ObjectProperty<@Nullable StoredRun> run = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LiveRun> live = new SimpleObjectProperty<>();
    private final ObjectProperty<Genres> genres = new SimpleObjectProperty<>(Genres.NONE);
    private final Epochs epochs = new Epochs();
    private final ObservableList<UserHistory.Viewing> history = FXCollections.observableArrayList();
    private final ObservableList<ListPlace> list = FXCollections.observableArrayList();
    private final ObservableList<HeldOut> heldOut = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Tried> tried = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Beside> beside = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable ListPlace> explained = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Why> why = new SimpleObjectProperty<>();
    private final BooleanProperty explaining = new SimpleBooleanProperty();

    /**
     * A child in the list of children.
     *
     * @param words the words that a search matches, in lower case
     */
    record Child(int user, String id, ChildFacts facts, List<String> words, int views) {}

    /** The state of the list of children. */
    enum Listing {
        /** No data are open. */
        NO_DATA,
        /** The children are being listed. */
        LOADING,
        /** The children are listed. */
        LISTED
    }

    /** The order of the children. */
    enum Order {
        /** First those for whom no held-out item was found, then by ascending figures of the run on screen. */
        WORST,
        /** The highest figure first. */
        BEST,
        /** Most views first. */
        VIEWS,
        /** In the order of the data. */
        ID
    }

    /**
     * The figures of the run on screen at its best epoch.
     *
     * @param metric the deciding metric
     * @param heldOut the number of held-out items of each child, by index
     * @param low the lower end of the mean's 95% interval
     */
    record Scored(
            UserFigures figures,
            String metric,
            int epoch,
            List<Integer> heldOut,
            double mean,
            double low,
            double high) {
        /** No figures. */
        static final Scored NONE = new Scored(UserFigures.NONE, "", 0, List.of(), Double.NaN, Double.NaN, Double.NaN);

        /** Whether any child has a figure. */
        boolean known() {
            return !figures.ofUser().isEmpty();
        }

        /** The child's figure, NaN if it has none. */
        double of(Child child) {
            return figures.ofUser().getOrDefault(child.user(), Double.NaN);
        }

        /** The number of held-out items of the child. */
        int heldOut(Child child) {
            return child.user() < heldOut.size() ? heldOut.get(child.user()) : 0;
        }
    }

    /** A held-out item and its rank in the whole catalogue, from 1. */
    record HeldOut(int rank, Album album) {}

    /** The list for a modified history, the number of places with another item than before, and the time that it took. */
    record Tried(List<ListPlace> list, int changed, long millis) {}

    /** The same child's list from another run. */
    record Beside(StoredRun run, List<ListPlace> list, List<WatchedListLog.Moment> moments) {}

    /** The state of the list of children. */
    ObjectProperty<Listing> listingProperty() {
        return listing;
    }

    ObservableList<Child> children() {
        return children;
    }

    ObjectProperty<@Nullable Child> chosenProperty() {
        return chosen;
    }

    /** The order of the children. */
    ObjectProperty<Order> orderProperty() {
        return order;
    }

    /** Only children with at least this many held-out items are listed; 0 for all. */
    IntegerProperty leastHeldOutProperty() {
        return leastHeldOut;
    }

    /** The figures of the run on screen. */
    ObjectProperty<Scored> scoredProperty() {
        return scored;
    }

    /** Whether the figures are those of the run on screen, and not of a previous one. */
    BooleanProperty figuresReadProperty() {
        return figuresRead;
    }

    /** Whether the lists that the run on screen has kept were read. */
    BooleanProperty listsReadProperty() {
        return listsRead;
    }

    /** The ids of the children that the user has chosen to watch. */
    ObjectProperty<Set<String>> watchedProperty() {
        return watched;
    }

    /** The lists after each epoch of the children that the run on screen watches, by index. */
    ObjectProperty<Map<Integer, List<WatchedListLog.Moment>>> watchedListsProperty() {
        return watchedLists;
    }

    /** The stored run on screen; null for none. */
    ObjectProperty<@Nullable StoredRun> runProperty() {
        return run;
    }

    /** The progress of that run; null if it does not train. */
    ObjectProperty<@Nullable LiveRun> liveProperty() {
        return live;
    }

    /** The genres of the open data. */
    ObjectProperty<Genres> genresProperty() {
        return genres;
    }

    /** The epochs of the selected child's lists. */
    Epochs epochs() {
        return epochs;
    }

    /** The selected child's history, latest first. */
    ObservableList<UserHistory.Viewing> history() {
        return history;
    }

    /** The selected child's list, best first. */
    ObservableList<ListPlace> list() {
        return list;
    }

    /** The held-out items with their ranks in the whole catalogue, best first. */
    ObservableList<HeldOut> heldOut() {
        return heldOut;
    }

    /** The list for a modified history, shown instead of the child's own; null if there is none. */
    ObjectProperty<@Nullable Tried> triedProperty() {
        return tried;
    }

    /** The list from another run, shown beside; null for none. */
    ObjectProperty<@Nullable Beside> besideProperty() {
        return beside;
    }

    /** The place of the list that is explained; null for none. */
    ObjectProperty<@Nullable ListPlace> explainedProperty() {
        return explained;
    }

    /** Whether the explanation is being computed. */
    BooleanProperty explainingProperty() {
        return explaining;
    }

    /** The explanation of a place; null until it is known. */
    ObjectProperty<@Nullable Why> whyProperty() {
        return why;
    }
}
