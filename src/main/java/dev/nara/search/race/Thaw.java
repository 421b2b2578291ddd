package dev.nara.search.race;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** Which of the dropped trials goes on, and when: what is best early need not be best in the end. */
public final class Thaw {
    /** The part of the work since the first drop that is given to thawed trials. */
    public static final double SHARE = 0.25;

    private Thaw() {}

    /**
     * A dropped trial.
     *
     * @param rung the last that it came to, from 1
     * @param p of {@link Race.Decision} against the best of now at that rung
     */
    public record Dropped(int trial, int rung, double p) {}

    /**
     * Whether it is a dropped trial's turn.
     *
     * @param thawed work that thawed trials have had since they were thawed
     * @param all work that all trials have had since the first drop
     */
    public static boolean turn(double thawed, double all) {
        return all > 0 && thawed < SHARE * all;
    }

    /** The one that is most likely as good as the best; of equal ones that which came farther, then the earlier. */
    public static OptionalInt which(List<Dropped> dropped) {
        return dropped.stream()
                .max(Comparator.comparingDouble(Dropped::p)
                        .thenComparingInt(Dropped::rung)
                        .thenComparingInt(d -> -d.trial()))
                .map(d -> OptionalInt.of(d.trial()))
                .orElse(OptionalInt.empty());
    }
}
