package dev.nara.ui.child;

import dev.nara.run.Recommendations;
import javafx.beans.property.ObjectProperty;
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

    /** One row of the history, latest first; repeat counts earlier views of the same item. */
    record Viewing(String time, String item, String title, String genre, int repeat, boolean heldOut) {}

    /** One place of the list. */
    record Place(Recommendations.Entry entry, String item, String title, String series, String genre) {}

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
