package dev.nara.ui.runs;

import dev.nara.analysis.RunFigures;
import dev.nara.eval.CutoffMetric;
import dev.nara.run.RunState;
import dev.nara.spec.Part;
import dev.nara.spec.RunSpec;
import dev.nara.store.entry.StoredRun;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The figure of a run that the rail shows: the deciding metric at its best epoch on the part that decides; on the test part only if there
 * is no validation part.
 *
 * @param figure NaN if there is none, and for a run that failed
 */
record RailScore(double figure, Protocol protocol) {
    /** How a figure was measured. */
    record Protocol(String metric, Part part, String split, String validation, String candidates) {
        /** How the part behind the figure was held out. */
        String heldOut() {
            return part == Part.VALIDATION && !validation.isEmpty() ? validation : split;
        }

        /** The protocol of most runs, the first of them at a tie; empty for no runs. */
        static List<Protocol> ofMost(Collection<StoredRun> runs) {
            Map<Protocol, Integer> counts = new LinkedHashMap<>();
            runs.forEach(run -> counts.merge(RailScore.of(run).protocol, 1, Integer::sum));
            int most = counts.values().stream().mapToInt(n -> n).max().orElse(0);
            return counts.keySet().stream()
                    .filter(p -> counts.getOrDefault(p, 0) == most)
                    .limit(1)
                    .toList();
        }
    }

    static RailScore of(StoredRun run) {
        RunSpec spec = run.spec();
        String metric = metric(run);
        double best = RunFigures.best(run, metric);
        boolean onTest = Double.isNaN(best) && spec.fixed();
        double figure = run.state() == RunState.FAILED || run.fitOf().isPresent()
                ? Double.NaN
                : onTest ? RunFigures.reported(run, metric) : best;
        Part part = spec.fixed() ? Part.TEST : spec.epochPart();
        return new RailScore(figure, new Protocol(metric, part, spec.split(), spec.validation(), spec.candidates()));
    }

    /** The deciding metric: the first one of the run. */
    static String metric(StoredRun run) {
        return run.spec().metrics().split(",", -1)[0].strip();
    }

    /** The figure such that higher is better; negative infinity if there is none. */
    double worth() {
        return Double.isNaN(figure) ? Double.NEGATIVE_INFINITY : CutoffMetric.worth(protocol.metric, figure);
    }
}
