package dev.nara.ui.data;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the Data workspace shows. */
final class DataModel {
    private final BooleanProperty loading = new SimpleBooleanProperty();
    private final DoubleProperty progress = new SimpleDoubleProperty(-1);
    private final ObservableList<Fact> facts = FXCollections.observableArrayList();
    private final ObservableList<String> findings = FXCollections.observableArrayList();
    private final ObservableList<FirstRow> rows = FXCollections.observableArrayList();

    /** A line of the profile: the key of its label, and its value. */
    record Fact(String key, String value) {}

    /** One of the first log rows. */
    record FirstRow(String user, String time, String item, String title, String genre) {}

    BooleanProperty loadingProperty() {
        return loading;
    }

    DoubleProperty progressProperty() {
        return progress;
    }

    ObservableList<Fact> facts() {
        return facts;
    }

    ObservableList<String> findings() {
        return findings;
    }

    ObservableList<FirstRow> rows() {
        return rows;
    }
}
