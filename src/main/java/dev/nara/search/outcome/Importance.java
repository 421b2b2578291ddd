package dev.nara.search.outcome;

import dev.nara.eval.Significance;
import dev.nara.search.sampler.Observation;
import dev.nara.search.space.Space;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The importance of a dimension: how much the best 15% of the trials differ in distribution along it from all trials (PED-ANOVA, Watanabe,
 * Bansal and Hutter 2023), minus what chance alone gives, as a share of all dimensions.
 *
 * @param name of the dimension
 * @param share 0 … 1; NaN with too few trials
 * @param low the lower end of its 95% interval, by bootstrap over trials; 0 if all of it may be chance
 * @param high its upper end
 * @param p the probability by chance, by permuting figures among trials; corrected for the number of dimensions
 */
public record Importance(String name, double share, double low, double high, double p) {
    /** With fewer trials no importance is computed. */
    public static final int TRIALS = 15;

    private static final double BEST = 0.15;
    private static final int RESAMPLES = 200;
    private static final double TAIL = 0.025;

    /** The importance of each dimension, in order; pending trials do not count, failed ones count as the worst. */
    public static List<Importance> of(Space space, List<Observation> history, long seed) {
        List<Observation> trials = history.stream()
                .filter(o -> o.kind() != Observation.Kind.PENDING)
                .toList();
        double[] values = trials.stream()
                .mapToDouble(o -> o.kind() == Observation.Kind.DONE ? o.value() : Double.NEGATIVE_INFINITY)
                .toArray();
        List<Spread> spreads = space.dimensions().stream()
                .map(dimension -> Spread.of(space, dimension, trials))
                .toList();
        int[] all = Resample.all(values.length);
        double[] found = farness(spreads, best(values, all), all);
        SplittableRandom random = new SplittableRandom(seed);
        double[][] dealt = new double[RESAMPLES][];
        double[][] again = new double[RESAMPLES][];
        for (int r = 0; r < RESAMPLES; r++) {
            dealt[r] = farness(spreads, best(Resample.dealt(values, random), all), all);
            int[] drawn = Resample.drawn(values.length, random);
            again[r] = farness(spreads, best(values, drawn), drawn);
        }
        return shares(spreads, found, dealt, again);
    }

    private static List<Importance> shares(List<Spread> spreads, double[] found, double[][] dealt, double[][] again) {
        int dimensions = found.length;
        double[] chance = new double[dimensions];
        double[] p = new double[dimensions];
        for (int d = 0; d < dimensions; d++) {
            int at = d;
            chance[d] = Arrays.stream(dealt).mapToDouble(f -> f[at]).average().orElse(0);
            p[d] = (1 + Arrays.stream(dealt).filter(f -> f[at] >= found[at]).count()) / (1.0 + RESAMPLES);
        }
        double[] corrected = Significance.holm(p);
        double[] shares = shares(found, chance, 1);
        List<double[]> resampled =
                Arrays.stream(again).map(f -> shares(f, chance, 2)).toList();
        List<Importance> all = new ArrayList<>();
        for (int d = 0; d < dimensions; d++) {
            int at = d;
            double[] sorted =
                    resampled.stream().mapToDouble(s -> s[at]).sorted().toArray();
            double low = sorted[(int) (TAIL * RESAMPLES)];
            double high = sorted[(int) ((1 - TAIL) * RESAMPLES) - 1];
            boolean enough = spreads.get(d).trials() >= TRIALS;
            all.add(
                    enough
                            ? new Importance(
                                    spreads.get(d).name(),
                                    shares[d],
                                    corrected[d] < Significance.LEVEL ? Math.min(low, shares[d]) : 0,
                                    Math.max(high, shares[d]),
                                    corrected[d])
                            : new Importance(spreads.get(d).name(), Double.NaN, Double.NaN, Double.NaN, 1));
        }
        return all;
    }

    /**
     * @param draws how often the expected effect of chance is subtracted: twice for resampled trials
     */
    private static double[] shares(double[] farness, double[] chance, int draws) {
        double[] shares = new double[farness.length];
        Arrays.setAll(shares, d -> Math.max(0, farness[d] - draws * chance[d]));
        double sum = Arrays.stream(shares).sum();
        Arrays.setAll(shares, d -> sum > 0 ? shares[d] / sum : 0);
        return shares;
    }

    private static double[] farness(List<Spread> spreads, int[] best, int[] all) {
        return spreads.stream().mapToDouble(s -> s.farness(best, all)).toArray();
    }

    /** The best of some trials. */
    private static int[] best(double[] values, int[] trials) {
        return Arrays.stream(trials)
                .boxed()
                .sorted(Comparator.comparingDouble(t -> -values[t]))
                .limit((int) Math.ceil(BEST * trials.length))
                .mapToInt(t -> t)
                .toArray();
    }

    /** Whether the dimension matters beyond chance. */
    public boolean mattered() {
        return low > 0;
    }
}
