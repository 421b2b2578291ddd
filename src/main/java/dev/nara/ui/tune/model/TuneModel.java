package dev.nara.ui.tune.model;

import dev.nara.search.study.Phase;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.StudySpec;
import dev.nara.search.study.Trial;
import dev.nara.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The state of the Search workspace. Only for the JavaFX thread. */
public final class TuneModel {
    private final ObjectProperty<@Nullable StudySnapshot> snapshot = new SimpleObjectProperty<>();
    private final StringProperty part = new SimpleStringProperty("");
    private final ObservableList<Integer> selected = FXCollections.observableArrayList();
    private final IntegerProperty hovered = new SimpleIntegerProperty();
    private final StringProperty metric = new SimpleStringProperty("");
    private final ObjectProperty<Map<String, Interval>> brush = new SimpleObjectProperty<>(Map.of());
    private final ObservableList<Reference> references = FXCollections.observableArrayList();
    private final ObjectProperty<Map<Integer, List<Course>>> courses = new SimpleObjectProperty<>(Map.of());
    private final ObservableList<Named> studies = FXCollections.observableArrayList();
    private final ObservableList<Long> damaged = FXCollections.observableArrayList();
    private final DoubleProperty seconds = new SimpleDoubleProperty();
    private final ObservableList<Fixed> fixed = FXCollections.observableArrayList();
    private final IntegerProperty parameters = new SimpleIntegerProperty();
    private final LongProperty opening = new SimpleLongProperty();
    private final BooleanProperty drafting = new SimpleBooleanProperty();
    private final StringProperty message = new SimpleStringProperty("");

    /** A brushed part of an axis, with both ends in the axis's units: positions in a dimension, 0 … 1, or figures. */
    public record Interval(double low, double high) {
        boolean holds(double value) {
            return value >= low && value <= high;
        }
    }

    /** A figure of the goal to compare trials with, such as that of the starred run. */
    public record Reference(Kind kind, Text label, double figure) {
        public enum Kind {
            STARRED,
            BASELINE
        }
    }

    /** A stored study. */
    public record Named(long id, StudySpec spec, Phase phase) {}

    /**
     * The stored studies.
     *
     * @param whole the readable ones, newest first
     * @param damaged the numbers of those that cannot be read
     */
    public record Listed(List<Named> whole, List<Long> damaged) {}

    /** A fixed parameter that could vary, with its value. */
    public record Fixed(String name, String value) {}

    /** The goal's figures of a trial's run on the validation part, by epoch. */
    public record Course(long run, SortedMap<Integer, Double> figures) {}

    /** The current state of the study on screen; null for none. */
    public ObjectProperty<@Nullable StudySnapshot> snapshotProperty() {
        return snapshot;
    }

    /** The study that is being read to be shown; 0 for none. */
    public LongProperty openingProperty() {
        return opening;
    }

    /** Updates the phase of a listed study; listeners are only called if it has changed. */
    public void phase(long study, Phase phase) {
        for (int n = 0; n < studies.size(); n++) {
            Named named = studies.get(n);
            if (named.id() == study && named.phase() != phase) {
                studies.set(n, new Named(study, named.spec(), phase));
            }
        }
    }

    /** The stored studies, newest first. */
    public ObservableList<Named> studies() {
        return studies;
    }

    /** Sets the stored studies; listeners are only called if they have changed. */
    public void list(Listed all) {
        if (!all.whole().equals(studies)) {
            studies.setAll(all.whole());
        }
        if (!all.damaged().equals(damaged)) {
            damaged.setAll(all.damaged());
        }
    }

    /** The numbers of the studies that cannot be read. */
    public ObservableList<Long> damaged() {
        return damaged;
    }

    /** The clock of the study on screen in seconds; it advances between two snapshots. */
    public DoubleProperty secondsProperty() {
        return seconds;
    }

    /** The algorithm whose space and trials are on screen; "" without a study. */
    public StringProperty partProperty() {
        return part;
    }

    /** The part of the study on screen, with its current space. */
    public Optional<StudySnapshot.PartNow> part() {
        StudySnapshot now = snapshot.get();
        return now == null
                ? Optional.empty()
                : now.parts().stream()
                        .filter(p -> p.algorithm().equals(part.get()))
                        .findFirst();
    }

    /** The trials of the part on screen. */
    public List<Trial> trials() {
        StudySnapshot now = snapshot.get();
        return now == null
                ? List.of()
                : now.trials().stream()
                        .filter(t -> t.algorithm().equals(part.get()))
                        .toList();
    }

    /** The numbers of the selected trials; their order determines their colours everywhere. */
    public ObservableList<Integer> selected() {
        return selected;
    }

    /** The trial under the mouse pointer anywhere in the workspace; 0 for none. */
    public IntegerProperty hoveredProperty() {
        return hovered;
    }

    /** The metric by which trials are coloured and ordered; "" for the goal. */
    public StringProperty metricProperty() {
        return metric;
    }

    /** The brushed intervals by the name of a dimension, a metric, or {@code seconds}; a trial must be in all of them. */
    public ObjectProperty<Map<String, Interval>> brushProperty() {
        return brush;
    }

    /** Reference figures for trials, without the preset, which is a trial itself. */
    public ObservableList<Reference> references() {
        return references;
    }

    /** The learning curves of trials, one per run, by trial number; unread ones are missing. */
    public ObjectProperty<Map<Integer, List<Course>>> coursesProperty() {
        return courses;
    }

    /** The fixed parameters of the part on screen that could vary. */
    public ObservableList<Fixed> fixed() {
        return fixed;
    }

    /** The number of parameters of the algorithm on screen. */
    public IntegerProperty parametersProperty() {
        return parameters;
    }

    /** Whether a study is being prepared, which takes long for large data. */
    public BooleanProperty draftingProperty() {
        return drafting;
    }

    /** The last problem; "" for none. */
    public StringProperty messageProperty() {
        return message;
    }
}
