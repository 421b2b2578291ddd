package dev.nara.search.race;

import dev.nara.eval.Significance;
import dev.nara.eval.Tails;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.util.Locale;

/** Decides which trials are stopped at a rung. Stopped trials can continue later. */
public final class Race {
    private Race() {}

    /** The rule by which trials are stopped. */
    public enum Mode {
        /** Stops trials that are worse than the best beyond chance and not in the top half. */
        ON,
        /** Stops trials that are not in the top half (successive halving, Jamieson and Talwalkar 2016). */
        HALVING,
        /** Stops no trial. */
        OFF;

        /** As it is written. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A trial's rank among those that reached the same rung.
     *
     * @param others the number of other trials
     * @param better how many of them are better
     */
    public record Rank(int others, int better) {
        /** Whether it is in the better half; the median counts as in. */
        public boolean topHalf() {
            return 2 * better <= others;
        }
    }

    /**
     * The decision on a trial.
     *
     * @param p the one-sided probability of being this far below the best by chance
     * @param why in words, if it is stopped
     */
    public record Decision(boolean leave, double p, Text why) {}

    /**
     * Decides at a rung. Figures are of the same users in the same order, higher is better.
     *
     * @param trial its users' figures
     * @param best those of the study's best trial at the same rung, that is, after as much work
     * @param level the rung's, see {@link Rungs.Rung}
     * @param seedVariance of a mean from seed to seed, 0 if unknown
     */
    public static Decision at(
            Mode mode, double[] trial, double[] best, double level, Rank rank, boolean pinned, double seedVariance) {
        double p = Tails.below(trial, best, seedVariance);
        boolean out = !pinned && !rank.topHalf();
        Text half = Text.of("race.half", rank.better(), rank.others());
        return switch (mode) {
            case OFF -> new Decision(false, p, half);
            case HALVING -> new Decision(out && rank.others() > 1, p, half);
            case ON -> new Decision(out && p < level, p, Text.of("race.worse", gap(trial, best), half));
        };
    }

    private static String gap(double[] trial, double[] best) {
        return Numbers.signed(Significance.mean(trial) - Significance.mean(best));
    }
}
