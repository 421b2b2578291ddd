package dev.nara.search.outcome;

import dev.nara.eval.Significance;
import java.util.Arrays;

/**
 * What more time would bring.
 *
 * @param trials expected to fit in, NaN before one has ended
 * @param error the uncertainty of their number
 * @param gain the probability that one of them beats the best by more than noise, 0 … 1; NaN with too few trials
 */
public record Prospect(double trials, double error, double gain) {
    /** The minimum number of trials for an estimate. */
    private static final int LEAST = 10;

    /** The minimum number of best trials from which the tail is estimated. */
    private static final int TOP = 5;

    /**
     * Estimates what this much time brings.
     *
     * @param seconds of time
     * @param places number of parallel trials
     * @param took seconds of each trial that has ended or was dropped
     * @param values of finished trials, higher is better
     * @param noise the standard error of the difference of two of them, paired by user, seeds included
     */
    public static Prospect of(double seconds, int places, double[] took, double[] values, double noise) {
        if (took.length == 0) {
            return new Prospect(Double.NaN, Double.NaN, Double.NaN);
        }
        double each = Significance.mean(took);
        double trials = Math.max(0, seconds) * places / each;
        double spread = took.length < 2 ? 1 : Significance.deviation(took) / each;
        return new Prospect(
                trials, spread * Math.sqrt(trials + trials * trials / took.length), gain(values, noise, trials));
    }

    /**
     * The probability of a gain by more than the noise in this many more trials: each of all trials is equally likely to be the best
     * (records, Foster and Stuart 1954), and its lead over the others is exponentially distributed, as among the best quarter so far. The
     * best figure so far is reduced by half the noise, because it was selected.
     */
    static double gain(double[] values, double noise, double trials) {
        int had = values.length;
        if (had < LEAST) {
            return Double.NaN;
        }
        double[] sorted = Arrays.stream(values).sorted().toArray();
        int top = Math.max(TOP, had / 4);
        double excess = 0;
        for (int n = 1; n <= top; n++) {
            excess += (sorted[had - n] - sorted[had - top - 1]) / top;
        }
        return excess > 0 ? trials / (had + trials) * Math.exp(-noise / 2 / excess) : 0;
    }
}
