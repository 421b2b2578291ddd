package dev.nara.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TailsTest {
    /** Differences 1, 2, 3: a mean of 2 with a standard error of .577, t = 3.464 with two degrees of freedom. */
    @Test
    void oneSidedByUser() {
        double[] high = {1, 2, 3};
        double[] low = {0, 0, 0};
        assertEquals(0.0371, Tails.below(low, high, 0), 0.0001);
        assertEquals(0.9629, Tails.below(high, low, 0), 0.0001);
        assertEquals(0.5, Tails.below(high, high, 0), 1e-9);
        assertEquals(1, Tails.below(new double[] {1}, new double[] {2}, 0));
    }

    /** The variance of seeds counts for both runs: 1/3 + 2 · 1/2 under a mean of 2. */
    @Test
    void seedsAddToTheVariance() {
        double[] high = {1, 2, 3};
        double[] low = {0, 0, 0};
        assertEquals(0.1127, Tails.below(low, high, 0.5), 0.0002);
    }

    private static Significance.Group group(double mean, double ofSeed, int seeds, long draw) {
        double[][] figures = new double[seeds][1000];
        Random random = new Random(draw);
        for (double[] run : figures) {
            double seed = ofSeed * random.nextGaussian();
            Arrays.setAll(run, u -> mean + seed + 0.01 * random.nextGaussian());
        }
        return new Significance.Group(figures, true);
    }

    @Test
    void seedsSettleWhatUsersHaveSettled() {
        assertEquals(2, SeedsToSettle.of(group(0.5, 0, 1, 1), group(0.4, 0, 1, 2)));
        assertEquals(0, SeedsToSettle.of(group(0.5, 0.001, 3, 1), group(0.4, 0.001, 3, 2)));
        int more = SeedsToSettle.of(group(0.41, 0.006, 3, 5), group(0.4, 0.006, 3, 2));
        assertTrue(more > 0, "more seeds tell a gap of .010 from a deviation of .006");
        assertEquals(0, SeedsToSettle.of(group(0.4, 0, 3, 1), group(0.4, 0, 3, 2)));
    }

    @Test
    void groupsThatSpreadAlikeAreHeldTogether() {
        List<Significance.Group> apart = List.of(group(0.45, 0.02, 3, 1), group(0.4, 0.02, 3, 2));
        List<Significance.Group> pooled = Significance.Group.pooled(apart);
        Significance.Comparison before = Significance.compare(apart.get(0), apart.get(1), 1);
        Significance.Comparison after = Significance.compare(pooled.get(0), pooled.get(1), 1);
        assertEquals(before.bySeeds(), after.bySeeds(), 1e-12);
        assertEquals(-1, Math.signum(after.p() - before.p()), before.p() + " " + after.p());
    }
}
