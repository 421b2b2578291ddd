package dev.nara.ui.train;

import dev.nara.run.RunEvent;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the Train workspace shows of the run on screen. */
final class TrainModel {
    private final BooleanProperty running = new SimpleBooleanProperty();
    private final BooleanProperty stopping = new SimpleBooleanProperty();
    private final DoubleProperty progress = new SimpleDoubleProperty(0);
    private final StringProperty headline = new SimpleStringProperty("");
    private final StringProperty status = new SimpleStringProperty("");
    private final ObservableList<RunEvent.EpochDone> epochs = FXCollections.observableArrayList();

    /** Whether a run is under way. */
    BooleanProperty runningProperty() {
        return running;
    }

    /** Whether it was asked to stop and has not yet. */
    BooleanProperty stoppingProperty() {
        return stopping;
    }

    /** Share of the whole run, 0 … 1; -1 where it is not known. */
    DoubleProperty progressProperty() {
        return progress;
    }

    /** Which run is on screen. */
    StringProperty headlineProperty() {
        return headline;
    }

    /** What happens now. */
    StringProperty statusProperty() {
        return status;
    }

    ObservableList<RunEvent.EpochDone> epochs() {
        return epochs;
    }
}
