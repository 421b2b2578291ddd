package dev.nara.ui.data;

import dev.nara.data.prepare.Step;
import dev.nara.split.Warning;
import dev.nara.text.Fact;
import dev.nara.ui.data.cards.AttributeRow;
import java.nio.file.Path;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The state of the Data workspace. */
final class DataModel {
    private final StringProperty reading = new SimpleStringProperty("");
    private final BooleanProperty recounting = new SimpleBooleanProperty();
    private final DoubleProperty progress = new SimpleDoubleProperty(-1);
    private final StringProperty timeLeft = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Unread> unread = new SimpleObjectProperty<>();
    private final ObservableList<Fact> facts = FXCollections.observableArrayList();
    private final ObservableList<AttributeRow> attributes = FXCollections.observableArrayList();
    private final ObservableList<Step> steps = FXCollections.observableArrayList();
    private final ObservableList<Fact> split = FXCollections.observableArrayList();
    private final ObservableList<Warning> splitWarnings = FXCollections.observableArrayList();
    private final StringProperty splitProblem = new SimpleStringProperty("");
    private final StringProperty page = new SimpleStringProperty("");

    /**
     * A failure to read data.
     *
     * @param error the reason
     */
    record Unread(Path path, Throwable error) {}

    /** The name of the data being read, "" for none. */
    StringProperty readingProperty() {
        return reading;
    }

    /** Whether the open data are being prepared in another way. */
    BooleanProperty recountingProperty() {
        return recounting;
    }

    /** Whether data is being read or prepared. */
    boolean busy() {
        return recounting.get() || !reading.get().isEmpty();
    }

    DoubleProperty progressProperty() {
        return progress;
    }

    StringProperty timeLeftProperty() {
        return timeLeft;
    }

    /** The last failure to read data, null if there was none. */
    ObjectProperty<@Nullable Unread> unreadProperty() {
        return unread;
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

    /** Why the split on screen cannot be made, "" if it can. */
    StringProperty splitProblemProperty() {
        return splitProblem;
    }

    /** The name of the open sheet, "" for none. */
    StringProperty pageProperty() {
        return page;
    }

    /** Whether that sheet is open. */
    BooleanBinding shows(String name) {
        return page.isEqualTo(name);
    }
}
