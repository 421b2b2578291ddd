package dev.nara.ui.compare;

import dev.nara.analysis.ComparedRow;
import dev.nara.analysis.FigureStage;
import dev.nara.analysis.RunFigures;
import dev.nara.analysis.SettingsComparison;
import dev.nara.text.Text;
import java.util.Optional;

/**
 * The figures of rows on the part that a comparison is of; of any other part none is known.
 *
 * @param stage what the comparison's figures are of
 * @param epoch the one that they are of while some train, 0 for none
 * @param metric the metric that it is in
 */
record PartFigures(FigureStage stage, int epoch, String metric) {
    /** Those of the comparison on screen. */
    static PartFigures of(CompareModel model) {
        Optional<SettingsComparison> comparison = model.comparisonProperty().get();
        return new PartFigures(
                comparison.map(SettingsComparison::stage).orElse(FigureStage.TESTED),
                comparison.map(SettingsComparison::epoch).orElse(0),
                comparison
                        .map(SettingsComparison::metric)
                        .orElse(String.valueOf(model.metricProperty().get())));
    }

    /** A metric with the part that it is of. */
    Text heading(String name) {
        return Text.of("column.on." + stage, name);
    }

    /** The same with the epoch that the figures are of. */
    Text whole(String name) {
        return stage.atSameEpoch() && epoch > 0 ? Text.of("column.same.epoch." + stage, name, epoch) : heading(name);
    }

    /** The mean in the metric, NaN where it is of another part. */
    double mean(ComparedRow row) {
        return has(row) ? row.mean() : Double.NaN;
    }

    /** Another metric that the row is told by, NaN where it is of another part. */
    double figure(ComparedRow row, String name) {
        return has(row) ? row.facts().figures().getOrDefault(name, Double.NaN) : Double.NaN;
    }

    private boolean has(ComparedRow row) {
        // While some train the comparison takes every run's figures after the same epoch, also of those that have
        // ended.
        return stage.atSameEpoch() || isOfPart(row);
    }

    private static boolean isOfPart(ComparedRow row) {
        // Baselines of which only means are known were evaluated on the test part.
        return row.runs().isEmpty()
                || row.runs().stream().allMatch(run -> RunFigures.stage(run)
                        .filter(own -> own != FigureStage.VALIDATION)
                        .isPresent());
    }
}
