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

/** What the Train workspace shows: the run that trains, and the run on screen, which may be another. */
public final class TrainModel {
    private final BooleanProperty counting = new SimpleBooleanProperty();
    private final ObjectProperty<RunsAhead> ahead = new SimpleObjectProperty<>(RunsAhead.NONE);
    private final IntegerProperty minute = new SimpleIntegerProperty();
    private final LongProperty controlled = new SimpleLongProperty();
    private OptionalDouble epochSeconds = OptionalDouble.empty();
    private final StringProperty coming = new SimpleStringProperty("");
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

    /** The run on screen as it was when it was put there; null for none or several. */
    ObjectProperty<@Nullable StoredRun> shownRunProperty() {
        return shownRun;
    }

    /** The part that figures of the epochs on screen are of. */
    ObjectProperty<Part> epochPartProperty() {
        return epochPart;
    }

    /** What is known of the run on screen beside its curves. */
    ObjectProperty<RunDetails> detailsProperty() {
        return details;
    }

    /** The name of the data that is being read, which a run has to wait for; "" for none. */
    StringProperty comingProperty() {
        return coming;
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

    /** Whether there is a run that the buttons are about, see {@link LiveRuns}. */
    public BooleanProperty controllableProperty() {
        return controllable;
    }

    /** Whether that run could be paused: one that is about to begin cannot. */
    public BooleanProperty pausableProperty() {
        return pausable;
    }

    /** Whether the run that the buttons are about is paused, or was asked to pause. */
    BooleanProperty pausingProperty() {
        return pausing;
    }

    /** Whether it was asked to stop and has not yet. */
    BooleanProperty stoppingProperty() {
        return stopping;
    }

    /** How far those that train are, by their numbers. */
    public ObjectProperty<Map<Long, LiveRun>> liveProperty() {
        return live;
    }

    /** Whether the run on screen trains. */
    BooleanProperty shownLiveProperty() {
        return shownLive;
    }

    /** How curves are drawn. */
    ObjectProperty<CurveOptions> curvesProperty() {
        return curves;
    }

    /** By which metric runs are shown; "" for the one that decides the first. */
    StringProperty metricProperty() {
        return metric;
    }

    /** Those that the runs on screen have, the one that decides first. */
    ObservableList<String> metrics() {
        return metrics;
    }

    /** What the runs of the form would take. */
    public ObjectProperty<RunsAhead> aheadProperty() {
        return ahead;
    }

    /** Whether what the runs would take is being computed for other settings than it was told for. */
    BooleanProperty countingProperty() {
        return counting;
    }

    /** Seconds of an epoch of the form's settings, as just measured; empty where they were not. */
    OptionalDouble epochSeconds() {
        return epochSeconds;
    }

    /** Keeps what was measured; to be told before {@link #aheadProperty}. */
    void epochSeconds(OptionalDouble seconds) {
        epochSeconds = seconds;
    }

    /** Changes from time to time, for whatever says when something is done. */
    IntegerProperty minuteProperty() {
        return minute;
    }

    /** The number of the run that the buttons are about, 0 for none. */
    public LongProperty controlledProperty() {
        return controlled;
    }

    /** What the run that the buttons are about does; null before there is one. */
    ObjectProperty<@Nullable Text> statusProperty() {
        return status;
    }

    /** What would compute the run of the form, by its id; "" where that is not known or there is no choice. */
    StringProperty engineProperty() {
        return engine;
    }

    /** Which run is on screen. */
    StringProperty headlineProperty() {
        return headline;
    }

    /** What its figures are of, in words. */
    StringProperty captionProperty() {
        return caption;
    }

    /** That the run on screen failed, or was interrupted; null where it was not. */
    ObjectProperty<@Nullable RunEvent> troubleProperty() {
        return trouble;
    }

    /** What to think of several runs on screen; "" for a single one. */
    StringProperty verdictProperty() {
        return verdict;
    }

    /** What it does, or how it ended. */
    StringProperty shownStatusProperty() {
        return shownStatus;
    }

    /** Of which of several runs on screen the epochs are; "" while one is on screen. */
    StringProperty epochsOfProperty() {
        return epochsOf;
    }

    ObservableList<RunEvent.EpochDone> epochs() {
        return epochs;
    }
}
