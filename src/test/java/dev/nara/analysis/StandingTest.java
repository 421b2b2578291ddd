package dev.nara.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestRuns;
import dev.nara.eval.Significance;
import dev.nara.store.StoredRun;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Four users; the best setting has one seed, the other two, of 0.5 and 0.25. */
class StandingTest {
    private static StoredRun run(long id, String algorithm, long seed) {
        return TestRuns.run(id, algorithm, Map.of(), seed, Map.of("HR@10", 0.5));
    }

    private static SettingsComparison comparison() {
        return new SettingsComparison(
                "HR@10",
                "per-user",
                List.of(
                        new SettingsComparison.Contender(
                                List.of(run(7, "ease", 1)),
                                new Significance.Group(new double[][] {{1, 1, 1, 0}}, false)),
                        new SettingsComparison.Contender(
                                List.of(run(3, "neumf", 1), run(4, "neumf", 2)),
                                new Significance.Group(new double[][] {{1, 0, 1, 0}, {0, 0, 1, 0}}, true))));
    }

    @Test
    void theBestHasNothingAboveIt() {
        Standing best = Standing.of(comparison()).get(0);
        assertNull(best.gap());
        assertEquals(List.of(7L), best.runs());
        assertEquals("ease", best.algorithm());
        assertEquals(1, best.seeds());
        assertEquals(0.75, best.mean());
        assertTrue(Arrays.stream(new double[] {
                    best.deviation(),
                    best.difference(),
                    best.low(),
                    best.high(),
                    best.p(),
                    best.bySeeds(),
                    best.tTest(),
                    best.wilcoxon()
                })
                .allMatch(Double::isNaN));
    }

    @Test
    void theOthersSayHowFarTheyAreBelow() {
        Standing other = Standing.of(comparison()).get(1);
        assertNotNull(other.gap());
        assertEquals("3,4", other.title());
        assertEquals(2, other.seeds());
        assertEquals(0.375, other.mean());
        assertEquals(0.1768, other.deviation(), 1e-4);
        assertEquals(-0.375, other.difference());
        assertTrue(other.low() < -0.375 && -0.375 < other.high(), other.low() + " … " + other.high());
        // The seeds' means differ by no more than the chance of four users explains.
        assertEquals(0, other.bySeeds(), 1e-6);
        assertEquals(0.2152, other.tTest(), 1e-3);
        assertEquals("3,4", other.gap().lacking(), "one more seed is wanted");
    }
}
