package dev.nara.ui.compare;

import dev.nara.analysis.ComparedRow;
import dev.nara.analysis.FigureStage;
import dev.nara.analysis.RunFigures;
import dev.nara.analysis.SettingsComparison;
import dev.nara.text.Text;
import java.util.Optional;

/**
 * The figures of rows on the part that a comparison uses; figures on other parts are unknown.
 *
 * @param stage the kind of the comparison's figures
 * @param epoch their epoch while some runs train, 0 otherwise
 * @param metric the metric of the comparison
 */
record PartFigures(FigureStage stage, int epoch, String metric) {
    /** The figures of the comparison on screen. */
    static PartFigures of(CompareModel model) {
        Optional<SettingsComparison> comparison = model.comparisonProperty().get();
        return new PartFigures(
                comparison.map(SettingsComparison::stage).orElse(FigureStage.TESTED),
                comparison.map(SettingsComparison::epoch).orElse(0),
                comparison
                        .map(SettingsComparison::metric)
                        .orElse(String.valueOf(model.metricProperty().get())));
    }

    /** A metric's name with the part. */
    Text heading(String name) {
        return Text.of("column.on." + stage, name);
    }

    /** The same with the epoch. */
    Text whole(String name) {
        return stage.atSameEpoch() && epoch > 0 ? Text.of("column.same.epoch." + stage, name, epoch) : heading(name);
    }

    /** The mean of the metric, NaN if it is from another part. */
    double mean(ComparedRow row) {
        return has(row) ? row.mean() : Double.NaN;
    }

    /** Another metric of the row's result, NaN if it is from another part. */
    double figure(ComparedRow row, String name) {
        return has(row) ? row.facts().figures().getOrDefault(name, Double.NaN) : Double.NaN;
    }

    private boolean has(ComparedRow row) {
        // While some runs train, the figures of all runs are from the same epoch, even of those that have ended.
        return stage.atSameEpoch() || isOfPart(row);
    }

    private static boolean isOfPart(ComparedRow row) {
        // Baselines for which only means are known were evaluated on the test part.
        return row.runs().isEmpty()
                || row.runs().stream().allMatch(run -> RunFigures.stage(run)
                        .filter(own -> own != FigureStage.VALIDATION)
                        .isPresent());
    }
}
