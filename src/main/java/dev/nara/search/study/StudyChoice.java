package dev.nara.search.study;

import java.util.List;

/**
 * What a study came to. Figures are of the goal on the validation part, means over the seeds.
 *
 * @param trial the chosen one; 0 where none could be chosen
 * @param best the one of the best mean
 * @param preset the trial of the preset; 0 where it has no figure
 * @param level the trials level with the best, the best included
 * @param expected figure on the test part, less the luck of having been picked
 * @param verdict whether the chosen one is really better than the preset
 * @param against the chosen one held against others, the preset first
 * @param seeds that each was trained from
 * @param moreSeeds that would settle an unsettled verdict
 */
public record StudyChoice(
        int trial,
        int best,
        int preset,
        List<Integer> level,
        double expected,
        double expectedLow,
        double expectedHigh,
        Verdict verdict,
        List<Against> against,
        int seeds,
        int moreSeeds) {
    /** Copies the lists. */
    public StudyChoice {
        level = List.copyOf(level);
        against = List.copyOf(against);
    }

    /** Whether the best were trained from further seeds. */
    public boolean isConfirmed() {
        return seeds > 0 && best > 0;
    }

    /** The same where somebody chose another trial, of which nothing is promised. */
    StudyChoice instead(int other) {
        return new StudyChoice(
                other, best, preset, level, Double.NaN, Double.NaN, Double.NaN, Verdict.NONE, List.of(), seeds, 0);
    }

    /** What it comes to against the preset. */
    public enum Verdict {
        /** Hardly chance. */
        REAL,
        /** As large as chance makes it: keep the preset. */
        NOISE,
        /** More seeds would tell. */
        NOT_SETTLED,
        /** There is nothing to be held against, or nothing to hold. */
        NONE
    }

    /**
     * A difference between the chosen trial and another, paired by user: that minus this, with a 95% interval.
     *
     * @param trial the other one
     */
    public record Against(int trial, double difference, double low, double high, Verdict verdict) {
        /** Of a difference in worth, as the goal has it. */
        public static Against of(StudySpec spec, int trial, double worth, double low, double high, Verdict verdict) {
            double one = spec.worth(low);
            double other = spec.worth(high);
            return new Against(trial, spec.worth(worth), Math.min(one, other), Math.max(one, other), verdict);
        }
    }
}
