package dev.nara.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestRuns;
import dev.nara.eval.Significance;
import dev.nara.store.entry.StoredRun;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Four users; the best setting has one seed, the other two, of 0.5 and 0.25. */
class StandingTest {
    private static StoredRun run(long id, String algorithm, long seed) {
        return TestRuns.run(id, algorithm, Map.of(), seed, Map.of("HR@10", 0.5));
    }

    private static List<Contender> contenders() {
        return List.of(
                new Contender(
                        List.of(run(7, "ease", 1)),
                        new Significance.Group(new double[][] {{1, 1, 1, 0}}, false),
                        Optional.empty()),
                new Contender(
                        List.of(run(3, "neumf", 1), run(4, "neumf", 2)),
                        new Significance.Group(new double[][] {{1, 0, 1, 0}, {0, 0, 1, 0}}, true),
                        Optional.empty()));
    }

    @Test
    void theBestHasNothingAboveIt() {
        Standing best = Standing.judged(contenders(), true).get(0);
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
        Standing other = Standing.judged(contenders(), true).get(1);
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
        assertEquals("≈ within noise", words(other));
        assertEquals(
                "★ best on validation",
                words(Standing.judged(contenders(), true).get(0)));
    }

    private static String words(Standing standing) {
        return (standing.sign() + " " + standing.words().in(Locale.ENGLISH)).strip();
    }

    /** Some train: figures stand beside each other, and nothing is said of chance. */
    @Test
    void thereIsNoVerdictBeforeAllHaveEnded() {
        List<Standing> standings = Standing.atEpoch(contenders(), 5);
        assertEquals(
                List.of("epoch 5", "same epoch, 5: -0.3750"),
                standings.stream().map(StandingTest::words).toList());
        assertNull(standings.get(1).gap());
        assertTrue(Double.isNaN(standings.get(1).p()));
        assertEquals(
                List.of("no verdict yet", "no verdict yet"),
                Standing.atEpoch(contenders(), 0).stream()
                        .map(StandingTest::words)
                        .toList(),
                "none has an epoch yet");
    }

    /** What was chosen on the test part is stamped. */
    @Test
    void thereIsNoVerdictOfWhatWasChosenOnTheTestPart() {
        List<Standing> standings = Standing.chosenOnTest(contenders());
        assertEquals("no verdict: best epoch chosen on test", words(standings.get(0)));
        assertEquals("no verdict: best epoch chosen on test", words(standings.get(1)));
        assertTrue(Double.isNaN(standings.get(1).p()));
        assertEquals(-0.375, standings.get(1).difference(), 1e-12);
    }

    /** Nothing is highest of one. */
    @Test
    void oneAloneIsNotJudged() {
        assertEquals(
                "one setting",
                words(Standing.judged(contenders().subList(0, 1), true).get(0)));
    }
}
