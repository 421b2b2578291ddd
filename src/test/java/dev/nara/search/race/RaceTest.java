package dev.nara.search.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RaceTest {
    private static final Race.Rank LOW = new Race.Rank(9, 8);
    private static final Race.Rank HIGH = new Race.Rank(9, 4);

    /** A hundred users, a tenth of whom lose a hit, and two of whom win one. */
    private static final double[] BEST = new double[100];

    private static final double[] WORSE = new double[100];

    static {
        Arrays.fill(BEST, 0, 50, 1);
        Arrays.fill(WORSE, 10, 52, 1);
    }

    private static Race.Decision at(Race.Mode mode, Race.Rank rank, boolean pinned) {
        return Race.at(mode, WORSE, BEST, 0.0125, rank, pinned, 0);
    }

    @Test
    void whatIsWorseBeyondChanceAndOutOfTheTopHalfIsLeft() {
        Race.Decision decision = at(Race.Mode.ON, LOW, false);
        assertTrue(decision.leave());
        assertEquals(0.0099, decision.p(), 0.0002);
        assertEquals(
                "below the best after the same work (-0.0800, paired by user); 8 of 9 others are better there",
                decision.why().in(Locale.ENGLISH));
    }

    @Test
    void theTopHalfIsKeptHoweverFarBelowTheBest() {
        assertFalse(at(Race.Mode.ON, HIGH, false).leave());
        assertFalse(at(Race.Mode.HALVING, HIGH, false).leave());
    }

    @Test
    void whatIsPinnedIsNeverLeft() {
        assertFalse(at(Race.Mode.ON, LOW, true).leave());
        assertFalse(at(Race.Mode.HALVING, LOW, true).leave());
    }

    @Test
    void chanceKeepsATrialButNotInHalving() {
        double[] same = BEST.clone();
        same[0] = 0;
        assertFalse(Race.at(Race.Mode.ON, same, BEST, 0.0125, LOW, false, 0).leave());
        assertTrue(Race.at(Race.Mode.HALVING, same, BEST, 0.0125, LOW, false, 0).leave());
        assertFalse(Race.at(Race.Mode.OFF, WORSE, BEST, 0.0125, LOW, false, 0).leave());
    }

    /** A deviation of .02 from seed to seed makes a gap of .08 nothing unusual. */
    @Test
    void whatSeedsDoCountsToo() {
        assertFalse(Race.at(Race.Mode.ON, WORSE, BEST, 0.0125, LOW, false, 0.02 * 0.02)
                .leave());
    }

    /** Trials that are as good as the best, over all three rungs, out of the top half at each: hardly more than one in twenty is left. */
    @Test
    void equalTrialsAreSeldomLeft() {
        Random random = new Random(4);
        int left = 0;
        for (int n = 0; n < 1000; n++) {
            double[] one = random.doubles(200).toArray();
            double[] other = new double[200];
            boolean gone = false;
            for (Rungs.Rung rung : Rungs.of(1, 40, 40, 1).rungs()) {
                Arrays.setAll(other, u -> one[u] + 0.1 * random.nextGaussian());
                gone |= Race.at(Race.Mode.ON, other, one, rung.level(), LOW, false, 0)
                        .leave();
            }
            left += gone ? 1 : 0;
        }
        assertTrue(left > 20 && left < 70, left + " of 1000");
    }

    @Test
    void theLikeliestOfTheDroppedGoesOn() {
        assertEquals(OptionalInt.empty(), Thaw.which(List.of()));
        assertEquals(
                OptionalInt.of(5),
                Thaw.which(List.of(
                        new Thaw.Dropped(3, 2, 0.001), new Thaw.Dropped(5, 1, 0.01), new Thaw.Dropped(7, 1, 0.01))));
    }

    @Test
    void aQuarterOfTheWorkIsForTheDropped() {
        assertFalse(Thaw.turn(0, 0));
        assertTrue(Thaw.turn(24, 100));
        assertFalse(Thaw.turn(25, 100));
    }

    @Test
    void modesAreWrittenInSmallLetters() {
        assertEquals("[on, halving, off]", Arrays.toString(Race.Mode.values()));
    }
}
