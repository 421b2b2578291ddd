package dev.nara.search.picture;

import dev.nara.eval.CutoffMetric;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.Trial;
import java.util.Arrays;
import java.util.List;

/**
 * A colour scale for figures of trials: fitted to the best two thirds, so that a few failures do not compress the rest into one colour.
 *
 * @param low the figure at 0
 * @param high the figure at 1, the best one
 */
public record GoalScale(double low, double high) {
    /** The scale of the goal; both ends are NaN if no trial has a figure. */
    public static GoalScale of(StudySnapshot study) {
        return of(study, study.spec().goal());
    }

    /** The scale of a metric. */
    public static GoalScale of(StudySnapshot study, String metric) {
        return of(study, study.trials(), metric);
    }

    /** The scale of some trials; of the goal if the metric is "". */
    public static GoalScale of(StudySnapshot study, List<Trial> trials, String metric) {
        double sign = CutoffMetric.worth(metric.isEmpty() ? study.spec().goal() : metric, 1);
        double[] worths = trials.stream()
                .mapToDouble(trial -> sign * figure(study, trial, metric))
                .filter(Double::isFinite)
                .toArray();
        if (worths.length == 0) {
            return new GoalScale(Double.NaN, Double.NaN);
        }
        Arrays.sort(worths);
        return new GoalScale(sign * worths[worths.length / 3], sign * worths[worths.length - 1]);
    }

    /** A trial's figure in a metric, "" for the goal; NaN if it has none. */
    public static double figure(StudySnapshot study, Trial trial, String metric) {
        return metric.isEmpty() || metric.equals(study.spec().goal())
                ? trial.mean()
                : trial.metrics().getOrDefault(metric, Double.NaN);
    }

    /** Whether higher figures of the goal are better. */
    public static boolean higherIsBetter(StudySnapshot study) {
        return study.spec().worth(1) > 0;
    }

    /** Whether there are figures that differ. */
    public boolean spans() {
        return !Double.isNaN(low) && high != low;
    }

    /** From 0, for the low end and everything worse, to 1 for the best; NaN for no figure. */
    public double share(double figure) {
        if (high == low) {
            return Double.isNaN(figure) ? Double.NaN : figure == high ? 1 : 0;
        }
        return Math.max(0, Math.min(1, (figure - low) / (high - low)));
    }
}
