package dev.nara.eval;

import dev.nara.algorithm.HashedRandom;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.TTest;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/** Tests whether one model is really better than another: paired by user, over several seeds. */
public final class Significance {
    /** A difference is called real if its probability by chance is below this. */
    public static final double LEVEL = 0.05;

    /** Below this number of seeds, a group's spread over seeds is not trusted. */
    public static final int SEEDS = 3;

    private static final int RESAMPLES = 2000;

    /** The share outside of a 95% interval on each side. */
    private static final double TAIL = 0.025;

    private Significance() {}

    /** The conclusion about a difference. */
    public enum Verdict {
        /** Unlikely to be chance, neither of users nor of seeds. */
        REAL,
        /** Within what chance produces. */
        NOISE,
        /** Unlikely to be chance of users, but there are too few seeds to estimate theirs. */
        MORE_SEEDS
    }

    /**
     * How two groups of runs compare, each run one seed of a setting. Variances are of the difference of means.
     *
     * @param difference mean of the first minus mean of the second
     * @param low lower end of its 95% interval: by bootstrap over users, 2,000 resamples, widened as much as seeds add to the
     *     standard error and few seeds to the quantile of t
     * @param high upper end
     * @param byUsers its variance from the choice of users, and, where negatives are drawn for each user, from that draw
     * @param bySeeds its variance from the choice of seeds; 0 if a group has one
     * @param byNegatives its variance from the draw of negatives; 0 if none are drawn, or if the run's seed draws them
     * @param p the probability of such a difference by chance of users and seeds ({@link Chance}); 1 for fewer than two users
     * @param tTest the probability by chance of users alone, paired t test
     * @param wilcoxon the same by Wilcoxon's signed ranks
     * @param seedsWanted how many more seeds the smaller group needs before its spread is trusted
     */
    public record Comparison(
            int users,
            double difference,
            double low,
            double high,
            double byUsers,
            double bySeeds,
            double byNegatives,
            double p,
            double tTest,
            double wilcoxon,
            int seedsWanted) {
        /** The verdict by this probability, which may be corrected for multiple comparisons. */
        public Verdict verdict(double corrected) {
            if (!(corrected < LEVEL)) {
                return Verdict.NOISE;
            }
            return seedsWanted > 0 ? Verdict.MORE_SEEDS : Verdict.REAL;
        }

        /** The standard error of the difference, over users and seeds. */
        public double standardError() {
            return Math.sqrt(byUsers + bySeeds + byNegatives);
        }

        /**
         * A copy that adds the variance from drawn negatives, where seeds do not draw them; the interval, which covers one draw, is widened
         * accordingly.
         */
        public Comparison withNegatives(double variance) {
            double before = byUsers + bySeeds;
            double wider = before > 0 ? Math.sqrt((before + variance) / before) : 1;
            return new Comparison(
                    users,
                    difference,
                    difference - wider * (difference - low),
                    difference + wider * (high - difference),
                    byUsers,
                    bySeeds,
                    variance,
                    Math.max(p, Chance.of(difference, List.of(new Chance.Part(before + variance, users - 1)))),
                    tTest,
                    wilcoxon,
                    seedsWanted);
        }
    }

    /** Runs of one setting: each run's value for every user, users in the same order. */
    public static final class Group {
        private final double[][] figures;
        private final boolean random;
        private final SeedSpread spread;

        /**
         * A group of runs.
         *
         * @param figures shape [seeds][users]
         * @param random whether another seed would give other figures
         */
        public Group(double[][] figures, boolean random) {
            this(figures, random, SeedSpread.of(figures));
        }

        private Group(double[][] figures, boolean random, SeedSpread spread) {
            this.figures = figures.clone();
            this.random = random;
            this.spread = spread;
        }

