package dev.nara.ui.tune;

import dev.nara.eval.CutoffMetric;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.Trial;
import java.util.List;

/**
 * Where a figure stands among those of all trials: fitted to the best two thirds, so that a few failures do not squeeze the
 * others into one colour.
 *
 * @param low the figure at 0
 * @param high the figure at 1, the best one
 */
record FigureScale(double low, double high) {
    /** Of the trials' figures of a metric; both ends are NaN where no trial has one. */
    static FigureScale of(StudySnapshot study, List<Trial> trials, String metric) {
        String by = metric.isEmpty() ? study.spec().goal() : metric;
        double sign = CutoffMetric.worth(by, 1);
        double[] worths = trials.stream()
                .mapToDouble(trial -> sign * TuneFigures.of(study, trial, by))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (worths.length == 0) {
            return new FigureScale(Double.NaN, Double.NaN);
        }
        return new FigureScale(sign * worths[worths.length / 3], sign * worths[worths.length - 1]);
    }

    /** 0 for the low end and what is worse, 1 for the best; NaN for no figure. */
    double share(double figure) {
        if (high == low) {
            return Double.isNaN(figure) ? Double.NaN : figure == high ? 1 : 0;
        }
        return Math.max(0, Math.min(1, (figure - low) / (high - low)));
    }
}
