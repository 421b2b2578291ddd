package dev.nara.ui.child;

import dev.nara.explain.Recommendations;
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
    private final ObservableList<Viewing> history = FXCollections.observableArrayList();
    private final ObservableList<Place> list = FXCollections.observableArrayList();
    private final StringProperty listTitle = new SimpleStringProperty("");
    private final StringProperty summary = new SimpleStringProperty("");

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

    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.ID);
    private final ObjectProperty<Map<Integer, Double>> figures = new SimpleObjectProperty<>(Map.of());
    private final ObjectProperty<Map<Integer, List<WatchedListLog.Moment>>> canaries =
            new SimpleObjectProperty<>(Map.of());
    private final ObjectProperty<List<WatchedListLog.Moment>> moments = new SimpleObjectProperty<>(List.of());
    private final IntegerProperty moment = new SimpleIntegerProperty();
    private final BooleanProperty learningSeen = new SimpleBooleanProperty();
    private final ObjectProperty<Set<String>> watched = new SimpleObjectProperty<>(Set.of());
    private final ObservableList<Without> without = FXCollections.observableArrayList();

    /** What becomes of the explained album when one of the history had never been watched. */
    record Without(String title, double score, int rank, int rankWithout) {}

    /** How a rank, from 1, differs from an earlier one, in a sign and places; 0 stands for not in the list. */
    static String moved(int before, int now) {
        if (before == 0) {
            return "＋";
        }
        if (now == 0) {
            return "－";
        }
        return before == now ? "" : before > now ? "▲ " + (before - now) : "▼ " + (now - before);
    }

    /** In which order children are listed. */
    ObjectProperty<Order> orderProperty() {
        return order;
    }

    /** The deciding metric of each evaluated child, by index; of the run on screen. */
    ObjectProperty<Map<Integer, Double>> figuresProperty() {
        return figures;
    }

    /** The watched children of the run on screen, by index, with their lists after every epoch. */
    ObjectProperty<Map<Integer, List<WatchedListLog.Moment>>> canariesProperty() {
        return canaries;
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

    /** The ids of the children that are watched by choice. */
    ObjectProperty<Set<String>> watchedProperty() {
        return watched;
    }

    /** What becomes of the explained album without single ones of the history. */
    ObservableList<Without> without() {
        return without;
    }

    /**
     * One row of the history, latest first.
     *
     * @param session its number, from 1; another begins after half an hour without a view; 0 where times are no dates
     * @param share of it that was watched, NaN where it is not known
     * @param repeat counts earlier views of the same item
     * @param trained whether the model saw it
     */
    record Viewing(
            String time,
            int session,
            String item,
            String title,
            String series,
            String genre,
            double share,
            int repeat,
            boolean trained,
            boolean heldOut) {}

    /** One place of the list; {@code moved} says how it stood after the epoch before, "" where nobody knows. */
    record Place(Recommendations.Entry entry, String item, String title, String series, String genre, String moved) {}

    /** A held-out album and where it stands. */
    record HeldOut(int rank, String item, String title, String genre) {}

    /** A part of a score: what it comes from, which one, how much. */
    record Part(String kind, String of, double amount) {}

    /** An album of the history and how near the model finds it. */
    record Near(String item, String title, double cosine) {}

    private final ObservableList<HeldOut> heldOut = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Place> explained = new SimpleObjectProperty<>();
    private final StringProperty whyTitle = new SimpleStringProperty("");
    private final ObservableList<Part> parts = FXCollections.observableArrayList();
    private final ObservableList<Near> nearest = FXCollections.observableArrayList();

    /** The held-out albums with their ranks in the whole catalogue, best first. */
    ObservableList<HeldOut> heldOut() {
        return heldOut;
    }

    /** The place of the list whose score is explained. */
    ObjectProperty<@Nullable Place> explainedProperty() {
        return explained;
    }

    /** The score as a sum in one line. */
    StringProperty whyTitleProperty() {
        return whyTitle;
    }

    /** All parts of the explained score, the largest first. */
    ObservableList<Part> parts() {
        return parts;
    }

    /** The albums of the history that are nearest to the explained one. */
    ObservableList<Near> nearest() {
        return nearest;
    }

    ObservableList<Child> children() {
        return children;
    }

    ObjectProperty<@Nullable Child> chosenProperty() {
        return chosen;
    }

    ObservableList<Viewing> history() {
        return history;
    }

    ObservableList<Place> list() {
        return list;
    }

    StringProperty listTitleProperty() {
        return listTitle;
    }

    StringProperty summaryProperty() {
        return summary;
    }
}
