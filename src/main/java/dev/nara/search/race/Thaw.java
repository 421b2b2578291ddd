package dev.nara.search.race;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** Decides which stopped trial continues, and when, because the best early on need not be the best in the end. */
public final class Thaw {
    /** The share of the work since the first stop that continued trials get. */
    public static final double SHARE = 0.25;

    private Thaw() {}

    /**
     * A stopped trial.
     *
     * @param rung the last that it reached, from 1
     * @param p of {@link Race.Decision} against the current best at that rung
     */
    public record Dropped(int trial, int rung, double p) {}

    /**
     * Whether a stopped trial should continue now.
     *
     * @param thawed work of continued trials since they continued
     * @param all work of all trials since the first stop
     */
    public static boolean turn(double thawed, double all) {
        return all > 0 && thawed < SHARE * all;
    }

    /** The trial most likely to be as good as the best; among equals the one that got further, then the earlier one. */
    public static OptionalInt which(List<Dropped> dropped) {
        return dropped.stream()
                .max(Comparator.comparingDouble(Dropped::p)
                        .thenComparingInt(Dropped::rung)
                        .thenComparingInt(d -> -d.trial()))
                .map(d -> OptionalInt.of(d.trial()))
                .orElse(OptionalInt.empty());
    }
}
