package dev.nara.ui.tune;

import dev.nara.eval.CutoffMetric;
import dev.nara.search.picture.GoalScale;
import dev.nara.search.study.StudyChoice;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.Trial;
import dev.nara.search.study.TrialState;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order of the list of trials: the chosen one, confirmed ones, those within the limits, those outside, dropped ones, failed ones; in
 * each group the best first.
 */
final class TrialOrder {
    private TrialOrder() {}

    /** The trials that match the filter, in order. */
    static List<Trial> of(StudySnapshot study, List<Trial> trials, TrialFilter filter, String metric) {
        String by = metric.isEmpty() ? study.spec().goal() : metric;
        double sign = CutoffMetric.worth(by, 1);
        int chosen = study.choice().map(StudyChoice::trial).orElse(0);
        boolean confirmed = study.choice().filter(StudyChoice::isConfirmed).isPresent();
        Comparator<Trial> order = Comparator.<Trial>comparingInt(trial -> group(trial, chosen, confirmed))
                .thenComparingDouble(trial -> rank(sign * GoalScale.figure(study, trial, by)))
                .thenComparingInt(Trial::number);
        return trials.stream().filter(filter::holds).sorted(order).toList();
    }

    /** The new states of the trials in their previous order; new trials come last. */
    static List<Trial> kept(List<Trial> before, List<Trial> now) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int t = 0; t < before.size(); t++) {
            places.put(before.get(t).number(), t);
        }
        return now.stream()
                .sorted(Comparator.comparingInt(t -> places.getOrDefault(t.number(), Integer.MAX_VALUE)))
                .toList();
    }

    private static double rank(double worth) {
        return Double.isNaN(worth) ? Double.MAX_VALUE : -worth;
    }

    private static int group(Trial trial, int chosen, boolean confirmed) {
        if (trial.number() == chosen) {
            return -1;
        }
        // A trial with only one seed may have been selected for it by chance.
        if (confirmed
                && trial.finished()
                && trial.withinLimits()
                && trial.seedFigures().size() > 1) {
            return 0;
        }
        if (trial.state().broken()) {
            return 4;
        }
        if (trial.state() == TrialState.DROPPED) {
            return 3;
        }
        return trial.finished() && !trial.withinLimits() ? 2 : 1;
    }
}
