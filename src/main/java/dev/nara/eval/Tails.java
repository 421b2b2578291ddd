package dev.nara.eval;

import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** One-sided probabilities of differences. */
public final class Tails {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Tails() {}

    /** The probability that a standard normal variable exceeds this value. */
    public static double above(double deviations) {
        return NORMAL.survivalProbability(deviations);
    }

    /**
     * The probability, one-sided and paired by user, that one run's mean is this far below the other's by chance; .5 if they are equal,
     * more if it is higher, 1 for fewer than two users.
     *
     * @param seedVariance of each run's mean from seed to seed; 0 if unknown
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
