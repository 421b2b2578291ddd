package dev.nara.ui.data;

import dev.nara.data.prepare.Step;
import dev.nara.split.Warning;
import dev.nara.text.Fact;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the Data workspace shows. */
final class DataModel {
    private final BooleanProperty loading = new SimpleBooleanProperty();
    private final DoubleProperty progress = new SimpleDoubleProperty(-1);
    private final StringProperty timeLeft = new SimpleStringProperty("");
    private final ObservableList<Fact> facts = FXCollections.observableArrayList();
    private final ObservableList<AttributeRow> attributes = FXCollections.observableArrayList();
    private final ObservableList<Step> steps = FXCollections.observableArrayList();
    private final ObservableList<Fact> split = FXCollections.observableArrayList();
    private final ObservableList<Warning> splitWarnings = FXCollections.observableArrayList();
    private final StringProperty splitProblem = new SimpleStringProperty("");
    private final StringProperty page = new SimpleStringProperty("");

    BooleanProperty loadingProperty() {
        return loading;
    }

    DoubleProperty progressProperty() {
        return progress;
    }

    StringProperty timeLeftProperty() {
        return timeLeft;
    }

    ObservableList<Fact> facts() {
        return facts;
    }

    ObservableList<AttributeRow> attributes() {
        return attributes;
    }

    ObservableList<Step> steps() {
        return steps;
    }

    ObservableList<Fact> split() {
        return split;
    }

    ObservableList<Warning> splitWarnings() {
        return splitWarnings;
    }

    /** Why the split on screen cannot be made, "" where it can. */
    StringProperty splitProblemProperty() {
        return splitProblem;
    }

    /** Which page is looked at, "" while the workspace is not on screen. */
    StringProperty pageProperty() {
        return page;
    }

    /** Whether this page is looked at. */
    BooleanBinding shows(String name) {
        return page.isEqualTo(name);
    }
}