        /** The same groups with a common spread over seeds: pooling helps where each group has few seeds. */
        public static List<Group> pooled(List<Group> groups) {
            SeedSpread all = SeedSpread.pooled(
                    groups.stream().filter(g -> g.random).map(g -> g.spread).toList());
            return groups.stream()
                    .map(g -> g.random ? new Group(g.figures, true, all) : g)
                    .toList();
        }

        /** Several independent settings as one: the mean of their figures for each seed and user. */
        public static Group together(List<Group> groups) {
            double[][] means =
                    new double[groups.get(0).figures.length][groups.get(0).users()];
            for (Group group : groups) {
                for (int s = 0; s < means.length; s++) {
                    for (int u = 0; u < means[s].length; u++) {
                        means[s][u] += group.figures[s][u] / groups.size();
                    }
                }
            }
            return new Group(
                    means,
                    groups.stream().anyMatch(g -> g.random),
                    SeedSpread.together(groups.stream().map(g -> g.spread).toList()));
        }

        /** A copy restricted to some users, by position. */
        public Group at(int[] users) {
            double[][] some = new double[figures.length][];
            Arrays.setAll(
                    some,
                    s -> Arrays.stream(users).mapToDouble(u -> figures[s][u]).toArray());
            return new Group(some, random);
        }

        /** The number of users. */
        public int users() {
            return figures[0].length;
        }

        /** Each user's mean over seeds: shape [users]. */
        public double[] byUser() {
            double[] means = new double[users()];
            for (double[] run : figures) {
                for (int u = 0; u < means.length; u++) {
                    means[u] += run[u] / figures.length;
                }
            }
            return means;
        }

        /** Each seed's mean over users: shape [seeds]. */
        public double[] bySeed() {
            return Arrays.stream(figures).mapToDouble(Significance::mean).toArray();
        }

        /** The mean over seeds and users. */
        public double mean() {
            return Significance.mean(bySeed());
        }

        /** The standard deviation of the seeds' means; NaN for one seed. */
        public double deviation() {
            return Significance.deviation(bySeed());
        }

        /** The variance of the mean from the choice of seeds, if there were this many. */
        Chance.Part bySeeds(int seeds) {
            return new Chance.Part(spread.variance() / seeds, spread.freedom() + seeds - figures.length);
        }

        /** Whether another seed would give other figures. */
        public boolean random() {
            return random;
        }

        /** The number of seeds. */
        int seeds() {
            return figures.length;
        }

        /** How many more seeds it needs before its spread over seeds is trusted. */
        public int seedsWanted() {
            return random ? Math.max(0, SEEDS - figures.length) : 0;
        }
    }

    /**
     * Compares two groups over the same users.
     *
     * @param seed of the bootstrap and of the permutations
     * @throws IllegalArgumentException if the numbers of users differ
     */
    public static Comparison compare(Group first, Group second, long seed) {
        if (first.users() != second.users()) {
            throw new IllegalArgumentException(first.users() + " and " + second.users() + " users");
        }
        double[] a = first.byUser();
        double[] b = second.byUser();
        double[] differences = new double[a.length];
        Arrays.setAll(differences, u -> a[u] - b[u]);
        double difference = mean(differences);
        boolean equal = Arrays.stream(differences).allMatch(d -> d == 0);
        double byUsers = a.length < 2 ? 0 : variance(differences) / a.length;
        Chance.Part ofFirst = first.bySeeds(first.seeds());
        Chance.Part ofSecond = second.bySeeds(second.seeds());
        List<Chance.Part> parts = List.of(new Chance.Part(byUsers, a.length - 1), ofFirst, ofSecond);
        double[] interval = interval(differences, seed);
        double wider = wider(byUsers, parts);
        return new Comparison(
                a.length,
                difference,
                difference - wider * (difference - interval[0]),
                difference + wider * (interval[1] - difference),
                byUsers,
                ofFirst.variance() + ofSecond.variance(),
                0,
                equal || a.length < 2
                        ? 1
                        : Math.max(Chance.of(difference, parts), Chance.ofDealing(first.figures, second.figures, seed)),
                equal || a.length < 2
                        ? 1
                        : TTest.withDefaults().pairedTest(a, b).getPValue(),
                equal ? 1 : wilcoxon(differences),
                Math.max(first.seedsWanted(), second.seedsWanted()));
    }

