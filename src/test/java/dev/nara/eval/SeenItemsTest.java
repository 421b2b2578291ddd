package dev.nara.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Toy;
import dev.nara.split.Split;
import dev.nara.split.Splits;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SeenItemsTest {
    /** 50 users with 20 distinct items each, and some of their first rows again. */
    private static Dataset repeating(int repeats) {
        int[][] rows = new int[1000 + repeats][];
        for (int r = 0; r < 1000; r++) {
            rows[r] = new int[] {r / 20, (r % 20 * 3 + r / 20) % 60};
        }
        for (int r = 0; r < repeats; r++) {
            rows[1000 + r] = rows[r * 20 % 1000];
        }
        return Toy.lines(50, 60, rows);
    }

    private static Protocol protocol(Dataset dataset, String candidates) throws DataException {
        Split split = Splits.split(dataset, "ratio:0.8", 1);
        return Protocol.of(dataset, split, candidates, 1);
    }

    @Test
    void oneRepeatDoesNotTurnTheProtocolOver() throws DataException {
        for (int repeats : new int[] {0, 1, 30}) {
            Protocol protocol = protocol(repeating(repeats), "all");
            assertEquals("all:masked", protocol.spec(), repeats + " repeats");
            assertFalse(protocol.candidates().seenKept());
            assertEquals(0, protocol.split().leakShare(), "only new items are to be found");
        }
    }

    @Test
    void fromOneRowInTwentyOnSeenItemsStay() throws DataException {
        assertEquals(50 / 1050.0, SeenItems.repeats(repeating(50)), 1e-12);
        assertEquals("all:masked", protocol(repeating(50), "").spec());
        assertEquals("all:kept", protocol(repeating(53), "").spec());
        assertTrue(protocol(repeating(53), "all").candidates().seenKept());
    }

    @Test
    void whatIsAskedForIsTaken() throws DataException {
        assertEquals("all:kept", protocol(repeating(0), "all:kept").spec());
        assertEquals("all:masked", protocol(repeating(200), "all:masked").spec());
    }

    /** What "all" meant in runs of earlier versions. */
    @Test
    void oldRunsKeepSeenItemsWhereAnybodyRepeats() throws DataException {
        assertTrue(protocol(repeating(1), "all:any-repeat").candidates().seenKept());
        assertFalse(protocol(repeating(0), "all:any-repeat").candidates().seenKept());
        assertEquals("all:any-repeat", protocol(repeating(1), "all:any-repeat").spec());
        assertFalse(CandidateRules.examples().contains("all:any-repeat"));
        assertFalse(CandidateRules.forms().contains("any-repeat"));
    }

    @Test
    void theReasonIsShown() throws DataException {
        Dataset dataset = repeating(1);
        Split split = Splits.split(dataset, "ratio:0.8", 1);
        assertEquals(
                "all:masked (0.1% < 5%)",
                CandidateRules.candidates(dataset, split, "", 1).fact().value());
        assertEquals(
                "all:kept",
                CandidateRules.candidates(dataset, split, "all:kept", 1).fact().value());
        assertEquals(
                "all:masked (0.1% < 5%)",
                protocol(dataset, "").candidates().fact().value());
        assertEquals(
                "all:kept (5.0% ≥ 5%)",
                CandidateRules.candidates(repeating(53), split, "all", 1).fact().value());
    }

    @Test
    void givenNegativesOfTheTrainingPartAreReported() throws DataException {
        long[][] rows = {{0, 0, 1}, {0, 1, 2}, {1, 2, 1}};
        Dataset dataset = Toy.of(2, 5, rows, false, Toy.given(5, new int[][] {{2}, {0}}, new int[][] {{0, 4}, {3, 4}}));
        Split split = Splits.split(dataset, "given", 1);
        assertEquals(
                "[split.warning.few, candidates.known]",
                Arrays.toString(
                        CandidateRules.candidates(dataset, split, "", 1).warnings(dataset, split, false).stream()
                                .map(warning -> warning.what().key())
                                .toArray()));
    }
}
