package dev.nara.store;

import dev.nara.eval.CandidateRules;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Which run a fit on all rows is of, with the figures that vouch for it: those of that run, for a fit has none of its own.
 *
 * @param run its number where the fit was made
 * @param created when that run was stored, which tells it from a run of the same number in another workspace
 * @param epoch its best, after which the fit ends
 * @param split on which it was told
 * @param candidates among which
 * @param figures by metric, the deciding one first; none where it was not evaluated
 * @param chosenOnTest whether its best epoch was chosen on the very items that the figures are of
 */
public record FitOf(
        long run,
        String created,
        int epoch,
        String split,
        String candidates,
        Map<String, Double> figures,
        boolean chosenOnTest) {
    /** Keeps the order of the figures. */
    public FitOf {
        figures = figures == null ? Map.of() : new LinkedHashMap<>(figures);
        split = Objects.requireNonNullElse(split, "");
        candidates = Objects.requireNonNullElse(candidates, "");
    }

    /** Which run it is of, and the figure that vouches for it. */
    public Text words() {
        if (figures.isEmpty()) {
            return Text.of("fit.words.none", run);
        }
        return Text.of(chosenOnTest ? "fit.words.on.test" : "fit.words", run, metric(), figure(), split);
    }

    /** The same in a few words. */
    public Text shortly() {
        return figures.isEmpty() ? Text.of("fit.short.none", run) : Text.of("fit.short", run, metric(), figure());
    }

    private String metric() {
        return figures.keySet().iterator().next();
    }

    private String figure() {
        return (CandidateRules.amongSamples(candidates) ? "~ " : "")
                + Numbers.figure(figures.values().iterator().next());
    }

    /** Whether a run is the one that it is of. */
    public boolean isOf(StoredRun other) {
        return other.id() == run && other.created().equals(created);
    }
}