    /** The factor by which seeds widen the interval over users. */
    private static double wider(double byUsers, List<Chance.Part> parts) {
        return byUsers > 0
                ? Math.sqrt(Chance.variance(parts) / byUsers)
                        * Chance.quantile(parts, TAIL)
                        / Chance.quantile(parts.subList(0, 1), TAIL)
                : 1;
    }

    private static double wilcoxon(double[] differences) {
        return WilcoxonSignedRankTest.withDefaults()
                .with(AlternativeHypothesis.TWO_SIDED)
                .test(differences)
                .getPValue();
    }

    /** The 2.5th and 97.5th percentile of the mean over resampled users (Efron 1979). */
    private static double[] interval(double[] differences, long seed) {
        int n = differences.length;
        double[] means = new double[RESAMPLES];
        IntStream.range(0, RESAMPLES).parallel().forEach(r -> {
            SplittableRandom random = new SplittableRandom(HashedRandom.mixed(seed + HashedRandom.GOLDEN * (r + 1L)));
            double sum = 0;
            for (int u = 0; u < n; u++) {
                sum += differences[random.nextInt(n)];
            }
            means[r] = sum / n;
        });
        Arrays.sort(means);
        return new double[] {means[(int) (0.025 * RESAMPLES)], means[(int) (0.975 * RESAMPLES) - 1]};
    }

    /** The 95% interval of a mean over users, by bootstrap: shape [2]. */
    public static double[] meanInterval(double[] users, long seed) {
        return interval(users, seed);
    }

    /** Probabilities corrected for multiple comparisons (Holm 1979), in the same order. */
    public static double[] holm(double[] p) {
        return holm(p, p.length);
    }

    /**
     * The same if these are part of a larger family, such as the comparisons with the best among all pairs, any of which could have been
     * the best. The remaining probabilities count as 1.
     *
     * @param all the size of the family, at least that of {@code p}
     */
    public static double[] holm(double[] p, long all) {
        Integer[] order = IntStream.range(0, p.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (x, y) -> Double.compare(p[x], p[y]));
        double[] corrected = new double[p.length];
        double least = 0;
        for (int n = 0; n < order.length; n++) {
            least = Math.max(least, Math.min(1, p[order[n]] * (all - n)));
            corrected[order[n]] = least;
        }
        return corrected;
    }

    /** The number of pairs among {@code things} things. */
    public static long pairs(int things) {
        return things * (things - 1L) / 2;
    }

    /** Kendall's tau-b of two rankings of the same things, -1 … 1; NaN if all values of one are equal (Kendall 1945). */
    public static double kendall(double[] x, double[] y) {
        long agree = 0;
        long pairsOfX = 0;
        long pairsOfY = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                int ofX = Double.compare(x[i], x[j]);
                int ofY = Double.compare(y[i], y[j]);
                agree += (long) Integer.signum(ofX) * Integer.signum(ofY);
                pairsOfX += ofX == 0 ? 0 : 1;
                pairsOfY += ofY == 0 ? 0 : 1;
            }
        }
        return agree / Math.sqrt((double) pairsOfX * pairsOfY);
    }

    /** The sample standard deviation. */
    public static double deviation(double[] numbers) {
        return Math.sqrt(variance(numbers));
    }

    /** The mean; NaN if empty. */
    public static double mean(double[] numbers) {
        return Arrays.stream(numbers).average().orElse(Double.NaN);
    }

    private static double variance(double[] numbers) {
        double mean = mean(numbers);
        return Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).sum() / (numbers.length - 1);
    }
}
