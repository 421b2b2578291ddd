package dev.nara.search.outcome;

import dev.nara.eval.Significance;
import dev.nara.eval.Tails;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Selects the settings that are trained with further seeds when the search is over, in addition to the preset. All use the same seeds,
 * because part of a seed's effect is common to good settings. Each run trains up to the trial's best epoch and is evaluated only there, so
 * that no lucky epoch is selected.
 */
public final class Confirmation {
    /** The maximum number of confirmed settings. */
    public static final int MOST = 4;

    /** This many are confirmed if the budget allows, level or not: one seed does not tell which are level. */
    private static final int LEAST = 3;

    private Confirmation() {}

    /** A finished trial. */
    public static final class Finished {
        private final int trial;
        private final double[] users;
        private final double expected;

        /**
         * A finished trial.
         *
         * @param users the figures of the search half of the users, higher is better; if it was trained with several seeds, their means
         * @param expected its figure according to a model of all trials: what similar trials do not confirm is mostly luck
         */
        public Finished(int trial, double[] users, double expected) {
            this.trial = trial;
            this.users = users.clone();
            this.expected = expected;
        }
    }

    /**
     * The number of settings that can be confirmed in addition to the preset: at least one.
     *
     * @param budget for all further trainings
     * @param training the cost of one, in the same unit; NaN if unknown
     */
    public static int most(double budget, double training, int seeds) {
        double settings = Math.floor(budget / (training * seeds)) - 1;
        return Double.isNaN(settings) ? LEAST : (int) Math.max(1, Math.min(MOST, settings));
    }

    /**
     * The trials to confirm, highest expectation first: those not worse than it at a one-sided level of 5%, paired by user, and at least
     * three.
     *
     * @param trials without the preset
     */
    public static List<Integer> candidates(List<Finished> trials, int most) {
        List<Finished> order = new ArrayList<>(trials);
        order.sort(Comparator.comparingDouble((Finished t) -> -t.expected).thenComparingInt(t -> t.trial));
        List<Integer> candidates = new ArrayList<>();
        for (Finished trial : order) {
            if (candidates.size() < most
                    && (candidates.size() < LEAST
                            || Tails.below(trial.users, order.get(0).users, 0) >= Significance.LEVEL)) {
                candidates.add(trial.trial);
            }
        }
        return candidates;
    }
}
