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

/** The order in which trials are listed: the chosen one, those that were confirmed, those within the limits, the others, the dropped, the failed; the best first. */
final class TrialOrder {
    private TrialOrder() {}

    /** All of these that the filter lets through. */
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

    /** The same trials as they are now, in the order in which they stood; new ones come last. */
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
        // The figure of one seed that was picked for it says less.
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
