package dev.nara.split;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.GivenTest;
import dev.nara.data.LogTime;
import dev.nara.data.Toy;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitsTest {
    private static final Splits SPLITS = new Splits(List.of(
            TimeSplit.byDate(), TimeSplit.byLastDays(), new RandomSplit(), new LeaveOneOut(), new GivenSplit()));

    private static long day(int day) {
        return LogTime.of(LocalDate.of(2022, 3, day));
    }

    /** User 0 watches items 0, 1, 0 on days 1, 5, 8; user 1 watches 2 on day 8 only; user 2 watches 1 on day 1. */
    private static Dataset dataset() {
        return Toy.of(
                3, 4, new long[][] {{0, 0, day(1)}, {0, 1, day(5)}, {0, 0, day(8)}, {1, 2, day(8)}, {2, 1, day(1)}});
    }

    private static Split split(String spec) throws DataException {
        return SPLITS.split(dataset(), spec, 3);
    }

    @Test
    void byDateTrainsOnWhatCameBefore() throws DataException {
        Split split = split("time:2022-03-05");
        assertEquals(2, split.train().size());
        assertArrayEquals(new int[] {0, 1}, split.truth(0));
        assertArrayEquals(new int[] {2}, split.truth(1));
        assertEquals(2, split.evaluatedUsers());
        assertEquals(1 / 3.0, split.leakShare(), 1e-12);
        assertEquals(1, split.warnings().size(), "user 1 has nothing to train on");
    }

    @Test
    void lastDaysCountFromTheEnd() throws DataException {
        assertEquals("time:2022-03-05", split("last-days:4").spec());
    }

    @Test
    void theDefaultTakesTheLastQuarterOfThePeriod() throws DataException {
        assertEquals("time:2022-03-07", split("").spec());
    }

    @Test
    void leaveOneOutHoldsOutTheLatestAndItsEarlierRows() throws DataException {
        Split split = split("leave-one-out");
        assertArrayEquals(new int[] {0}, split.truth(0));
        assertEquals(1, split.train().count(0));
        assertEquals(0, split.truth(1).length, "nothing would be left to train on");
        assertEquals(1, split.train().count(1));
    }

    @Test
    void randomIsOfTheSeedAndWarns() throws DataException {
        Dataset many = Toy.twoTastes(50, 40, 10);
        Split once = SPLITS.split(many, "random:0.8", 9);
        Split again = SPLITS.split(many, "random:0.2", 9);
        Split other = SPLITS.split(many, "random:0.8", 10);
        assertEquals(once.train().size(), again.train().size());
        assertTrue(once.train().size() > 350 && once.train().size() < 450, "about 80 % of 500");
        boolean differs = false;
        for (int u = 0; u < 50; u++) {
            assertArrayEquals(once.truth(u), again.truth(u));
            differs |= once.truth(u).length != other.truth(u).length;
        }
        assertTrue(differs, "another seed, another split");
        assertEquals(1, once.warnings().size());
    }

    @Test
    void theFilesOwn() throws DataException {
        GivenTest given = new GivenTest(new int[] {1, -1}, new int[2][0]);
        Dataset dataset = Toy.of(2, 3, new long[][] {{0, 0, 1}, {1, 2, 1}}, false, given);
        Split split = SPLITS.split(dataset, "", 1);
        assertEquals("given", split.spec());
        assertEquals(2, split.train().size());
        assertArrayEquals(new int[] {1}, split.truth(0));
        assertEquals(1, split.evaluatedUsers());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "time:yesterday",
                "time:2022-03-01",
                "time:2023-01-01",
                "last-days:x",
                "last-days:0",
                "random:1.5",
                "random:x",
                "leave-one-out:2",
                "given",
                "fold:3"
            })
    void refusesWithARemedy(String spec) {
        assertThrows(DataException.class, () -> split(spec));
    }
}
