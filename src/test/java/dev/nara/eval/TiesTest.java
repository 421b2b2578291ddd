package dev.nara.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The order of items of equal score, as the guide gives it in Python. */
class TiesTest {
    @Test
    void placesAreThoseOfTheGuide() {
        assertEquals(1896895516, Ties.drawn(0, 0));
        assertEquals(926699317, Ties.drawn(0, 1));
        assertEquals(2143924403, Ties.drawn(3, 7));
    }
}
