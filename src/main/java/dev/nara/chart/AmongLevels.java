package dev.nara.chart;

import dev.nara.data.DataException;
import dev.nara.eval.CutoffMetric;
import dev.nara.text.BareNumbers;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where the best figure of the run on screen stands among the cheap and strong algorithms drawn with it. It says which is better in the
 * digits shown, not whether the difference is real.
 *
 * @param metric what the figures are of
 * @param best of the run so far
 * @param levels of the others, the best first
 */
public record AmongLevels(String metric, double best, List<RunPicture.Level> levels) {
    /** Copies the list. */
    public AmongLevels {
        levels = List.copyOf(levels);
    }

    /** That of a picture; empty where there is nothing to hold against each other, or no figure of the metric is the better one. */
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

    /** 1 where the run is the better one, -1 where the best of the others is, 0 where both are written alike. */
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
