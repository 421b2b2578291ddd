package dev.nara.split;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.AtomicFile;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.GivenTest;
import dev.nara.data.LogTime;
import dev.nara.data.Toy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitsTest {
    private static long day(int day) {
        return LogTime.of(LocalDate.of(2022, 3, day));
    }

    /** User 0 watches items 0, 1, 0 on days 1, 5, 8; user 1 watches 2 on day 8 only; user 2 watches 1 on day 1. */
    private static Dataset dataset() {
        return Toy.of(
                3, 4, new long[][] {{0, 0, day(1)}, {0, 1, day(5)}, {0, 0, day(8)}, {1, 2, day(8)}, {2, 1, day(1)}});
    }

    private static Split split(String spec) throws DataException {
        return Splits.split(dataset(), spec, 3);
    }

    @Test
    void byDateTrainsOnWhatCameBefore() throws DataException {
        Split split = split("time:2022-03-05");
        assertEquals(2, split.train().size());
        assertArrayEquals(new int[] {0, 1}, split.truth(0));
        assertArrayEquals(new int[] {2}, split.truth(1));
        assertEquals(2, split.evaluatedUsers());
        assertEquals(1 / 3.0, split.leakShare(), 1e-12);
        assertEquals(1, SplitWarnings.of(dataset(), split, false).size(), "user 1 has nothing to train on");
    }

    @Test
    void lastDaysCountFromTheEnd() throws DataException {
        assertEquals("time:2022-03-05", split("last-days:4").spec());
    }

    @Test
    void theDefaultTakesTheLastQuarterOfThePeriod() throws DataException {
        assertEquals("time:2022-03-07", split("").spec());
    }

    @ParameterizedTest
    @CsvSource({
        // Days 7 and 8 are to be found, so days 5 and 6 are for validation, the last that is trained on being day 5.
        "time:2022-03-07, time:2022-03-04",
        "last-days:2, time:2022-03-04",
        "near:1, time:2022-03-05",
        "far:1, time:2022-03-05",
        // Four days before the last would be before the first.
        "time:2022-03-05, time",
        "leave-one-out, leave-one-out",
        "ratio:0.5, ratio:0.5",
        "random-ratio:0.5, random-ratio:0.5"
    })
    void theTrainingPartIsCutAsTheWholeWas(String spec, String validation) throws DataException {
        assertEquals(validation, Splits.validation(dataset(), split(spec)));
    }

    @Test
    void allTrainsOnEveryRowAndEvaluatesNobody() throws DataException {
        Split split = split("ALL");
        assertEquals("all", split.spec());
        assertEquals(5, split.train().size());
        assertEquals(0, split.evaluatedUsers());
        assertEquals(
                "[All rows are trained on and no user is evaluated: this split is for fitting a run before a"
                        + " submission (nara fit).]",
                SplitWarnings.of(dataset(), split, false).stream()
                        .map(w -> w.text().in(Locale.ENGLISH))
                        .toList()
                        .toString());
        assertFalse(Splits.register().examples().contains("all"), "forms do not offer it");
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
        Split once = Splits.split(many, "random:0.8", 9);
        Split again = Splits.split(many, "random:0.2", 9);
        Split other = Splits.split(many, "random:0.8", 10);
        assertEquals(once.train().size(), again.train().size());
        assertTrue(once.train().size() > 350 && once.train().size() < 450, "about 80% of 500");
        boolean differs = false;
        for (int u = 0; u < 50; u++) {
            assertArrayEquals(once.truth(u), again.truth(u));
            differs |= once.truth(u).length != other.truth(u).length;
        }
        assertTrue(differs, "another seed, another split");
        assertEquals(1, SplitWarnings.of(many, once, false).size());
    }

    @Test
    void theFilesOwn() throws DataException {
        GivenTest given = Toy.given(3, new int[][] {{1}, {}}, new int[2][0]);
        Dataset dataset = Toy.of(2, 3, new long[][] {{0, 0, 1}, {1, 2, 1}}, false, given);
        Split split = Splits.split(dataset, "", 1);
        assertEquals("given", split.spec());
        assertEquals(2, split.train().size());
        assertArrayEquals(new int[] {1}, split.truth(0));
        assertEquals(1, split.evaluatedUsers());
    }

    @Test
    void twoWindowsTrainOnTheSameRows() throws DataException {
        Split near = split("near:2");
        Split far = split("far:2");
        assertEquals(2, near.train().size(), "days 1 to 4");
        assertArrayEquals(new int[] {1}, near.truth(0), "days 5 and 6");
        assertEquals(2, far.train().size());
        assertArrayEquals(new int[] {0}, far.truth(0), "days 7 and 8");
        assertArrayEquals(new int[] {2}, far.truth(1));
    }

    @Test
    void ofEachUserTheEarlierShare() throws DataException {
        Split split = split("ratio:0.6");
        assertEquals(2, split.train().count(0));
        assertArrayEquals(new int[] {0}, split.truth(0));
        assertEquals(0, split.truth(1).length, "of a single row the first stays to train on");
        assertEquals("ratio:0.6", split.spec());
    }

    @Test
    void leavesTheLastDistinctItems() throws DataException {
        Dataset dataset = Toy.of(1, 5, new long[][] {{0, 4, 1}, {0, 0, 2}, {0, 1, 3}, {0, 0, 4}, {0, 2, 5}});
        Split split = Splits.split(dataset, "leave-last:2", 1);
        assertArrayEquals(new int[] {0, 2}, split.truth(0));
        assertEquals(2, split.train().size());
    }

    @Test
    void ofRandomPairsNoneFallsOnBothSides() throws DataException {
        Split split = Splits.split(Toy.twoTastes(50, 40, 10), "random-pairs:0.7", 9);
        assertEquals(0, split.leakShare());
        assertTrue(split.evaluatedUsers() > 40);
    }

    @Test
    void theFoldsOfASeedAreAllItems() throws DataException {
        Dataset many = Toy.twoTastes(20, 40, 10);
        int[] found = new int[20];
        for (int fold = 1; fold <= 5; fold++) {
            Split split = Splits.split(many, "fold:" + fold + "/5", 4);
            assertEquals(0, split.leakShare());
            for (int u = 0; u < 20; u++) {
                found[u] += split.truth(u).length;
            }
        }
        for (int u = 0; u < 20; u++) {
            assertEquals(many.interactions().distinctItems(u).length, found[u]);
        }
    }

    @Test
    void aSplitThatFindsNothingSaysSo() throws DataException {
        Dataset lonely = Toy.of(2, 2, new long[][] {{0, 0, 1}, {1, 1, 1}}, false, null);
        assertTrue(SplitWarnings.of(lonely, Splits.split(lonely, "leave-one-out", 1), false).stream()
                .anyMatch(w -> w.what().key().equals("split.warning.nothing")));
        assertEquals(
                "leave-one-out",
                Splits.split(Toy.of(1, 2, new long[][] {{0, 0, 1}, {0, 1, 2}}), "", 1)
                        .spec());
    }

    @Test
    void whatIsLeftOverFallsOnAllFoldsAlike() throws DataException {
        long[][] rows = new long[400][];
        for (int u = 0; u < 200; u++) {
            rows[2 * u] = new long[] {u, 0, 1};
            rows[2 * u + 1] = new long[] {u, 1, 2};
        }
        Dataset pairs = Toy.of(200, 2, rows);
        for (int fold = 1; fold <= 5; fold++) {
            int found = Splits.split(pairs, "fold:" + fold + "/5", 4).evaluatedUsers();
            assertTrue(found > 50 && found < 110, fold + ": " + found + " of 80 expected");
        }
    }

    @Test
    void aSummaryCountsIt() throws DataException {
        assertEquals(
                new Split.Summary(2, 2, 2, 3, 2, 1, 1, 1 / 3.0, 1 / 3.0),
                split("time:2022-03-05").summary());
    }

    /** It names the split by which runs are compared. */
    @Test
    void aChangedHashOfAFrozenSplitIsNotTold(@TempDir Path folder) throws Exception {
        Dataset many = Toy.twoTastes(30, 40, 10);
        Path file = folder.resolve("a.split");
        String hash = SplitFile.write(AtomicFile.at(file), many, Splits.split(many, "random:0.8", 9), 9, "all", null);
        assertEquals(hash, SplitFile.hash(file));
        String whole = Files.readString(file);
        int digit = whole.lastIndexOf(hash);
        for (int at = digit; at < digit + hash.length(); at++) {
            char other = whole.charAt(at) == '0' ? '1' : '0';
            Files.writeString(file, whole.substring(0, at) + other + whole.substring(at + 1));
            assertEquals("", SplitFile.hash(file));
        }
    }

    @Test
    void aFrozenSplitIsTheSame(@TempDir Path folder) throws Exception {
        Dataset many = Toy.twoTastes(30, 40, 10);
        Split split = Splits.split(many, "random:0.8", 9);
        int[][] negatives = new int[30][];
        Arrays.setAll(negatives, u -> new int[] {u, 39});
        Path file = folder.resolve("a.split");
        String hash = SplitFile.write(AtomicFile.at(file), many, split, 9, "sampled:2", negatives);
        SplitFile.write(
                AtomicFile.at(folder.resolve("b.split")),
                many,
                Splits.split(many, "random:0.8", 9),
                9,
                "sampled:2",
                negatives);
        assertEquals(-1, Files.mismatch(file, folder.resolve("b.split")), "the same split, the same file");
        Split frozen = Splits.split(many, "file:" + file, 1);
        assertEquals("file:" + file + "@" + hash.substring(0, 8), frozen.spec());
        assertEquals(split.train().size(), frozen.train().size());
        for (int u = 0; u < 30; u++) {
            assertArrayEquals(split.truth(u), frozen.truth(u));
            assertArrayEquals(split.train().distinctItems(u), frozen.train().distinctItems(u));
            assertArrayEquals(negatives[u], frozen.negatives(u));
        }
        assertEquals(frozen.spec(), Splits.split(many, frozen.spec(), 1).spec());
        assertEquals(SplitWarnings.of(many, split, false), SplitWarnings.of(many, frozen, false));
        Path again = folder.resolve("c.split");
        assertEquals(
                hash,
                SplitFile.write(AtomicFile.at(again), many, frozen, 1, "sampled:2", negatives),
                "frozen again, it is the same");
        assertThrows(DataException.class, () -> Splits.split(many, "file:" + file + "@00000000", 1));
        assertThrows(DataException.class, () -> Splits.split(Toy.twoTastes(30, 40, 9), "file:" + file, 1));
        Files.writeString(file, Files.readString(file).replaceFirst("\"train\":\"0", "\"train\":\"1"));
        assertThrows(DataException.class, () -> Splits.split(many, "file:" + file, 1), "a changed file");
        Files.writeString(file, "nonsense");
        assertThrows(DataException.class, () -> Splits.split(many, "file:" + file, 1));
        assertThrows(DataException.class, () -> Splits.split(many, "file:" + folder.resolve("none"), 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "near:0",
                "far:5",
                "ratio:1",
                "leave-last:none",
                "random-pairs:2",
                "fold:6/5",
                "fold:1/1",
                "time:yesterday",
                "time:2022-03-01",
                "time:2023-01-01",
                "last-days:x",
                "last-days:0",
                "random:1.5",
                "random:x",
                "leave-one-out:2",
                "given",
                "fold:3",
                "folds:3"
            })
    void refusesWithARemedy(String spec) {
        assertThrows(DataException.class, () -> split(spec));
    }
}
