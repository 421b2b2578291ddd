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

/** What the Child workspace shows. */
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
     * @param words everything that a search looks at, each word in small letters
     */
    record Child(int user, String id, ChildFacts facts, List<String> words, int views) {}

    /** How far the listing of children is. */
    enum Listing {
        /** No data are open. */
        NO_DATA,
        /** The children are being listed. */
        LOADING,
        /** They are listed. */
        LISTED
    }

    /** In which order children are listed. */
    enum Order {
        /** Those first for whom nothing was found, then the lowest figure of the run on screen. */
        WORST,
        /** The highest figure first. */
        BEST,
        /** Most views first. */
        VIEWS,
        /** As in the data. */
        ID
    }

    /**
     * The figures of the run on screen at its best epoch.
     *
     * @param metric the deciding one
     * @param heldOut how many albums each child has to find, by index
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
        /** Of no run. */
        static final Scored NONE = new Scored(UserFigures.NONE, "", 0, List.of(), Double.NaN, Double.NaN, Double.NaN);

        /** Whether any child has a figure. */
        boolean known() {
            return !figures.ofUser().isEmpty();
        }

        /** The child's figure, NaN where it has none. */
        double of(Child child) {
            return figures.ofUser().getOrDefault(child.user(), Double.NaN);
        }

        /** How many albums the child has to find. */
        int heldOut(Child child) {
            return child.user() < heldOut.size() ? heldOut.get(child.user()) : 0;
        }
    }

    /** A held-out album and where it stands in the whole catalogue, from 1. */
    record HeldOut(int rank, Album album) {}

    /** The list of another history: what was tried, and how many places hold another album than before. */
    record Tried(List<ListPlace> list, int changed, long millis) {}

    /** The same child's list of another run. */
    record Beside(StoredRun run, List<ListPlace> list, List<WatchedListLog.Moment> moments) {}

    /** How far the listing of children is. */
    ObjectProperty<Listing> listingProperty() {
        return listing;
    }

    ObservableList<Child> children() {
        return children;
    }

    ObjectProperty<@Nullable Child> chosenProperty() {
        return chosen;
    }

    /** In which order children are listed. */
    ObjectProperty<Order> orderProperty() {
        return order;
    }

    /** Only children with so many held-out albums are listed; 0 for all. */
    IntegerProperty leastHeldOutProperty() {
        return leastHeldOut;
    }

    /** The figures of the run on screen. */
    ObjectProperty<Scored> scoredProperty() {
        return scored;
    }

    /** Whether the figures are those of the run on screen, and no others are being read. */
    BooleanProperty figuresReadProperty() {
        return figuresRead;
    }

    /** Whether the lists that the run on screen kept have been read. */
    BooleanProperty listsReadProperty() {
        return listsRead;
    }

    /** The ids of the children that are watched by choice. */
    ObjectProperty<Set<String>> watchedProperty() {
        return watched;
    }

    /** The watched children of the run on screen, by index, with their lists after every epoch. */
    ObjectProperty<Map<Integer, List<WatchedListLog.Moment>>> watchedListsProperty() {
        return watchedLists;
    }

    /** The run on screen as it is stored; null for none. */
    ObjectProperty<@Nullable StoredRun> runProperty() {
        return run;
    }

    /** How far that run is, while it trains. */
    ObjectProperty<@Nullable LiveRun> liveProperty() {
        return live;
    }

    /** The genres of the open data. */
    ObjectProperty<Genres> genresProperty() {
        return genres;
    }

    /** The epochs of the chosen child's lists. */
    Epochs epochs() {
        return epochs;
    }

    /** The chosen child's history, the latest first. */
    ObservableList<UserHistory.Viewing> history() {
        return history;
    }

    /** The chosen child's list, best first. */
    ObservableList<ListPlace> list() {
        return list;
    }

    /** The held-out albums with their ranks in the whole catalogue, best first. */
    ObservableList<HeldOut> heldOut() {
        return heldOut;
    }

    /** The list of a tried history, shown in place of the child's own; null while nothing is tried. */
    ObjectProperty<@Nullable Tried> triedProperty() {
        return tried;
    }

    /** The list of another run, shown beside; null for none. */
    ObjectProperty<@Nullable Beside> besideProperty() {
        return beside;
    }

    /** The place of the list that is explained. */
    ObjectProperty<@Nullable ListPlace> explainedProperty() {
        return explained;
    }

    /** Whether it is being found out why it stands there. */
    BooleanProperty explainingProperty() {
        return explaining;
    }

    /** Why it stands there; null until that is known. */
    ObjectProperty<@Nullable Why> whyProperty() {
        return why;
    }
}
