package dev.nara.search.study;

import java.util.List;

/**
 * The result of a study. Figures are of the goal on the validation part, means over seeds.
 *
 * @param trial the chosen one; 0 if none could be chosen
 * @param best the one with the best mean
 * @param preset the trial of the preset; 0 if it has no figure
 * @param level the trials level with the best, the best included
 * @param expected figure on the test part, corrected for having been selected
 * @param verdict whether the choice is really better than the preset
 * @param against comparisons of the choice with others, the preset first
 * @param seeds with which each was trained
 * @param moreSeeds that would settle an open verdict
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

    /** Whether the best were trained with further seeds. */
    public boolean isConfirmed() {
        return seeds > 0 && best > 0;
    }

    /** A copy in which the user chose another trial, without an expected figure. */
    StudyChoice instead(int other) {
        return new StudyChoice(
                other, best, preset, level, Double.NaN, Double.NaN, Double.NaN, Verdict.NONE, List.of(), seeds, 0);
    }

    /** The verdict against the preset. */
    public enum Verdict {
        /** Unlikely to be chance. */
        REAL,
        /** Within what chance produces: keep the preset. */
        NOISE,
        /** More seeds are needed. */
        NOT_SETTLED,
        /** There is nothing to compare, or nothing to compare with. */
        NONE
    }

    /**
     * The difference of the chosen trial minus another, paired by user, with a 95% interval.
     *
     * @param trial the other one
     */
    public record Against(int trial, double difference, double low, double high, Verdict verdict) {
        /** From a difference in worth, with the sign of the goal restored. */
        public static Against of(StudySpec spec, int trial, double worth, double low, double high, Verdict verdict) {
            double one = spec.worth(low);
            double other = spec.worth(high);
            return new Against(trial, spec.worth(worth), Math.min(one, other), Math.max(one, other), verdict);
        }
    }
}
