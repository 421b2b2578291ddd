package dev.nara.ui.child;

import dev.nara.explain.UserFigures;
import dev.nara.explain.UserHistory;
import dev.nara.store.WatchedListLog;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the Child workspace shows. */
final class ChildModel {
    private final ObservableList<Child> children = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Child> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.ID);
    private final ObjectProperty<UserFigures> figures = new SimpleObjectProperty<>(UserFigures.NONE);
    private final ObjectProperty<Set<String>> watched = new SimpleObjectProperty<>(Set.of());
    private final ObjectProperty<Map<Integer, List<WatchedListLog.Moment>>> watchedLists =
            new SimpleObjectProperty<>(Map.of());
    private final ObjectProperty<List<WatchedListLog.Moment>> moments = new SimpleObjectProperty<>(List.of());
    private final IntegerProperty moment = new SimpleIntegerProperty();
    private final BooleanProperty learningSeen = new SimpleBooleanProperty();
    private final StringProperty summary = new SimpleStringProperty("");
    private final ObservableList<Viewing> history = FXCollections.observableArrayList();
    private final ObservableList<ListPlace> list = FXCollections.observableArrayList();
    private final StringProperty listTitle = new SimpleStringProperty("");
    private final ObservableList<HeldOut> heldOut = FXCollections.observableArrayList();
    private final WhyModel why = new WhyModel();

    /** A child in the list of children: everything a search looks at is in the words. */
    record Child(int user, String id, String words, int views) {}

    /** In which order children are listed. */
    enum Order {
        /** As in the data. */
        ID,
        /** The deciding metric of the run on screen, lowest first; those it does not evaluate last. */
        WORST,
        /** The same, highest first. */
        BEST,
        /** Most views first. */
        VIEWS,
        /** Those first that are watched while models learn. */
        WATCHED
    }

    /** One row of the history; {@code time} as people read it. */
    record Viewing(String time, Album album, UserHistory.Viewing row) {}

    /** A held-out album and where it stands. */
    record HeldOut(int rank, Album album) {}

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

    /** The deciding metric of each evaluated child, of the run on screen. */
    ObjectProperty<UserFigures> figuresProperty() {
        return figures;
    }

    /** The ids of the children that are watched by choice. */
    ObjectProperty<Set<String>> watchedProperty() {
        return watched;
    }

    /** The watched children of the run on screen, by index, with their lists after every epoch. */
    ObjectProperty<Map<Integer, List<WatchedListLog.Moment>>> watchedListsProperty() {
        return watchedLists;
    }

    /** Those of the chosen child; empty where it is not watched. */
    ObjectProperty<List<WatchedListLog.Moment>> momentsProperty() {
        return moments;
    }

    /** The place of the epoch on screen among the moments. */
    IntegerProperty momentProperty() {
        return moment;
    }

    /** Whether the page with the curves is open. */
    BooleanProperty learningSeenProperty() {
        return learningSeen;
    }

    /** What is known of the chosen child, in one line. */
    StringProperty summaryProperty() {
        return summary;
    }

    /** The chosen child's history, the latest first. */
    ObservableList<Viewing> history() {
        return history;
    }

    /** The chosen child's list, best first. */
    ObservableList<ListPlace> list() {
        return list;
    }

    /** Which model and epoch the list is of, and how many hits it has. */
    StringProperty listTitleProperty() {
        return listTitle;
    }

    /** The held-out albums with their ranks in the whole catalogue, best first. */
    ObservableList<HeldOut> heldOut() {
        return heldOut;
    }

    /** Why a place of the list stands where it does. */
    WhyModel why() {
        return why;
    }
}
