package dev.nara.ui.compare;

import dev.nara.analysis.GroupGaps;
import dev.nara.analysis.ProtocolClaim;
import dev.nara.analysis.ProtocolComparison;
import dev.nara.analysis.Standing;
import dev.nara.analysis.UserDifference;
import dev.nara.chart.RunCurve;
import dev.nara.store.StoredRun;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the Compare workspace shows. */
final class CompareModel {
    private final ObservableList<StoredRun> runs = FXCollections.observableArrayList();
    private final ObservableList<StoredRun> chosen = FXCollections.observableArrayList();
    private final ObservableList<String> metrics = FXCollections.observableArrayList();
    private final StringProperty metric = new SimpleStringProperty("");
    private final ObservableList<Standing> standings = FXCollections.observableArrayList();
    private final ObservableList<Difference> differences = FXCollections.observableArrayList();
    private final ObservableList<RunCurve> curves = FXCollections.observableArrayList();
    private final ObservableList<UserDifference> children = FXCollections.observableArrayList();
    private final ObservableList<GroupGaps.Gap> groups = FXCollections.observableArrayList();
    private final ObjectProperty<Map<Long, Standing>> bests = new SimpleObjectProperty<>(Map.of());
    private final ObservableList<ProtocolComparison.Row> protocols = FXCollections.observableArrayList();
    private final ObservableList<ProtocolClaim> claims = FXCollections.observableArrayList();
    private final StringProperty heading = new SimpleStringProperty("");
    private final StringProperty message = new SimpleStringProperty("");
    private final BooleanProperty evaluating = new SimpleBooleanProperty();

    /** A setting in which the chosen runs differ, and each run's text. */
    record Difference(String name, List<String> texts) {}

    /** All runs that have a best epoch, newest first. */
    ObservableList<StoredRun> runs() {
        return runs;
    }

    /** Those that are compared. */
    ObservableList<StoredRun> chosen() {
        return chosen;
    }

    /** The metrics that all chosen runs have. */
    ObservableList<String> metrics() {
        return metrics;
    }

    /** The metric that they are compared in. */
    StringProperty metricProperty() {
        return metric;
    }

    /** The settings of the chosen runs, the best first. */
    ObservableList<Standing> standings() {
        return standings;
    }

    /** Of the best runs of each value of a setting where each stands among them, by run; empty where nothing is known. */
    ObjectProperty<Map<Long, Standing>> bestsProperty() {
        return bests;
    }

    ObservableList<Difference> differences() {
        return differences;
    }

    /** The learning curves of the chosen runs. */
    ObservableList<RunCurve> curves() {
        return curves;
    }

    /** The evaluated children under the two best settings, those who lost most first. */
    ObservableList<UserDifference> children() {
        return children;
    }

    /** Groups of children in which the two best settings differ, the surest first. */
    ObservableList<GroupGaps.Gap> groups() {
        return groups;
    }

    ObservableList<ProtocolComparison.Row> protocols() {
        return protocols;
    }

    /** Under which protocols the best is better than each other. */
    ObservableList<ProtocolClaim> claims() {
        return claims;
    }

    /** What is compared, and what the figures are of; "" where nothing is. */
    StringProperty headingProperty() {
        return heading;
    }

    /** Why nothing can be compared, "" where it can. */
    StringProperty messageProperty() {
        return message;
    }

    /** Whether protocols or groups of albums are being evaluated. */
    BooleanProperty evaluatingProperty() {
        return evaluating;
    }
}
