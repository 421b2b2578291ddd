package dev.nara.search.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.chart.ParallelAxes;
import dev.nara.chart.ParallelAxes.Axis;
import dev.nara.chart.ParallelAxes.Line;
import dev.nara.chart.ParallelAxes.Part;
import dev.nara.chart.ParallelAxes.Tick;
import dev.nara.data.DataException;
import dev.nara.search.space.Dimension;
import dev.nara.search.study.StudySnapshot;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParallelPictureTest {
    private static final StudySnapshot STUDY = SmallStudy.running();

    private static ParallelAxes axes(Map<String, Part> brush) {
        return ParallelPicture.of(STUDY, "neumf", "NDCG@10", List.of(2), brush, Locale.ENGLISH);
    }

    private static String sentence(Map<String, Part> brush) {
        return BrushWords.sentence(STUDY, "neumf", axes(brush), Locale.ENGLISH).in(Locale.ENGLISH);
    }

    @Test
    void axesAreParametersSecondsLimitsAndTheGoal() {
        List<Axis> all = axes(Map.of()).axes();
        assertEquals(
                List.of("learning_rate", "layers", "seconds", "Coverage@10", "NDCG@10"),
                all.stream().map(Axis::id).toList());
        assertEquals(
                List.of("Learning rate", "MLP layers", "s/epoch", "Coverage@10", "NDCG@10"),
                all.stream().map(Axis::name).toList());
        assertEquals(
                List.of(".0001", ".001", ".01", ".1"),
                all.get(0).ticks().stream().map(Tick::words).toList());
        assertEquals(
                List.of("none", "32", "64-32"),
                all.get(1).ticks().stream().map(Tick::words).toList());
        assertEquals(.2, all.get(3).limit());
        assertTrue(all.get(3).atLeast());
    }

    /** No figure is made up before there is one; a limit is one. */
    @Test
    void axesOfFiguresHaveNoScaleBeforeTheFirstTrial() {
        List<Axis> all = ParallelPicture.of(SmallStudy.begun(), "neumf", "NDCG@10", List.of(), Map.of(), Locale.ENGLISH)
                .axes();
        assertEquals(List.of(), all.get(2).ticks());
        assertEquals(List.of(), all.get(4).ticks());
        assertEquals(.2, all.get(3).limit());
    }

    @Test
    void trialsThatFailedAreNotDrawn() {
        List<Line> lines = axes(Map.of()).lines();
        assertEquals(List.of(1, 2, 3, 4, 5, 7), lines.stream().map(Line::trial).toList());
        assertEquals(1 / 3.0, lines.get(0).values().get(0), 1e-3, "a third of the way up the logarithms");
        assertEquals(.5, lines.get(0).values().get(1), 1e-9, "the second of three");
        assertEquals(0, lines.get(1).selected());
        assertTrue(lines.get(4).dropped());
    }

    @Test
    void severalBrushesCountTogether() {
        assertEquals("6 trials. Drag along an axis to choose some.", sentence(Map.of()));
        assertEquals(
                "4 of 6 trials with learning rate .0016 – .041", sentence(Map.of("learning_rate", new Part(.4, .87))));
        assertEquals(
                "1 of 6 trials with learning rate .0016 – .041, MLP layers none",
                sentence(Map.of("learning_rate", new Part(.4, .87), "layers", new Part(0, .3))));
        assertEquals("3 of 6 trials with NDCG@10 .271 – .274", sentence(Map.of("NDCG@10", new Part(.271, .274))));
    }

    @Test
    void theSpaceAsItIsNowIsNarrowedToTheBrush() throws DataException {
        List<Dimension> narrowed = BrushWords.narrowed(
                STUDY,
                STUDY.parts().get(0),
                axes(Map.of("learning_rate", new Part(.4, .95), "layers", new Part(.4, 1), "NDCG@10", new Part(0, 1))));
        assertEquals(
                List.of(
                        Dimension.Range.of("learning_rate", .001585, .03, false, true),
                        new Dimension.Ordered("layers", List.of("32", "64,32"), Optional.empty())),
                narrowed);
        assertThrows(
                DataException.class,
                () -> BrushWords.narrowed(
                        STUDY, STUDY.parts().get(0), axes(Map.of("learning_rate", new Part(.95, 1)))));
    }
}
