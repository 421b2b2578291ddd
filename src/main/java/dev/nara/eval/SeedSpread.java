package dev.nara.eval;

import java.util.Arrays;
import java.util.List;

/**
 * How much the mean figures of runs of one setting vary from seed to seed.
 *
 * @param variance of a run's mean over users due to the seed, without the chance of each user in each run, which the variance over users
 *     covers already (analysis of variance)
 * @param freedom the degrees of freedom of that estimate; 0 for one seed
 */
record SeedSpread(double variance, int freedom) {
    /** From the runs of one setting: shape [seeds][users]. */
    static SeedSpread of(double[][] figures) {
        int seeds = figures.length;
        if (seeds < 2 || figures[0].length < 2) {
            return new SeedSpread(0, seeds - 1);
        }
        double[] bySeed = Arrays.stream(figures).mapToDouble(SeedSpread::mean).toArray();
        double mean = mean(bySeed);
        double spread = Arrays.stream(bySeed).map(x -> (x - mean) * (x - mean)).sum() / (seeds - 1);
        return new SeedSpread(Math.max(0, spread - residual(figures, bySeed) / figures[0].length), seeds - 1);
    }

    /** The variance of a user's figure that neither the user nor the seed explains. */
    private static double residual(double[][] figures, double[] bySeed) {
        int users = figures[0].length;
        double mean = mean(bySeed);
        double squares = 0;
        for (int u = 0; u < users; u++) {
            double ofUser = 0;
            for (double[] run : figures) {
                ofUser += run[u] / figures.length;
            }
            for (int s = 0; s < figures.length; s++) {
                double rest = figures[s][u] - ofUser - bySeed[s] + mean;
                squares += rest * rest;
            }
        }
        return squares / ((figures.length - 1.0) * (users - 1.0));
    }

    /** For the mean of several independent settings; it has the most degrees of freedom among theirs. */
    static SeedSpread together(List<SeedSpread> spreads) {
        double sum = spreads.stream().mapToDouble(SeedSpread::variance).sum();
        int freedom = spreads.stream().mapToInt(SeedSpread::freedom).max().orElse(0);
        return new SeedSpread(sum / spreads.size() / spreads.size(), freedom);
    }

    private static double mean(double[] numbers) {
        return Arrays.stream(numbers).average().orElseThrow();
    }

    /** The pooled estimate of several settings, weighted by degrees of freedom. */
    static SeedSpread pooled(List<SeedSpread> spreads) {
        int freedom = spreads.stream().mapToInt(SeedSpread::freedom).sum();
        double sum = spreads.stream().mapToDouble(s -> s.variance * s.freedom).sum();
        return new SeedSpread(freedom == 0 ? 0 : sum / freedom, freedom);
    }
}
