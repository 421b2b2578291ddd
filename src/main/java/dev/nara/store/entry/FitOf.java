package dev.nara.store.entry;

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
 * @param epochs that the fit trains, by the best one of that run
 * @param figures by metric, the deciding one first; none where it was not evaluated
 * @param part which part of its data they are of
 * @param split how that part was cut
 * @param candidates among which items it was told
 */
public record FitOf(
        long run, String created, int epochs, Map<String, Double> figures, Part part, String split, String candidates) {
    /** Of what figures are. */
    public enum Part {
        /** The test part, on which nothing was chosen. */
        TEST,
        /** The test part, on which the best epoch was chosen. */
        CHOSEN_ON_TEST,
        /** The validation part of a run that was stopped before it was told on the test part. */
        VALIDATION;

        private Text words() {
            return Text.of(this == TEST ? "stage.TESTED" : "stage." + this);
        }
    }

    /** Keeps the order of the figures. */
    public FitOf {
        figures = figures == null ? Map.of() : new LinkedHashMap<>(figures);
        part = Objects.requireNonNullElse(part, Part.TEST);
        split = Objects.requireNonNullElse(split, "");
        candidates = Objects.requireNonNullElse(candidates, "");
    }

    /** Which run it is of, and the figure that vouches for it. */
    public Text words() {
        if (figures.isEmpty()) {
            return Text.of("vouches.none", run);
        }
        return Text.of("vouches." + part, run, metric(), figure(), split);
    }

    /** The same in a few words. */
    public Text shortly() {
        return figures.isEmpty()
                ? Text.of("fit.short.none", run)
                : Text.of("fit.short", run, metric(), figure(), part.words());
    }

    private String metric() {
        return figures.keySet().iterator().next();
    }

    private String figure() {
        return (CandidateRules.amongSamples(candidates) ? "~ " : "")
                + Numbers.figure(figures.values().iterator().next());
    }
}
