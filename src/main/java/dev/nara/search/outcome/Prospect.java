package dev.nara.search.outcome;

import dev.nara.eval.Significance;
import java.util.Arrays;

/**
 * What more time would bring.
 *
 * @param trials that may still be tried, NaN before one has ended
 * @param error of their number
 * @param gain the chance that one of them is better than the best by more than noise, 0 … 1; NaN before there is something to go by
 */
public record Prospect(double trials, double error, double gain) {
    /** Trials that the chance goes by at least. */
    private static final int LEAST = 10;

    /** As many of the best, at least, say how they thin out. */
    private static final int TOP = 5;

    /**
     * What so much time brings.
     *
     * @param seconds of time
     * @param places trials at a time
     * @param took seconds of each trial that has ended or was dropped
     * @param values of those that have finished, turned so that the higher is the better
     * @param noise the standard error of one of them beside another, paired by user, seeds included
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
     * The chance of a gain by more than the noise in so many more trials: any of all trials is the best of them with the same
     * probability (of records, Foster and Stuart 1954), and by how much it beats the others falls off exponentially, as the best quarter so
     * far do. The best so far is taken to be worth half the noise less than its figure.
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
