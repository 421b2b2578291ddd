package dev.nara.eval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("process")
class SignificanceTest {
    private static final int TRIALS = 100;
    private static final int USERS = 2000;
    private static final int SEEDS = 5;

    /**
     * Hits of users who differ in how easily they are found, of runs that differ from seed to seed for all users alike
     * (deviation .002, as seen on MovieLens-1M) and for each user alone.
     */
    private static Significance.Group group(double[] users, double gain, Random random) {
        double[][] figures = new double[SEEDS][USERS];
        for (double[] run : figures) {
            double ofSeed = 0.002 * random.nextGaussian();
            for (int u = 0; u < USERS; u++) {
                double chance = users[u] + gain + ofSeed + 0.1 * random.nextGaussian();
                run[u] = random.nextDouble() < chance ? 1 : 0;
            }
        }
        return new Significance.Group(figures, true);
    }

    private static double[] users(Random random) {
        return IntStream.range(0, USERS).mapToDouble(u -> random.nextDouble()).toArray();
    }

    private static int real(double gainInStandardErrors) {
        Random random = new Random(11);
        int real = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            double[] users = users(random);
            // The standard error of one run's hit ratio of half over these users.
            double gain = gainInStandardErrors * Math.sqrt(0.25 / USERS);
            Significance.Comparison comparison =
                    Significance.compare(group(users, gain, random), group(users, 0, random), trial);
            real += comparison.verdict(comparison.p()) == Significance.Verdict.REAL ? 1 : 0;
        }
        return real;
    }

    @Test
    void groupsOfOneSettingAreNoise() {
        int real = real(0);
        assertTrue(real <= 5, real + " of 100 differences that are none were called real");
    }

    @Test
    void aGainOfTwoStandardErrorsIsSeen() {
        int real = real(2);
        assertTrue(real > 60, "only " + real + " of 100 gains were seen");
    }

    /** Hits of users that everybody finds alike, with one chance. */
    private static Significance.Group hits(int seeds, int users, double chance, Random random) {
        double[][] figures = new double[seeds][users];
        for (double[] run : figures) {
            Arrays.setAll(run, u -> random.nextDouble() < chance ? 1 : 0);
        }
        return new Significance.Group(figures, seeds > 1);
    }

    private static int realOf(int trials, int seeds, int users, double chance, double other) {
        Random random = new Random(3);
        int real = 0;
        for (int trial = 0; trial < trials; trial++) {
            Significance.Comparison comparison =
                    Significance.compare(hits(seeds, users, chance, random), hits(1, users, other, random), trial);
            real += comparison.verdict(comparison.p()) == Significance.Verdict.REAL ? 1 : 0;
        }
        return real;
    }

    /** By t alone one in ten of the first and one in twenty of the second were called real. */
    @Test
    void rareHitsOfFewUsersAreNoise() {
        assertTrue(realOf(400, 6, 30, 0.05, 0.05) <= 20, "at most 5 of 100");
        assertTrue(realOf(400, 3, 100, 0.1, 0.1) <= 20, "at most 5 of 100");
        assertTrue(realOf(400, 1, 30, 0.1, 0.1) <= 20, "at most 5 of 100");
    }

    /** A tenth of 400 users are found by one, a sixth by the other: four standard errors of a tenth. */
    @Test
    void aGainOfFewSeedsAgainstARuleIsSeen() {
        int real = realOf(100, 3, 400, 0.16, 0.1);
        assertTrue(real > 60, "only " + real + " of 100 gains were seen");
    }

    /** A user says nothing, two hardly anything. */
    @Test
    void oneUserIsNoEvidence() {
        assertEquals(1, twoRules(new double[] {1}, new double[] {0}).p());
        assertEquals(0.5, twoRules(new double[] {1, 1}, new double[] {0, 0}).p(), 0.03);
    }

    private static Significance.Comparison twoRules(double[] first, double[] second) {
        return Significance.compare(
                new Significance.Group(new double[][] {first}, false),
                new Significance.Group(new double[][] {second}, false),
                1);
    }

    /** Seeds whose means spread by as much as the chance of their users explains add nothing; others do. */
    @Test
    void theSpreadOfSeedsIsWhatUsersDoNotExplain() {
        Significance.Group rule = new Significance.Group(new double[][] {{0, 0, 0, 0}}, false);
        Significance.Group chance = new Significance.Group(new double[][] {{1, 0, 1, 0}, {0, 0, 1, 0}}, true);
        assertEquals(0, Significance.compare(chance, rule, 1).bySeeds(), 1e-12);
        // Means of .25 and .75: variance .125, over two seeds.
        Significance.Group seeds =
                new Significance.Group(new double[][] {{0.25, 0.25, 0.25, 0.25}, {0.75, 0.75, 0.75, 0.75}}, true);
        assertEquals(0.0625, Significance.compare(seeds, rule, 1).bySeeds(), 1e-12);
    }

    @Test
    void oneSeedIsNotEnoughForAModelThatDraws() {
        double[] low = new double[400];
        double[] high = new double[400];
        for (int u = 0; u < 400; u++) {
            low[u] = u % 2;
            high[u] = u % 8 == 0 ? 1 : u % 2;
        }
        Significance.Group drawing = new Significance.Group(new double[][] {high}, true);
        Significance.Group fixed = new Significance.Group(new double[][] {low}, false);
        Significance.Comparison comparison = Significance.compare(drawing, fixed, 1);
        assertEquals(0.125, comparison.difference(), 1e-12);
        assertEquals(Significance.Verdict.MORE_SEEDS, comparison.verdict(comparison.p()));
        assertEquals(2, comparison.seedsWanted());
        Significance.Comparison rules =
                Significance.compare(new Significance.Group(new double[][] {high}, false), fixed, 1);
        assertEquals(Significance.Verdict.REAL, rules.verdict(rules.p()));
        assertTrue(rules.low() > 0.08 && rules.high() < 0.17, rules.low() + " … " + rules.high());
    }

    /** The paired t test of scipy.stats.ttest_rel([1,2,3,4,5],[1,1,2,4,3]) and of equal groups. */
    @Test
    void agreesWithTheTextbook() {
        double[] a = {1, 2, 3, 4, 5};
        double[] b = {1, 1, 2, 4, 3};
        Significance.Comparison comparison = Significance.compare(
                new Significance.Group(new double[][] {a}, false),
                new Significance.Group(new double[][] {b}, false),
                1);
        // Differences 0 1 1 0 2: mean 0.8, variance 0.7, t = 0.8 / sqrt(0.14) = 2.138 of 4 degrees of freedom.
        assertEquals(0.8, comparison.difference(), 1e-12);
        assertEquals(Math.sqrt(0.14), comparison.standardError(), 1e-12);
        assertEquals(0.0993, comparison.tTest(), 1e-4);
        // Of the eight ways to sign 1, 1 and 2 two are as far apart: what so few users can say at best.
        assertEquals(0.25, comparison.p(), 0.02);
        Significance.Group same = new Significance.Group(new double[][] {a}, false);
        Significance.Comparison none = Significance.compare(same, same, 1);
        assertEquals(Significance.Verdict.NOISE, none.verdict(none.p()));
        assertEquals(1, none.wilcoxon());
    }

    @Test
    void holmCorrectsInOrder() {
        assertArrayEquals(new double[] {0.03, 0.06, 0.06}, Significance.holm(new double[] {0.01, 0.04, 0.03}), 1e-12);
    }

    /** The two of the best against each other among the three of all pairs. */
    @Test
    void thoseOfTheBestAreCorrectedForAllPairs() {
        assertEquals(3, Significance.pairs(3));
        assertArrayEquals(new double[] {0.03, 0.08}, Significance.holm(new double[] {0.01, 0.04}, 3), 1e-12);
    }

    @Test
    void kendallCountsPairs() {
        assertEquals(1, Significance.kendall(new double[] {1, 2, 3}, new double[] {4, 5, 9}), 1e-12);
        assertEquals(-1, Significance.kendall(new double[] {1, 2, 3}, new double[] {3, 2, 1}), 1e-12);
        assertEquals(2 / Math.sqrt(2 * 3), Significance.kendall(new double[] {1, 1, 2}, new double[] {1, 2, 3}), 1e-12);
        assertTrue(Double.isNaN(Significance.kendall(new double[] {1, 1}, new double[] {1, 2})));
    }

    @Test
    void theMeanHasAnInterval() {
        double[] users = new double[1000];
        Arrays.setAll(users, u -> u % 2);
        double[] interval = Significance.meanInterval(users, 1);
        assertEquals(0.5 - 1.96 * 0.0158, interval[0], 0.004);
        assertEquals(0.5 + 1.96 * 0.0158, interval[1], 0.004);
    }

    @Test
    void drawnNegativesAddTheirVariance() {
        double[] a = new double[400];
        double[] b = new double[400];
        Random random = new Random(5);
        for (int u = 0; u < a.length; u++) {
            b[u] = random.nextDouble();
            a[u] = b[u] + 0.04 + 0.2 * random.nextGaussian();
        }
        Significance.Comparison plain = Significance.compare(
                new Significance.Group(new double[][] {a}, false),
                new Significance.Group(new double[][] {b}, false),
                1);
        Significance.Comparison same = plain.withNegatives(0);
        assertEquals(plain.low(), same.low(), 1e-12);
        assertEquals(plain.p(), same.p(), 1e-12);
        Significance.Comparison noisy = plain.withNegatives(3 * plain.byUsers());
        assertEquals(2 * plain.standardError(), noisy.standardError(), 1e-12);
        assertEquals(2 * (plain.high() - plain.low()), noisy.high() - noisy.low(), 1e-12);
        assertTrue(noisy.p() > plain.p());
    }

    @Test
    void theIntervalKnowsOfSeedsToo() {
        Random random = new Random(7);
        int without = 0;
        int noise = 0;
        for (int trial = 0; trial < 60; trial++) {
            double[] users = users(random);
            Significance.Comparison c = Significance.compare(group(users, 0, random), group(users, 0, random), 1);
            without += c.low() > 0 || c.high() < 0 ? 1 : 0;
            noise += c.verdict(c.p()) == Significance.Verdict.NOISE ? 1 : 0;
        }
        assertTrue(without <= 6, "it leaves out the true difference, none, in about 3 of 60: " + without);
        assertTrue(noise >= 54, "and agrees with the verdict: " + noise);
    }
}
