package dev.nara.ui.train;

import dev.nara.chart.CurveOptions;
import dev.nara.run.RunEvent;
import dev.nara.spec.Part;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import dev.nara.ui.common.LiveRun;
import java.util.Map;
import java.util.OptionalDouble;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The state of the Train workspace: the run that trains, and the run on screen, which may be another. */
public final class TrainModel {
    private final BooleanProperty counting = new SimpleBooleanProperty();
    private final ObjectProperty<RunsAhead> ahead = new SimpleObjectProperty<>(RunsAhead.NONE);
    private final IntegerProperty minute = new SimpleIntegerProperty();
    private final LongProperty controlled = new SimpleLongProperty();
    private OptionalDouble epochSeconds = OptionalDouble.empty();
    private final StringProperty reading = new SimpleStringProperty("");
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty preparing = new SimpleBooleanProperty();
    private final BooleanProperty running = new SimpleBooleanProperty();
    private final BooleanProperty pausable = new SimpleBooleanProperty();
    private final BooleanProperty controllable = new SimpleBooleanProperty();
    private final BooleanProperty pausing = new SimpleBooleanProperty();
    private final BooleanProperty stopping = new SimpleBooleanProperty();
    private final ObjectProperty<Map<Long, LiveRun>> live = new SimpleObjectProperty<>(Map.of());
    private final BooleanProperty shownLive = new SimpleBooleanProperty();
    private final ObjectProperty<CurveOptions> curves = new SimpleObjectProperty<>(CurveOptions.RAW);
    private final StringProperty metric = new SimpleStringProperty("");
    private final ObservableList<String> metrics = FXCollections.observableArrayList();
    private final StringProperty engine = new SimpleStringProperty("");
    private final StringProperty headline = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Text> status = new SimpleObjectProperty<>();
    private final StringProperty caption = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable RunEvent> trouble = new SimpleObjectProperty<>();
    private final StringProperty verdict = new SimpleStringProperty("");
    private final StringProperty shownStatus = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable StoredRun> shownRun = new SimpleObjectProperty<>();
    private final ObjectProperty<RunDetails> details = new SimpleObjectProperty<>(RunDetails.NONE);
    private final ObjectProperty<Part> epochPart = new SimpleObjectProperty<>(Part.VALIDATION);
    private final StringProperty epochsOf = new SimpleStringProperty("");
    private final ObservableList<RunEvent.EpochDone> epochs = FXCollections.observableArrayList();

    /** The run on screen as stored when it was selected; null for none or several. */
    ObjectProperty<@Nullable StoredRun> shownRunProperty() {
        return shownRun;
    }

    /** The part on which the figures of epochs on screen were computed. */
    ObjectProperty<Part> epochPartProperty() {
        return epochPart;
    }

    /** The details of the run on screen, apart from its curves. */
    ObjectProperty<RunDetails> detailsProperty() {
        return details;
    }

    /** The name of the data that is being read and that a run has to wait for; "" for none. */
    StringProperty readingProperty() {
        return reading;
    }

    /** Whether there is data to train on. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** Whether the settings of a run are being checked. */
    BooleanProperty preparingProperty() {
        return preparing;
    }

    /** Whether any run trains or is paused. */
    public BooleanProperty runningProperty() {
        return running;
    }

    /** Whether the buttons control a run, see {@link LiveRuns}. */
    public BooleanProperty controllableProperty() {
        return controllable;
    }

    /** Whether that run can be paused; one that is about to start cannot. */
    public BooleanProperty pausableProperty() {
        return pausable;
    }

    /** Whether the controlled run is paused, or was asked to pause. */
    BooleanProperty pausingProperty() {
        return pausing;
    }

    /** Whether it was asked to stop and has not stopped yet. */
    BooleanProperty stoppingProperty() {
        return stopping;
    }

    /** The progress of the running runs, by run number. */
    public ObjectProperty<Map<Long, LiveRun>> liveProperty() {
        return live;
    }

    /** Whether the run on screen trains. */
    BooleanProperty shownLiveProperty() {
        return shownLive;
    }

    /** The display options of the curves. */
    ObjectProperty<CurveOptions> curvesProperty() {
        return curves;
    }

    /** The metric by which runs are shown; "" for the deciding one of the first. */
    StringProperty metricProperty() {
        return metric;
    }

    /** The metrics of the runs on screen, the deciding one first. */
    ObservableList<String> metrics() {
        return metrics;
    }

    /** What the runs of the form would take. */
    public ObjectProperty<RunsAhead> aheadProperty() {
        return ahead;
    }

    /** Whether the forecast on screen is for other settings and is being recomputed. */
    BooleanProperty countingProperty() {
        return counting;
    }

    /** Seconds of an epoch of the form's settings, as just measured; empty if not measured. */
    OptionalDouble epochSeconds() {
        return epochSeconds;
    }

    /** Sets the measured seconds; to be called before {@link #aheadProperty} is set. */
    void epochSeconds(OptionalDouble seconds) {
        epochSeconds = seconds;
    }

    /** Changes from time to time, so that predicted end times are updated. */
    IntegerProperty minuteProperty() {
        return minute;
    }

    /** The number of the run that the buttons control, 0 for none. */
    public LongProperty controlledProperty() {
        return controlled;
    }

    /** The status of the controlled run; null before the first. */
    ObjectProperty<@Nullable Text> statusProperty() {
        return status;
    }

    /** The id of the engine that would be used for the run of the form; "" if it is not known or there is no choice. */
    StringProperty engineProperty() {
        return engine;
    }

    /** The title of the run on screen. */
    StringProperty headlineProperty() {
        return headline;
    }

    /** Describes the figures on screen. */
    StringProperty captionProperty() {
        return caption;
    }

    /** The event that says why the run on screen failed or was interrupted; null if neither. */
    ObjectProperty<@Nullable RunEvent> troubleProperty() {
        return trouble;
    }

    /** The verdict on several runs on screen; "" for a single one. */
    StringProperty verdictProperty() {
        return verdict;
    }

    /** The status of the run on screen, or how it ended. */
    StringProperty shownStatusProperty() {
        return shownStatus;
    }

    /** The name of the compared run whose epochs are shown; "" while a single run is on screen. */
    StringProperty epochsOfProperty() {
        return epochsOf;
    }

    ObservableList<RunEvent.EpochDone> epochs() {
        return epochs;
    }
}
