package dev.nara.eval;

import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** One-sided probabilities, for those who decide by them. */
public final class Tails {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Tails() {}

    /** The probability that a normal number exceeds this many standard deviations. */
    public static double above(double deviations) {
        return NORMAL.survivalProbability(deviations);
    }

    /**
     * The probability that the mean over users of one run's figures lies so far below another's by chance: paired by user, one-sided;
     * .5 where they are level, more where it lies above, 1 for fewer than two users.
     *
     * @param seedVariance of each run's mean from seed to seed, 0 where it is not known
     */
    public static double below(double[] one, double[] other, double seedVariance) {
        double[] differences = new double[one.length];
        for (int u = 0; u < one.length; u++) {
            differences[u] = other[u] - one[u];
        }
        if (one.length < 2) {
            return 1;
        }
        double difference = Significance.mean(differences);
        double deviation = Significance.deviation(differences);
        double both = Chance.of(
                difference,
                List.of(
                        new Chance.Part(deviation * deviation / one.length, one.length - 1),
                        new Chance.Part(2 * seedVariance, Math.max(1, one.length - 1))));
        return difference >= 0 ? both / 2 : 1 - both / 2;
    }
}
