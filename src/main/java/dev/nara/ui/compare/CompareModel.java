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

/** What the Compare workspace shows. */
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

    /** All runs that have a best epoch, newest first. */
    ObservableList<StoredRun> runs() {
        return runs;
    }

    /** Those that are compared, with the other seeds of their settings. */
    ObservableList<StoredRun> chosen() {
        return chosen;
    }

    /** What runs are called. */
    ObjectProperty<RunNames> namesProperty() {
        return names;
    }

    /** The metrics that all chosen runs have. */
    ObservableList<String> metrics() {
        return metrics;
    }

    /** The metric that they are compared in. */
    StringProperty metricProperty() {
        return metric;
    }

    /** Whether all baselines that are known stand below the settings, and not the best one alone. */
    BooleanProperty baselinesProperty() {
        return baselines;
    }

    /** The settings of the chosen runs, the reference first, and the cheap baselines last. */
    ObservableList<ComparedRow> rows() {
        return rows;
    }

    /** Of two settings the one that lacks seeds: the row itself or the reference. */
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

    /** What the rows are of; empty where runs cannot be compared. */
    ObjectProperty<Optional<SettingsComparison>> comparisonProperty() {
        return comparison;
    }

    /** The two rows that the verdict is on; fewer where there are fewer. */
    ObjectProperty<List<ComparedRow>> pairProperty() {
        return pair;
    }

    /** The verdict, or why there is none. */
    ObjectProperty<SaidVerdict> saidProperty() {
        return said;
    }

    /** The verdict on the pair, where there is one. */
    Optional<PairVerdict> verdict() {
        return said.get().verdict();
    }

    /** Who gains under the better of the pair; null while that is not known. */
    ObjectProperty<@Nullable Gains> gainsProperty() {
        return gains;
    }

    /** The evaluated children under the pair, those who lost most first. */
    ObservableList<UserDifference> children() {
        return children;
    }

    /** Groups of children in which the pair differs, the surest first. */
    ObservableList<GroupGaps.Gap> groups() {
        return groups;
    }

    /** Of the best runs of each value of a setting where each stands among them, by run; empty where nothing is known. */
    ObjectProperty<Map<Long, Standing>> bestsProperty() {
        return bests;
    }

    /** The runs whose figures the protocols have, in this order. */
    ObservableList<StoredRun> evaluated() {
        return evaluated;
    }

    ObservableList<ProtocolComparison.Row> protocols() {
        return protocols;
    }

    /** Under which protocols the best is better than each other. */
    ObservableList<ProtocolClaim> claims() {
        return claims;
    }

    /** Why a part cannot be had, "" where all can. */
    StringProperty messageProperty() {
        return message;
    }

    /** Why the chosen runs cannot be compared; null where they can. */
    ObjectProperty<@Nullable Throwable> failureProperty() {
        return failure;
    }

    /** The run that trains and has no figure to be compared yet; 0 for none. */
    LongProperty awaitedProperty() {
        return awaited;
    }

    /** Whether what is on screen is about to be replaced. */
    BooleanProperty computingProperty() {
        return computing;
    }

    /** Whether protocols or groups of albums are being evaluated. */
    BooleanProperty evaluatingProperty() {
        return evaluating;
    }
}
