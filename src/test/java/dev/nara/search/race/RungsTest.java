package dev.nara.search.race;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RungsTest {
    @Test
    void rungsAreAnEighthAQuarterAndHalfOfTheWork() {
        Rungs rungs = Rungs.of(100, 4000, 40, 1);
        assertEquals(List.of(5, 10, 20), rungs.epochs());
        assertEquals(
                List.of(0.125, 0.25, 0.5),
                rungs.rungs().stream().map(Rungs.Rung::share).toList());
    }

    /** 20 negatives instead of 4 take five times the work, so they are looked at after a fifth of the epochs. */
    @Test
    void costlyEpochsAreLookedAtAtTheSameWork() {
        assertEquals(List.of(1, 2, 4), Rungs.of(500, 4000, 40, 1).epochs());
        assertEquals(List.of(10, 20), Rungs.of(50, 4000, 40, 1).epochs());
        assertEquals(List.of(), Rungs.of(9000, 4000, 40, 1).epochs());
    }

    @Test
    void thereIsNoneBeforeAveragingOrPretrainingEndsNorAtTheLastEpoch() {
        assertEquals(List.of(10, 20), Rungs.of(100, 4000, 40, 8).epochs());
        assertEquals(List.of(), Rungs.of(100, 4000, 40, 21).epochs());
        assertEquals(List.of(5), Rungs.of(100, 4000, 10, 1).epochs());
        assertEquals(List.of(), Rungs.of(100, 4000, 1, 1).epochs());
    }

    @Test
    void withoutKnownWorkRungsGoByEpochs() {
        assertEquals(List.of(2, 5, 10), Rungs.of(Double.NaN, 4000, 20, 1).epochs());
    }

    /** A rung that is left out leaves its part of the level to the next. */
    @Test
    void theLevelIsSpentInProportionToTheWork() {
        assertEquals(List.of(0.0125, 0.0125, 0.025), levels(Rungs.of(100, 4000, 40, 1)));
        assertEquals(List.of(0.025, 0.025), levels(Rungs.of(100, 4000, 40, 8)));
    }

    private static List<Double> levels(Rungs rungs) {
        return rungs.rungs().stream().map(Rungs.Rung::level).toList();
    }
}
