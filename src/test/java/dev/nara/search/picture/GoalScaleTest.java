package dev.nara.search.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GoalScaleTest {
    @Test
    void lowestIsZeroAndWhatIsWorseToo() {
        GoalScale scale = new GoalScale(.2, .4);
        assertEquals(.5, scale.share(.3), 1e-12);
        assertEquals(0, scale.share(.1));
        assertEquals(.5, new GoalScale(.4, .2).share(.3), 1e-12, "the lower the better");
    }

    @Test
    void aScaleOfOneFigureTellsItFromWorseOnes() {
        GoalScale scale = new GoalScale(.3173, .3173);
        assertEquals(1, scale.share(.3173));
        assertEquals(0, scale.share(.1601));
        assertEquals(Double.NaN, scale.share(Double.NaN));
        assertFalse(scale.spans());
        assertFalse(new GoalScale(Double.NaN, Double.NaN).spans());
        assertTrue(new GoalScale(.4, .2).spans());
    }
}
