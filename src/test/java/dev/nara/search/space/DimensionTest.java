package dev.nara.search.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DimensionTest {
    private static final Dimension RATE = Dimension.Range.of("rate", 1e-4, 1e-1, false, true);
    private static final Dimension NEGATIVES = Dimension.Range.of("negatives", 2, 32, true, true);
    private static final Dimension DECAY =
            new Dimension.Range("decay", 1e-7, 1e-3, false, true, 0, true, Optional.empty());
    private static final Dimension DROPOUT =
            new Dimension.Range("dropout", 0, .5, false, false, .1, false, Optional.empty());
    private static final Dimension LAYERS =
            new Dimension.Ordered("layers", List.of("16-8", "32-16", "64-32"), Optional.empty());

    @Test
    void aLogarithmIsLaidOutByIt() {
        assertEquals("0.0001", RATE.at(0));
        assertEquals("0.003162", RATE.at(.5));
        assertEquals("0.1", RATE.at(1));
        assertEquals("0.0001", RATE.at(-.5), "before it, its beginning");
        assertEquals(1.0 / 3, RATE.place("0.001"), 1e-9);
        assertEquals(4.0 / 3, RATE.place("1"), 1e-9, "outside of it, after its end");
        assertTrue(Double.isNaN(RATE.place("0")));
        assertEquals(OptionalLong.empty(), RATE.count());
    }

    @Test
    void wholeNumbersAreCells() {
        assertEquals("2", NEGATIVES.at(0));
        assertEquals("32", NEGATIVES.at(1));
        assertEquals("7", NEGATIVES.at(.5), "the middle of 1.5 and 32.5 is 6.98");
        assertEquals(OptionalLong.of(31), NEGATIVES.count());
        for (String value : NEGATIVES.values()) {
            assertEquals(value, NEGATIVES.at(NEGATIVES.place(value)));
            assertTrue(NEGATIVES.contains(value));
        }
        assertFalse(NEGATIVES.contains("2.5"));
        assertFalse(NEGATIVES.contains("33"));
    }

    @Test
    void zeroHasATenthOfItsOwn() {
        assertEquals("0", DECAY.at(.09));
        assertEquals("0.0000001", DECAY.at(.1));
        assertEquals(.05, DECAY.place("0"), 1e-12);
        assertEquals(.55, DECAY.place("0.00001"), 1e-9);
        assertTrue(DECAY.contains("0"));
        assertFalse(DECAY.contains("0.00000001"));
    }

    @Test
    void stepsAreSpeltShort() {
        assertEquals(List.of("0", "0.1", "0.2", "0.3", "0.4", "0.5"), DROPOUT.values());
        assertEquals("0.3", DROPOUT.at(.6));
        assertFalse(DROPOUT.contains("0.25"));
    }

    @Test
    void aChoiceStandsInTheMiddleOfItsPart() {
        assertEquals(.5, LAYERS.place("32-16"), 1e-12);
        assertEquals("64-32", LAYERS.at(1));
        assertTrue(Double.isNaN(LAYERS.place("128-64")));
    }

    @Test
    void narrowingKeepsWhatIsInside() throws DataException {
        assertEquals(List.of("0.2", "0.3"), DROPOUT.narrowed("0.15", "0.3").values());
        assertEquals(
                List.of("32-16", "64-32"), LAYERS.narrowed("32-16", "64-32").values());
        assertEquals(
                List.of("16-8", "64-32"),
                LAYERS.narrowed(List.of("64-32", "16-8")).values());
        assertEquals(
                List.of("4", "8"), NEGATIVES.narrowed(List.of("8", "4", "64")).values());
        assertEquals(List.of("0"), DECAY.narrowed("0", "0").values());
        assertEquals("0", DECAY.narrowed("0", "1e-5").at(0));
        assertEquals("0.00001", DECAY.narrowed("1e-5", "1e-3").at(0));
    }

    @Test
    void nothingLeftIsSaid() {
        DataException e = assertThrows(DataException.class, () -> NEGATIVES.narrowed("40", "50"));
        assertEquals(
                "No value of negatives is left within 40..50. Choose values from the space of the search.",
                e.getMessage());
        assertThrows(DataException.class, () -> LAYERS.narrowed(List.of("128")));
    }
}
