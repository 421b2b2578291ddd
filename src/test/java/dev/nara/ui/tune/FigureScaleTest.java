package dev.nara.ui.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FigureScaleTest {
    @Test
    void lowestIsZeroAndWhatIsWorseToo() {
        FigureScale scale = new FigureScale(.2, .4);
        assertEquals(.5, scale.share(.3), 1e-12);
        assertEquals(0, scale.share(.1));
        assertEquals(.5, new FigureScale(.4, .2).share(.3), 1e-12, "the lower the better");
    }

    @Test
    void aScaleOfOneFigureTellsItFromWorseOnes() {
        FigureScale scale = new FigureScale(.3173, .3173);
        assertEquals(1, scale.share(.3173));
        assertEquals(0, scale.share(.1601));
        assertEquals(Double.NaN, scale.share(Double.NaN));
    }
}
