package dev.nara.ui.compare;

import dev.nara.analysis.ComparedRow;
import dev.nara.analysis.FigureStage;
import dev.nara.analysis.RunFigures;
import dev.nara.analysis.SettingsComparison;
import java.util.Optional;

/**
 * The figures of rows on the part that a comparison is of; of any other part none is known.
 *
 * @param stage what the comparison's figures are of
 * @param metric the metric that it is in
 */
record PartFigures(FigureStage stage, String metric) {
    /** Those of the comparison on screen. */
    static PartFigures of(CompareModel model) {
        Optional<SettingsComparison> comparison = model.comparisonProperty().get();
        return new PartFigures(
                comparison.map(SettingsComparison::stage).orElse(FigureStage.TESTED),
                comparison
                        .map(SettingsComparison::metric)
                        .orElse(String.valueOf(model.metricProperty().get())));
    }

    /** The text that names the part after a metric. */
    String heading() {
        return "column.on." + stage;
    }

    /** The text that says what {@link #mean} is of. */
    String whole() {
        return stage.atSameEpoch() ? "column.same.epoch." + stage : heading();
    }

    /** The mean in the metric, NaN where it is of another part. */
    double mean(ComparedRow row) {
        // While some train the comparison takes every run's figure after the same epoch, also of those that have ended.
        return stage.atSameEpoch() || isOfPart(row) ? row.mean() : Double.NaN;
    }

    /** Another metric that the row is told by, NaN where it is of another part. */
    double figure(ComparedRow row, String name) {
        return isOfPart(row) ? row.facts().figures().getOrDefault(name, Double.NaN) : Double.NaN;
    }

    private boolean isOfPart(ComparedRow row) {
        boolean validation = stage == FigureStage.VALIDATION;
        // Baselines of which only means are known were evaluated on the test part.
        return row.runs().isEmpty()
                ? !validation
                : row.runs().stream().allMatch(run -> RunFigures.stage(run)
                        .filter(own -> (own == FigureStage.VALIDATION) == validation)
                        .isPresent());
    }
}
