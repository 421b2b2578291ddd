package dev.nara.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestRuns;
import dev.nara.analysis.AgainstPrevious;
import dev.nara.chart.HealthCurves;
import dev.nara.run.RunEvent;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.Texts;
import dev.nara.ui.train.chart.IntervalBar;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands around the chart of a run: times, rows of epochs, the interval, why it failed. */
class ChartSideTest {
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH);

    private static RunEvent.Batch batch(double seconds, double left) {
        return new RunEvent.Batch("train", 7, 4, 10, .2, seconds, left);
    }

    @Test
    void theTimeLeftIsReportedOnceItIsKnown() {
        assertFalse(EndTime.known(batch(2, 10)), "in its first three seconds");
        assertTrue(EndTime.known(batch(4, 70)), "after a twentieth");
        assertFalse(EndTime.known(batch(4, 100)), "before a twentieth");
        assertTrue(EndTime.known(batch(20, 1900)), "after twenty seconds and a hundredth");
        assertFalse(EndTime.known(batch(20, 3600)), "before a hundredth");
        assertFalse(EndTime.known(batch(20, Double.NaN)));
        assertEquals("14:42", EndTime.end(batch(60, 150), LocalTime.of(14, 39, 40)));
        assertEquals("", EndTime.end(batch(1, 150), LocalTime.of(14, 39, 40)));
        assertEquals("Epoch 7 of 20, 40% · 2:30 left", EventWords.head(batch(60, 150), 6.4, 20, ENGLISH));
        assertEquals("Epoch 1 of 20, 40%", EventWords.head(batch(1, 150), .4, 20, ENGLISH));
    }

    private static RunEvent.EpochDone epoch(int epoch, double score, boolean best) {
        return new RunEvent.EpochDone("train", epoch, .5, 10, 100, 1, Map.of("Score", score), best, Map.of());
    }

    @Test
    void epochsStandNewestFirstBehindTheReportedFigures() {
        List<RunEvent.EpochDone> epochs = List.of(epoch(1, .2, true), epoch(2, .3, true), epoch(3, .25, false));
        List<EpochRow> rows = EpochRow.of(epochs, RunDetails.NONE, "Score");
        assertEquals(List.of(3, 2, 1), rows.stream().map(EpochRow::epoch).toList());
        assertEquals(
                List.of(33.0, 22.0, 11.0), rows.stream().map(EpochRow::seconds).toList());
        assertEquals(
                List.of(false, true, false), rows.stream().map(EpochRow::best).toList());
        assertTrue(Double.isNaN(rows.get(0).against()), "there is no run before it");
        StoredRun tested = TestRuns.tested(
                TestRuns.run(3, "neumf", Map.of(), 1, Map.of("Score", .3)),
                Optional.of(new RunEvent.Tested(2, Map.of("Score", .26), 4, Map.of(), 0, Map.of())));
        RunDetails details = new RunDetails(tested, false, 1, List.of(), "", List.of(), List.of(), null, null);
        EpochRow first = EpochRow.of(epochs, details, "Score").get(0);
        assertTrue(first.test());
        assertEquals(Map.of("Score", .26), first.metrics());
    }

    @Test
    void theBarOfAnIntervalAlwaysHoldsNothingChanged() {
        AgainstPrevious.Interval noise = new AgainstPrevious.Interval(.015, -.003, .033);
        assertEquals(22, IntervalBar.x(-.003, noise, 304), 1e-9);
        assertEquals(282, IntervalBar.x(.033, noise, 304), 1e-9);
        assertEquals(22 + 260 / 12.0, IntervalBar.x(0, noise, 304), 1e-9);
        AgainstPrevious.Interval real = new AgainstPrevious.Interval(.04, .02, .06);
        assertEquals(22, IntervalBar.x(0, real, 304), 1e-9);
        assertEquals(282, IntervalBar.x(.06, real, 304), 1e-9);
    }

    @Test
    void aRunThatDivergedIsOfferedAQuarterOfItsRate() {
        StoredRun run = TestRuns.run(3, "neumf", Map.of("learning_rate", "0.02"), 1, Map.of());
        assertEquals(Optional.of(".005"), FailedRun.rate(run));
        assertEquals("0.005", FailedRun.again(run.spec()).values().get("learning_rate"));
        RunEvent.Failed diverged = new RunEvent.Failed("not finite", 2, "", true);
        assertEquals("Diverged in epoch 3; epoch 2 is kept.", FailedRun.words(diverged, 2, ENGLISH));
        assertEquals(
                "Diverged in epoch 1; no epoch is kept.",
                FailedRun.words(new RunEvent.Failed("not finite", 0, "", true), 0, ENGLISH));
        assertEquals("failed: no memory", FailedRun.words(new RunEvent.Failed("no memory", 0, ""), 0, ENGLISH));
        assertEquals(
                "interrupted: the disk is full",
                FailedRun.words(new RunEvent.Interrupted("the disk is full", 1), 1, ENGLISH));
    }

    @Test
    void partsOutsideOfTheNormalRangeAreCounted() {
        String prefix = HealthCurves.UPDATE;
        RunEvent.EpochDone named = new RunEvent.EpochDone(
                "train",
                1,
                .5,
                1,
                10,
                0,
                Map.of(),
                false,
                Map.of(prefix + "gmf", .001, prefix + "mlp", .5, "rate", .001));
        assertEquals(1, RunPages.unusual(List.of(named)));
        assertEquals(0, RunPages.unusual(List.of()));
    }
}
