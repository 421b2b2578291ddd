package dev.nara.search.race;

import dev.nara.eval.Significance;
import dev.nara.eval.Tails;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.util.Locale;

/** Which trials are left at a rung. What is left can go on later. */
public final class Race {
    private Race() {}

    /** By what trials are left. */
    public enum Mode {
        /** What is hardly by chance worse than the best, and out of the top half. */
        ON,
        /** What is out of the top half (successive halving, Jamieson and Talwalkar 2016). */
        HALVING,
        /** Nothing is left. */
        OFF;

        /** As it is written. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Where a trial stands among those that came to the same rung.
     *
     * @param others how many these are, itself not counted
     * @param better how many of them are better
     */
    public record Rank(int others, int better) {
        /** Whether it is in the better half, of which the middle one is part. */
        public boolean topHalf() {
            return 2 * better <= others;
        }
    }

    /**
     * What is done with a trial.
     *
     * @param p the probability that it lies so far below the best by chance, one-sided
     * @param why in words, where it is left
     */
    public record Decision(boolean leave, double p, Text why) {}

    /**
     * Decides at a rung. Figures are of the same users in the same order, turned so that the higher is the better.
     *
     * @param trial its users' figures
     * @param best those of the study's best trial at the same rung, that is, after as much work
     * @param level the rung's, see {@link Rungs.Rung}
     * @param seedVariance of a mean from seed to seed, 0 where it is not known
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
