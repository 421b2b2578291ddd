package dev.nara.chart;

import dev.nara.data.DataException;
import dev.nara.eval.CutoffMetric;
import dev.nara.text.BareNumbers;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Ranks the best figure of the run on screen among the cheap and strong algorithms drawn with it. It compares rounded figures and does not
 * say whether a difference is real.
 *
 * @param metric of the figures
 * @param best of the run so far
 * @param levels of the others, best first
 */
public record AmongLevels(String metric, double best, List<RunPicture.Level> levels) {
    /** Copies the list. */
    public AmongLevels {
        levels = List.copyOf(levels);
    }

    /** The rank in a picture; empty if there is nothing to compare, or if neither higher nor lower is better. */
    public static Optional<AmongLevels> of(RunPicture picture) {
        String metric = picture.metric();
        List<RunPicture.Level> levels = picture.levels().stream()
                .sorted(Comparator.comparingDouble(level -> -CutoffMetric.worth(metric, level.figure())))
                .toList();
        return picture.shown()
                .filter(run -> !levels.isEmpty() && decides(metric))
                .flatMap(run -> run.best(picture.options().along(), metric))
                .map(best -> new AmongLevels(metric, best.point().value(), levels));
    }

    private static boolean decides(String metric) {
        try {
            return CutoffMetric.parse(metric).get(0).decides();
        } catch (DataException e) {
            return false;
        }
    }

    /** The best of the others. */
    public RunPicture.Level strongest() {
        return levels.get(0);
    }

    /** 1 if the run is better, -1 if the best of the others is, 0 if both round to the same digits. */
    public int side() {
        double other = strongest().figure();
        return BareNumbers.figure(best).equals(BareNumbers.figure(other))
                ? 0
                : Double.compare(CutoffMetric.worth(metric, best), CutoffMetric.worth(metric, other));
    }

    /** Whether lower figures are better. */
    public boolean lowerIsBetter() {
        return CutoffMetric.worth(metric, 1) < 0;
    }
}
