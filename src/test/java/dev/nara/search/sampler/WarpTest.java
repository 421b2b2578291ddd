package dev.nara.search.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WarpTest {
    private static final Warp WARP = new Warp(new double[] {-1e9, .5, .7, .3, .6});

    @Test
    void aboveTheMedianDistancesStay() {
        double spread = Math.sqrt((.01 + .04) / 2);
        assertEquals(0, WARP.of(.5), 1e-12);
        assertEquals(.1 / spread, WARP.of(.6), 1e-12);
        assertEquals(.2 / spread, WARP.of(.7), 1e-12);
        assertEquals(.6, WARP.figure(WARP.of(.6)), 1e-12);
        assertEquals(spread, WARP.spread(), 1e-12);
    }

    @Test
    void belowOnlyRanksCount() {
        assertEquals(-0.5244005127080409, WARP.of(.3), 1e-9, "the 30th of a hundred");
        assertEquals(-1.2815515655446004, WARP.of(-1e9), 1e-9, "the tenth of a hundred");
        assertEquals(-1.2815515655446004, WARP.worst(), 1e-9);
    }

    @Test
    void equalFiguresAreEqual() {
        Warp flat = new Warp(new double[] {.5, .5, .5});
        assertEquals(0, flat.of(.5), 1e-12);
        assertEquals(0, flat.worst(), 1e-12);
    }
}
