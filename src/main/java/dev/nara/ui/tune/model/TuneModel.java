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

/** What the Search workspace shows. Touched on the JavaFX thread only. */
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

    /** A part of an axis that is brushed, both ends in the axis's own units: places of 0 … 1 of a dimension, or figures. */
    public record Interval(double low, double high) {
        boolean holds(double value) {
            return value >= low && value <= high;
        }
    }

    /** A figure of the goal that trials are seen beside, such as that of the starred run. */
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
     * @param whole the newest first
     * @param damaged the numbers of those that cannot be read
     */
    public record Listed(List<Named> whole, List<Long> damaged) {}

    /** A parameter that stands still although it could vary, and its value. */
    public record Fixed(String name, String value) {}

    /** The goal's figures of a run of a trial on the validation part, by epoch. */
    public record Course(long run, SortedMap<Integer, Double> figures) {}

    /** The study on screen as it stands; null where there is none yet. */
    public ObjectProperty<@Nullable StudySnapshot> snapshotProperty() {
        return snapshot;
    }

    /** The study that is being read and comes on screen then; 0 for none. */
    public LongProperty openingProperty() {
        return opening;
    }

    /** How far a study is that was listed before it went on; who lists them again when they change is told of a change only. */
    public void phase(long study, Phase phase) {
        for (int n = 0; n < studies.size(); n++) {
            Named named = studies.get(n);
            if (named.id() == study && named.phase() != phase) {
                studies.set(n, new Named(study, named.spec(), phase));
            }
        }
    }

    /** The stored studies, the newest first. */
    public ObservableList<Named> studies() {
        return studies;
    }

    /** Takes over which studies are stored; who lists them is told of a change only. */
    public void list(Listed all) {
        if (!all.whole().equals(studies)) {
            studies.setAll(all.whole());
        }
        if (!all.damaged().equals(damaged)) {
            damaged.setAll(all.damaged());
        }
    }

    /** The numbers of those that cannot be read. */
    public ObservableList<Long> damaged() {
        return damaged;
    }

    /** What the clock of the study on screen shows now, in seconds; it goes on between two snapshots. */
    public DoubleProperty secondsProperty() {
        return seconds;
    }

    /** The algorithm whose space and trials are on screen; "" without a study. */
    public StringProperty partProperty() {
        return part;
    }

    /** The study's part on screen, as it is searched now. */
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

    /** The numbers of the selected trials; the first one has the first colour of a series everywhere, and so on. */
    public ObservableList<Integer> selected() {
        return selected;
    }

    /** The trial under the pointer, in whatever part of the workspace; 0 for none. */
    public IntegerProperty hoveredProperty() {
        return hovered;
    }

    /** The metric that trials are coloured and put in order by: the goal, unless somebody chose another. */
    public StringProperty metricProperty() {
        return metric;
    }

    /** What is brushed, by the name of a dimension, of a metric, or {@code seconds}; several count together. */
    public ObjectProperty<Map<String, Interval>> brushProperty() {
        return brush;
    }

    /** Figures that trials are seen beside; the preset is a trial. */
    public ObservableList<Reference> references() {
        return references;
    }

    /** The courses of trials over their epochs, one a run, by the trial's number; those not yet read are missing. */
    public ObjectProperty<Map<Integer, List<Course>>> coursesProperty() {
        return courses;
    }

    /** What stands still in the part on screen although it could vary, by name, with its value. */
    public ObservableList<Fixed> fixed() {
        return fixed;
    }

    /** How many parameters the algorithm on screen has. */
    public IntegerProperty parametersProperty() {
        return parameters;
    }

    /** Whether a study that has not begun is being put together, which takes long where the data is large. */
    public BooleanProperty draftingProperty() {
        return drafting;
    }

    /** What went wrong last, or stands in the way; "" for nothing. */
    public StringProperty messageProperty() {
        return message;
    }
}
