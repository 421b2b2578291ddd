package dev.nara.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.explain.Explainer.Near;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainerTest {
    private static final float[][] VECTORS = {{2, 0}, {0, 3}, {-1, 0}, {3, 4}, {8, 0}};

    /** Item 0 points as item 4 does, partly as 3, across 1, and away from 2. */
    @Test
    void onlyWhatPointsAsTheItemDoesIsNear() {
        assertEquals(
                List.of(new Near(4, 1), new Near(3, 0.6)),
                Explainer.nearest(item -> VECTORS[item], new int[] {0, 1, 2, 3, 4}, 0));
        assertEquals(List.of(), Explainer.nearest(item -> new float[0], new int[] {1}, 0), "a model without vectors");
    }
}
