package dev.nara.ui.compare;

import dev.nara.analysis.ProtocolStudy;
import dev.nara.analysis.UserGroups;
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
    private final ObservableList<Child> children = FXCollections.observableArrayList();
    private final ObservableList<UserGroups.Gap> slices = FXCollections.observableArrayList();
    private final ObjectProperty<Map<Long, String>> bests = new SimpleObjectProperty<>(Map.of());
    private String lacking = "";
    private final ObservableList<Row> protocols = FXCollections.observableArrayList();
    private final ObservableList<ProtocolStudy.Claim> claims = FXCollections.observableArrayList();
    private final StringProperty message = new SimpleStringProperty("");
    private final BooleanProperty evaluating = new SimpleBooleanProperty();

    /**
     * A setting among those compared.
     *
     * @param runs of the setting, a seed each
     * @param difference from the best, NaN for the best itself
     * @param low lower end of its 95 % interval
     * @param high upper end
     * @param p the probability by chance, corrected; NaN for the best
     * @param bySeeds the share of seeds in the variance of the difference, the rest being of users; NaN for the best
     * @param tTest by chance of users alone, by a paired t test; NaN for the best
     * @param wilcoxon the same by Wilcoxon's signed ranks
     * @param verdict in words
     */
    record Standing(
            List<Long> runs,
            String title,
            String algorithm,
            int seeds,
            double mean,
            double deviation,
            double difference,
            double low,
            double high,
            double p,
            double bySeeds,
            double tTest,
            double wilcoxon,
            String verdict) {}

    /** A setting in which the chosen runs differ, and each run's text. */
    record Difference(String name, List<String> texts) {}

    /** An evaluated child and its figures under two settings. */
    record Child(int user, String id, String words, double first, double second) {
        double difference() {
            return first - second;
        }
    }

    /**
     * A protocol and each chosen run's figure.
     *
     * @param deviations of each figure over other draws of negatives; NaN where none are drawn
     * @param tau Kendall's, against the first protocol's order; NaN for the first or for fewer than two runs
     * @param byLength each run's figures at the cut-offs of {@link dev.nara.eval.CutoffMetric#CUTOFFS}; empty where it has none
     */
    record Row(
            String protocol,
            boolean sampled,
            int users,
            List<Double> figures,
            List<Double> deviations,
            double tau,
            List<List<Double>> byLength) {}

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

    ObservableList<Standing> standings() {
        return standings;
    }

    /** What is said of a run among those compared, "" where it is not. */
    String verdict(long run) {
        return standings.stream()
                .filter(standing -> standing.runs().contains(run))
                .map(Standing::verdict)
                .findFirst()
                .orElse("");
    }

    /** Of the best runs of each value of a setting, what separates each from the best of all, by number; "" for nothing. */
    ObjectProperty<Map<Long, String>> bestsProperty() {
        return bests;
    }

    ObservableList<Difference> differences() {
        return differences;
    }

    /** The evaluated children, those who lost most first. */
    ObservableList<Child> children() {
        return children;
    }

    /** Groups of children in which the two best settings differ, the surest first. */
    ObservableList<UserGroups.Gap> slices() {
        return slices;
    }

    /** Of the two best settings the one with too few seeds, "" for none. */
    String lacking() {
        return lacking;
    }

    void lacking(String title) {
        lacking = title;
    }

    ObservableList<Row> protocols() {
        return protocols;
    }

    /** Under which protocols the best is better than each other. */
    ObservableList<ProtocolStudy.Claim> claims() {
        return claims;
    }

    /** Why nothing can be compared, "" where it can. */
    StringProperty messageProperty() {
        return message;
    }

    /** Whether protocols are being evaluated. */
    BooleanProperty evaluatingProperty() {
        return evaluating;
    }
}
