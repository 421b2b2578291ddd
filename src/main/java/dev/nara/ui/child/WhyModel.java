package dev.nara.ui.child;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A place of the list, and why it stands where it does. */
final class WhyModel {
    private final ObjectProperty<@Nullable ListPlace> explained = new SimpleObjectProperty<>();
    private final StringProperty title = new SimpleStringProperty("");
    private final ObservableList<Part> parts = FXCollections.observableArrayList();
    private final ObservableList<Near> nearest = FXCollections.observableArrayList();
    private final ObservableList<Without> without = FXCollections.observableArrayList();

    /** A part of a score: what it comes from, which one, how much. */
    record Part(String kind, String of, double amount) {}

    /** An album and how near the model finds it. */
    record Near(String title, double cosine) {}

    /** How the explained album's score changes, and its ranks with and without, had this album never been watched. */
    record Without(String title, double change, int rank, int rankWithout) {}

    /** The place of the list whose score is explained. */
    ObjectProperty<@Nullable ListPlace> explainedProperty() {
        return explained;
    }

    /** The score as a sum in one line. */
    StringProperty titleProperty() {
        return title;
    }

    /** All parts of the explained score, the largest first. */
    ObservableList<Part> parts() {
        return parts;
    }

    /** The albums of the history that are nearest to the explained one. */
    ObservableList<Near> nearest() {
        return nearest;
    }

    /** What happens to the explained album without single ones of the history. */
    ObservableList<Without> without() {
        return without;
    }
}
