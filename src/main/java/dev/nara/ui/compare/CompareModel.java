package dev.nara.ui.compare;

import dev.nara.analysis.ComparedRow;
import dev.nara.analysis.Gains;
import dev.nara.analysis.GroupGaps;
import dev.nara.analysis.PairVerdict;
import dev.nara.analysis.ProtocolClaim;
import dev.nara.analysis.ProtocolComparison;
import dev.nara.analysis.RunNames;
import dev.nara.analysis.SettingGap;
import dev.nara.analysis.SettingsComparison;
import dev.nara.analysis.Standing;
import dev.nara.analysis.UserDifference;
import dev.nara.store.entry.StoredRun;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The state of the Compare workspace. */
final class CompareModel {
    private final ObservableList<StoredRun> runs = FXCollections.observableArrayList();
    private final ObservableList<StoredRun> chosen = FXCollections.observableArrayList();
    private final ObjectProperty<RunNames> names = new SimpleObjectProperty<>(RunNames.NONE);
    private final ObservableList<String> metrics = FXCollections.observableArrayList();
    private final StringProperty metric = new SimpleStringProperty("");
    private final ObservableList<ComparedRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<SettingsComparison>> comparison =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<List<ComparedRow>> pair = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<SaidVerdict> said = new SimpleObjectProperty<>(SaidVerdict.NOTHING);
    private final ObjectProperty<@Nullable Gains> gains = new SimpleObjectProperty<>();
    private final ObservableList<UserDifference> children = FXCollections.observableArrayList();
    private final ObservableList<GroupGaps.Gap> groups = FXCollections.observableArrayList();
    private final ObjectProperty<Map<Long, Standing>> bests = new SimpleObjectProperty<>(Map.of());
    private final ObservableList<ProtocolComparison.Row> protocols = FXCollections.observableArrayList();
    private final ObservableList<StoredRun> evaluated = FXCollections.observableArrayList();
    private final ObservableList<ProtocolClaim> claims = FXCollections.observableArrayList();
    private final BooleanProperty baselines = new SimpleBooleanProperty();
    private final StringProperty message = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Throwable> failure = new SimpleObjectProperty<>();
    private final BooleanProperty computing = new SimpleBooleanProperty();
    private final LongProperty awaited = new SimpleLongProperty();
    private final BooleanProperty evaluating = new SimpleBooleanProperty();

    /** All runs with a best epoch, newest first. */
    ObservableList<StoredRun> runs() {
        return runs;
    }

    /** The compared runs, including the other seeds of their settings. */
    ObservableList<StoredRun> chosen() {
        return chosen;
    }

    /** The names of the runs. */
    ObjectProperty<RunNames> namesProperty() {
        return names;
    }

    /** The metrics that all compared runs have. */
    ObservableList<String> metrics() {
        return metrics;
    }

    /** The metric of the comparison. */
    StringProperty metricProperty() {
        return metric;
    }

    /** Whether all known baselines are shown below the settings, instead of only the best. */
    BooleanProperty baselinesProperty() {
        return baselines;
    }

    /** The settings of the compared runs, the reference first, and the baselines last. */
    ObservableList<ComparedRow> rows() {
        return rows;
    }

    /** The setting that lacks seeds for a verdict: that of the row or the reference. */
    ComparedRow lacking(ComparedRow row) {
        Standing standing = row.standing();
        SettingGap gap = standing == null ? null : standing.gap();
        return gap == null
                ? row
                : rows.stream()
                        .filter(other -> other.standing() != null
                                && other.standing().title().equals(gap.lacking()))
                        .findFirst()
                        .orElse(row);
    }

    /** The comparison behind the rows; empty if the runs cannot be compared. */
    ObjectProperty<Optional<SettingsComparison>> comparisonProperty() {
        return comparison;
    }

    /** The two rows of the verdict; fewer if there are not two. */
    ObjectProperty<List<ComparedRow>> pairProperty() {
        return pair;
    }

    /** The verdict, or why there is none. */
    ObjectProperty<SaidVerdict> saidProperty() {
        return said;
    }

    /** The verdict on the pair, if there is one. */
    Optional<PairVerdict> verdict() {
        return said.get().verdict();
    }

    /** Who gains under the better of the pair; null while this is not known. */
    ObjectProperty<@Nullable Gains> gainsProperty() {
        return gains;
    }

    /** The children evaluated under both of the pair, those with the largest loss first. */
    ObservableList<UserDifference> children() {
        return children;
    }

    /** Groups of children in which the pair differs, the most certain first. */
    ObservableList<GroupGaps.Gap> groups() {
        return groups;
    }

    /** For the best runs of each value of a setting, their standing among these, by run; empty if unknown. */
    ObjectProperty<Map<Long, Standing>> bestsProperty() {
        return bests;
    }

    /** The runs whose figures are in the protocols, in this order. */
    ObservableList<StoredRun> evaluated() {
        return evaluated;
    }

    ObservableList<ProtocolComparison.Row> protocols() {
        return protocols;
    }

    /** Under which protocols the best setting is better than each of the others. */
    ObservableList<ProtocolClaim> claims() {
        return claims;
    }

    /** Why a part of the comparison is missing, "" if none is. */
    StringProperty messageProperty() {
        return message;
    }

    /** Why the selected runs cannot be compared; null if they can. */
    ObjectProperty<@Nullable Throwable> failureProperty() {
        return failure;
    }

    /** A running run that has no figure to be compared yet; 0 for none. */
    LongProperty awaitedProperty() {
        return awaited;
    }

    /** Whether the comparison on screen is being replaced. */
    BooleanProperty computingProperty() {
        return computing;
    }

    /** Whether protocols or groups of items are being evaluated. */
    BooleanProperty evaluatingProperty() {
        return evaluating;
    }
}
