package dev.nara.store.entry;

import dev.nara.eval.CandidateRules;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The run on which a fit on all rows is based, with that run's figures, because a fit has none of its own.
 *
 * @param run its number where the fit was made
 * @param created when that run was stored, to distinguish it from a run with the same number in another workspace
 * @param epochs that the fit trains, derived from that run's best epoch
 * @param figures by metric, the deciding one first; none if the run was not evaluated
 * @param part on which part of its data they were computed
 * @param split how that part was made
 * @param candidates the items among which that run ranked
 */
public record FitOf(
        long run, String created, int epochs, Map<String, Double> figures, Part part, String split, String candidates) {
    /** The part on which figures were computed. */
    public enum Part {
        /** The test part, on which nothing was chosen. */
        TEST,
        /** The test part, on which the best epoch was chosen. */
        CHOSEN_ON_TEST,
        /** The validation part, for a run stopped before it was evaluated on the test part. */
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

    /** A sentence with the run that the fit is based on, and its deciding figure. */
    public Text words() {
        if (figures.isEmpty()) {
            return Text.of("vouches.none", run);
        }
        return Text.of("vouches." + part, run, metric(), figure(), split);
    }

    /** A short form of {@link #words}. */
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
