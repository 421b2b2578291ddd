package dev.nara.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.algorithm.SameScores;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueRanksTest {
    private static final int[] NOTHING = {};

    private static CatalogueRanks.Ranked ranked(SameScores model, int[] leftOut, int... chosen) {
        return CatalogueRanks.of(model, new int[] {0}, 3, u -> leftOut, u -> chosen)[0];
    }

    @Test
    void chosenItemsStandByTheirScores() {
        SameScores model = new SameScores(1, 9, 2, 10, 5, 4);
        assertEquals(List.of(3, 1, 4), ranked(model, NOTHING, 0).list());
        assertEquals(
                List.of(2, 1), ranked(model, NOTHING, 1, 3).ranks(), "the second of two neighbours is not the first");
        assertEquals(List.of(6, 1, 3), ranked(model, NOTHING, 0, 3, 4).ranks());
    }

    @Test
    void tiesAndNoNumbersCountAgainst() {
        SameScores model = new SameScores(5, 5, 5, Float.NaN, 1, 5);
        assertEquals(List.of(4), ranked(model, NOTHING, 0).ranks());
        assertEquals(List.of(6), ranked(model, NOTHING, 3).ranks());
        assertEquals(List.of(2), ranked(model, new int[] {1, 2}, 0).ranks(), "what is left out is not above");
        assertEquals(List.of(0, 5, 4), ranked(model, new int[] {1, 2}, 0).list());
    }
}
