package dev.nara.eval;

import dev.nara.algorithm.HashedRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/** The probability that a difference of means is due to chance alone. */
final class Chance {
    /** With more users of differing figures than this, their mean is close enough to normally distributed. */
    private static final int FEW = 100;

    private static final int PERMUTATIONS = 4999;

    /** Bisection steps: a quantile of t is found to a probability of 2^-40. */
    private static final int HALVINGS = 40;

    /** Sums of the same figures in different order differ by at most this. */
    private static final double ROUNDING = 1e-9;

    private Chance() {}

    /**
     * A part of the variance of a difference.
     *
     * @param variance the estimated variance
     * @param freedom the degrees of freedom of the estimate, at least 1
     */
    record Part(double variance, int freedom) {}

    static double variance(List<Part> parts) {
        return parts.stream().mapToDouble(Part::variance).sum();
    }

    /**
     * The value that a difference over its standard error exceeds with this one-sided probability: the quantiles of t for each part's
     * degrees of freedom, weighted by the variances (Cochran and Cox 1950). Conservative where few seeds contribute most of the variance,
     * which Welch-Satterthwaite with its estimated degrees of freedom is not.
     */
    static double quantile(List<Part> parts, double oneSided) {
        double sum = 0;
        for (Part part : parts) {
            if (part.variance > 0) {
                sum -= part.variance
                        * TDistribution.of(Math.max(1, part.freedom)).inverseCumulativeProbability(oneSided);
            }
        }
        return sum / variance(parts);
    }

    /** The two-sided probability of a difference at least this large: that at which the quantile equals it. */
    static double of(double difference, List<Part> parts) {
        double variance = variance(parts);
        if (difference == 0 || !(variance > 0)) {
            return difference == 0 ? 1 : 0;
        }
        double t = Math.abs(difference) / Math.sqrt(variance);
        double low = 0;
        double high = 0.5;
        for (int n = 0; n < HALVINGS; n++) {
            double middle = (low + high) / 2;
            if (quantile(parts, middle) > t) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 2 * high;
    }

    /**
     * The probability by permutation: each user's figures are dealt again to the runs of both groups, 4,999 times (Fisher 1935). It covers
     * what t misses where few users' figures differ, such as hit ratios of thirty users. 0 where many differ, for which t suffices.
     *
     * @param first shape [runs][users]
     * @param second shape [runs][users]
     */
    static double ofDealing(double[][] first, double[][] second, long seed) {
        List<double[]> differing = differing(first, second);
        if (differing.size() > FEW) {
            return 0;
        }
        double least = Math.abs(differing.stream()
                        .mapToDouble(figures -> difference(figures, first.length))
                        .sum())
                - ROUNDING;
        long asLarge = IntStream.range(0, PERMUTATIONS)
                .parallel()
                .filter(n ->
                        Math.abs(dealt(differing, first.length, HashedRandom.mixed(seed + HashedRandom.GOLDEN * n)))
                                >= least)
                .count();
        return (asLarge + 1.0) / (PERMUTATIONS + 1.0);
    }

    /** The figures of each user in all runs, for users whose figures are not all equal. */
    private static List<double[]> differing(double[][] first, double[][] second) {
        List<double[]> differing = new ArrayList<>();
        for (int u = 0; u < first[0].length && differing.size() <= FEW; u++) {
            double[] figures = new double[first.length + second.length];
            for (int r = 0; r < figures.length; r++) {
                figures[r] = r < first.length ? first[r][u] : second[r - first.length][u];
            }
            if (Arrays.stream(figures).distinct().count() > 1) {
                differing.add(figures);
            }
        }
        return differing;
    }

    /** The sum over users of the differences of means after one permutation. */
    private static double dealt(List<double[]> users, int first, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double sum = 0;
        for (double[] user : users) {
            double[] figures = user.clone();
            for (int r = 0; r < first; r++) {
                int other = r + random.nextInt(figures.length - r);
                double kept = figures[r];
                figures[r] = figures[other];
                figures[other] = kept;
            }
            sum += difference(figures, first);
        }
        return sum;
    }

    /** The mean of the first {@code first} figures minus the mean of the rest. */
    private static double difference(double[] figures, int first) {
        double ofFirst = 0;
        double ofOthers = 0;
        for (int r = 0; r < figures.length; r++) {
            if (r < first) {
                ofFirst += figures[r];
            } else {
                ofOthers += figures[r];
            }
        }
        return ofFirst / first - ofOthers / (figures.length - first);
    }
}
