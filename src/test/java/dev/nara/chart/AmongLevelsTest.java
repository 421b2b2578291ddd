package dev.nara.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.run.RunEvent;
import dev.nara.store.reference.Reference;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AmongLevelsTest {
    private static Optional<AmongLevels> among(String metric, double ease, double popularity, double... figures) {
        LearningCurves curves = new LearningCurves(Palette.light(), Locale.ENGLISH, CurveOptions.RAW, 1);
        curves.name("12", 0);
        curves.add(List.of(new RunEvent.Started(
                "neumf", 1, 1, 1, 8, 20, "time", "all", 1, Map.of(metric, popularity), "time", "")));
        for (int n = 0; n < figures.length; n++) {
            curves.add(List.of(new RunEvent.EpochDone(
                    "train", n + 1, .2, 10, 100, 1, Map.of(metric, figures[n]), n == 0, Map.of())));
        }
        curves.references(List.of(new Reference("ease", Map.of(metric, ease), Map.of())));
        return AmongLevels.of(curves.picture());
    }

    @Test
    void theBestFigureIsHeldAgainstTheStrongest() {
        AmongLevels below = among("NDCG@10", .3377, .1688, .2443, .3015, .2900).orElseThrow();
        assertEquals(.3015, below.best());
        assertEquals("EASE", below.strongest().name());
        assertEquals(-1, below.side());
        assertEquals(1, among("NDCG@10", .3377, .1688, .3378).orElseThrow().side());
        assertEquals(0, among("NDCG@10", .3377, .1688, .33771).orElseThrow().side(), "written alike");
        assertEquals(
                "popularity",
                among("NDCG@10", .1, .1688, .2).orElseThrow().strongest().name());
    }

    @Test
    void nothingIsSaidBeforeThereIsAFigureOrWhereNoneIsTheBetterOne() {
        assertTrue(among("NDCG@10", .3377, .1688).isEmpty());
        assertTrue(among("Coverage@10", .3377, .1688, .2).isEmpty());
    }
}
