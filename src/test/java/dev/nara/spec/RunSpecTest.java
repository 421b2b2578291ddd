package dev.nara.spec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.run.RunJson;
import dev.nara.store.Services;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What decides a run's result: one seed for training, another for what it trains on and is held against. */
class RunSpecTest {
    @TempDir
    private Path folder;

    private PreparedRun preparedRun(long seed, long splitSeed) throws DataException {
        Services services = TestServices.on(folder);
        RunSpec spec = RunSpec.draft()
                .split("random:0.8")
                .candidates("sampled:20")
                .algorithm("mf")
                .seed(seed)
                .splitSeed(splitSeed)
                .spec();
        return services.prepare(
                spec,
                services.open(services.sample(), Recipe.USUAL, Progress.NONE).dataset());
    }

    @Test
    void seedsLookForTheSameAndSplitSeedsForOther() throws DataException {
        PreparedRun first = preparedRun(1, 1);
        PreparedRun secondSeed = preparedRun(2, 1);
        PreparedRun secondSplit = preparedRun(1, 2);
        assertTrue(sameRows(first, secondSeed));
        assertFalse(sameRows(first, secondSplit));
        assertArrayEquals(
                first.candidates().negatives(first.split()),
                secondSeed.candidates().negatives(secondSeed.split()));
        assertTrue(first.spec().sameRows(secondSeed.spec()));
        assertFalse(first.spec().sameRows(secondSplit.spec()));
        assertFalse(first.spec().sameAs(secondSeed.spec()));
        assertTrue(first.spec().sameAs(secondSeed.spec().withSeed(1)));
    }

    private static boolean sameRows(PreparedRun a, PreparedRun b) {
        return Arrays.deepEquals(
                a.split().train().distinctItems(), b.split().train().distinctItems());
    }

    @Test
    void oneSeedWasForAllBefore() {
        RunSpec spec = RunSpec.draft().split("random:0.8").seed(7).splitSeed(3).spec();
        String old = RunJson.spec(spec).replace("\"splitSeed\":3,", "");
        assertEquals(7, RunJson.spec(old).splitSeed());
        assertEquals(3, RunJson.spec(RunJson.spec(spec)).splitSeed());
    }

    @Test
    void whereNothingIsDrawnRunsOfBeforeAreTheSame() {
        RunSpec now = RunSpec.draft().split("time").candidates("all").seed(2).spec();
        RunSpec before = RunJson.spec(RunJson.spec(now).replace("\"splitSeed\":1,", ""));
        assertTrue(now.sameAs(before), "nothing is drawn: " + before);
        RunSpec drawn =
                RunSpec.draft().split("time").candidates("sampled:99").seed(2).spec();
        RunSpec drawnBefore = RunJson.spec(RunJson.spec(drawn).replace("\"splitSeed\":1,", ""));
        assertFalse(drawn.sameAs(drawnBefore), "other negatives");
        assertTrue(drawn.setting().sameAs(drawnBefore.setting()), "of one setting all the same");
    }
}
