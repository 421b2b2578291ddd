package dev.nara.search.outcome;

import dev.nara.eval.Significance;
import dev.nara.eval.Tails;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which settings are trained from further seeds when the search is over, the preset besides. The seeds are the same for all, since a part
 * of what a seed does is common to good settings; each run is trained as long as the trial's best epoch and evaluated there alone, so
 * that the epoch is not the luckiest of its own.
 */
public final class Confirmation {
    /** More settings are not confirmed. */
    public static final int MOST = 4;

    /** That many are confirmed where the budget allows, level or not: from one seed it is not known. */
    private static final int LEAST = 3;

    private Confirmation() {}

    /** A trial that has finished. */
    public static final class Finished {
        private final int trial;
        private final double[] users;
        private final double expected;

        /**
         * @param users the figures of the users that settings are looked for with, turned so that the higher is the better; where
         *     it was trained from several seeds, their means
         * @param expected of it by all trials: a figure that its neighbours do not share is mostly luck
         */
        public Finished(int trial, double[] users, double expected) {
            this.trial = trial;
            this.users = users.clone();
            this.expected = expected;
        }
    }

    /**
     * How many settings can be confirmed, beside the preset: one at least.
     *
     * @param budget for all further trainings
     * @param training what one takes, in the same unit; NaN where it is not known
     */
    public static int most(double budget, double training, int seeds) {
        double settings = Math.floor(budget / (training * seeds)) - 1;
        return Double.isNaN(settings) ? LEAST : (int) Math.max(1, Math.min(MOST, settings));
    }

    /**
     * The trials to confirm, that of which most is expected first: those level with it, that is, not worse at a level of 5% one-sided,
     * paired by user; three in any case.
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
