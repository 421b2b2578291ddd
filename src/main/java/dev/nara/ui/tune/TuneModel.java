package dev.nara.ui.tune;

import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.Trial;
import dev.nara.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the Search workspace shows. Touched on the JavaFX thread only. */
final class TuneModel {
    private final ObjectProperty<@Nullable StudySnapshot> snapshot = new SimpleObjectProperty<>();
    private final StringProperty part = new SimpleStringProperty("");
    private final ObservableList<Integer> selected = FXCollections.observableArrayList();
    private final IntegerProperty hovered = new SimpleIntegerProperty();
    private final StringProperty metric = new SimpleStringProperty("");
    private final ObjectProperty<Map<String, Interval>> brush = new SimpleObjectProperty<>(Map.of());
    private final ObservableList<Reference> references = FXCollections.observableArrayList();
    private final ObjectProperty<Map<Integer, List<Course>>> courses = new SimpleObjectProperty<>(Map.of());
    private final StringProperty message = new SimpleStringProperty("");

    /** A part of an axis that is brushed, both ends in the axis's own units: places of 0 … 1 of a dimension, or figures. */
    record Interval(double low, double high) {
        boolean holds(double value) {
            return value >= low && value <= high;
        }
    }

    /** A figure of the goal that trials are seen beside, such as that of the starred run. */
    record Reference(Kind kind, Text label, double figure) {
        enum Kind {
            STARRED,
            BASELINE
        }
    }

    /** The goal's figures of a run of a trial on the validation part, by epoch. */
    record Course(long run, SortedMap<Integer, Double> figures) {}

    /** The study on screen as it stands; null where there is none yet. */
    ObjectProperty<@Nullable StudySnapshot> snapshotProperty() {
        return snapshot;
    }

    /** The algorithm whose space and trials are on screen; "" without a study. */
    StringProperty partProperty() {
        return part;
    }

    /** The study's part on screen, as it is searched now. */
    Optional<StudySnapshot.PartNow> part() {
        StudySnapshot now = snapshot.get();
        return now == null
                ? Optional.empty()
                : now.parts().stream()
                        .filter(p -> p.algorithm().equals(part.get()))
                        .findFirst();
    }

    /** The trials of the part on screen. */
    List<Trial> trials() {
        StudySnapshot now = snapshot.get();
        return now == null
                ? List.of()
                : now.trials().stream()
                        .filter(t -> t.algorithm().equals(part.get()))
                        .toList();
    }

    /** The numbers of the selected trials; the first one has the first colour of a series everywhere, and so on. */
    ObservableList<Integer> selected() {
        return selected;
    }

    /** The trial under the pointer, in whatever part of the workspace; 0 for none. */
    IntegerProperty hoveredProperty() {
        return hovered;
    }

    /** The metric that trials are coloured and put in order by: the goal, unless somebody chose another. */
    StringProperty metricProperty() {
        return metric;
    }

    /** What is brushed, by the name of a dimension, of a metric, or {@code seconds}; several count together. */
    ObjectProperty<Map<String, Interval>> brushProperty() {
        return brush;
    }

    /** Figures that trials are seen beside; the preset is a trial. */
    ObservableList<Reference> references() {
        return references;
    }

    /** The courses of trials over their epochs, one a run, by the trial's number; those not yet read are missing. */
    ObjectProperty<Map<Integer, List<Course>>> coursesProperty() {
        return courses;
    }

    /** What went wrong last, or stands in the way; "" for nothing. */
    StringProperty messageProperty() {
        return message;
    }
}
