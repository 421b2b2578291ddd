package dev.nara.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.LogTime;
import dev.nara.data.Toy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Which split a dataset gets when none is asked for, and what is said of it. */
class UsualTest {
    private static long day(int day) {
        return LogTime.of(LocalDate.of(2022, 3, 1).plusDays(day));
    }

    /** 60 users with 10 items each of 100, in lines that are sorted by item. */
    private static Dataset sortedByItem() {
        List<int[]> rows = new ArrayList<>();
        for (int item = 0; item < 100; item++) {
            for (int user = 0; user < 60; user++) {
                // Later users have later items, so that everybody's last line is of an item that few have.
                if (item >= user && (item - user) % 4 == 0 && item < user + 40) {
                    rows.add(new int[] {user, item});
                }
            }
        }
        return Toy.lines(60, 100, rows.toArray(int[][]::new));
    }

    /** Each of 20 users has all of five rows on a day of its own. */
    private static Dataset oneSitting() {
        long[][] rows = new long[100][];
        for (int r = 0; r < rows.length; r++) {
            rows[r] = new long[] {r / 5, (r * 5 + r / 5) % 12, day(r / 5)};
        }
        return Toy.of(20, 12, rows);
    }

    private static List<String> warnings(Dataset dataset, String spec) throws DataException {
        return SplitWarnings.of(dataset, Splits.split(dataset, spec, 1), false).stream()
                .map(warning -> warning.text().in(Locale.ENGLISH))
                .toList();
    }

    @Test
    void withoutTimesAPartOfEachUserIsDrawn() throws DataException {
        Dataset sorted = sortedByItem();
        Split split = Splits.split(sorted, "", 1);
        assertEquals("random-ratio:0.8", split.spec());
        assertEquals(60, split.evaluatedUsers());
        for (int u = 0; u < 60; u++) {
            assertEquals(2, split.truth(u).length, "of ten rows, as ratio:0.8");
        }
        assertTrue(split.summary().newItemShare() < 0.1, split.summary().toString());
        assertEquals(List.of(), warnings(sorted, ""), "there is no future in data without times");
    }

    @Test
    void theOrderOfLinesIsAChoiceThatIsWarnedOf() throws DataException {
        assertEquals(
                List.of("The data has no times, so this split assumes that lines are in order of time. Files are"
                        + " often sorted otherwise, for example by item. Remedy: --split random-ratio:0.8."),
                warnings(sortedByItem(), "leave-one-out"));
        int[][] byItem = new int[20][];
        for (int r = 0; r < 20; r++) {
            byItem[r] = new int[] {r % 10, r < 10 ? 0 : r};
        }
        assertEquals(
                "100.0% of the held-out pairs are items without training rows, which no model can learn."
                        + " Remedy: --split random-ratio:0.8.",
                warnings(Toy.lines(10, 20, byItem), "ratio:0.5").get(1));
    }

    @Test
    void aSplitByTimeThatLeavesNobodyTrainedIsNotTaken() throws DataException {
        Dataset sittings = oneSitting();
        assertEquals(0, trained(Splits.split(sittings, "time", 1)));
        Split split = Splits.split(sittings, "", 1);
        assertEquals("leave-one-out", split.spec());
        assertEquals(20, trained(split));
        assertEquals(
                List.of("This split overstates performance: it trains on interactions of other users that happened"
                        + " after the held-out ones. A split by time would leave training rows to only 0 of 5"
                        + " users with held-out items."),
                warnings(sittings, ""));
    }

    private static int trained(Split split) {
        return split.evaluatedUsers() - split.summary().unseenUsers();
    }

    @Test
    void halfIsEnoughForASplitByTime() throws DataException {
        // The last quarter of four days is day 3: users 0 and 1 come back, 2 and 3 are new.
        long[][] half = {
            {0, 0, day(0)},
            {1, 1, day(1)},
            {0, 1, day(3)},
            {1, 0, day(3)},
            {2, 0, day(3)},
            {3, 1, day(3)},
            {3, 2, day(3)}
        };
        assertEquals("time:2022-03-04", Splits.split(Toy.of(4, 3, half), "", 1).spec());
        long[][] less = half.clone();
        less[2] = new long[] {4, 1, day(3)};
        assertEquals("leave-one-out", Splits.split(Toy.of(5, 3, less), "", 1).spec());
    }

    @Test
    void whereEverybodyHasOneItemTimeIsAsGoodAsAny() throws DataException {
        long[][] rows = new long[8][];
        for (int r = 0; r < rows.length; r++) {
            rows[r] = new long[] {r, r % 2, day(r)};
        }
        assertEquals("time:2022-03-07", Splits.split(Toy.of(8, 2, rows), "", 1).spec());
    }

    @Test
    void timeIsTheRemedyOnlyWhereItHelps() throws DataException {
        long[][] rows = new long[40][];
        for (int r = 0; r < rows.length; r++) {
            rows[r] = new long[] {r % 4, r % 7, day(r / 4)};
        }
        Dataset returning = Toy.of(4, 7, rows);
        assertEquals(
                List.of("This split overstates performance: it trains on interactions of other users that happened"
                        + " after the held-out ones. Remedy: --split time."),
                warnings(returning, "ratio:0.8"));
        assertTrue(warnings(returning, "random:0.5").get(0).endsWith("Remedy: --split time."));
        assertEquals(List.of(), warnings(returning, "near:2"));
    }

    @Test
    void nothingOfTheFutureIsWarnedOfWhereThereIsNone() throws DataException {
        Dataset atOnce = Toy.of(2, 3, new long[][] {{0, 0, day(0)}, {0, 1, day(0)}, {1, 1, day(0)}, {1, 0, day(0)}});
        assertEquals(List.of(), warnings(atOnce, "leave-one-out"), "all rows at one instant");
    }

    @Test
    void aPairOfTheFilesThatIsTrainedOnIsReported() throws DataException {
        Dataset dataset = Toy.of(
                2, 3, new long[][] {{0, 0, 1}, {1, 2, 1}}, false, Toy.given(3, new int[][] {{0}, {}}, new int[2][0]));
        assertEquals(
                List.of("100.0% of the held-out pairs are also in the training part of these files."
                        + " Remedy: --candidates all:masked."),
                warnings(dataset, "given"));
    }
}
