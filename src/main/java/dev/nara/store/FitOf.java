package dev.nara.store;

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

    /** Whether a run is the one that it is of. */
    public boolean isOf(StoredRun other) {
        return other.id() == run && other.created().equals(created);
    }
}
