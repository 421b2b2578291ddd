package dev.nara.search.space;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpaceTest {
    private static final Dimension MODEL = new Dimension.Choice("model", List.of("gmf", "mlp"), Optional.empty());
    private static final Dimension LAYERS = new Dimension.Ordered("layers", List.of("8", "16", "32"), Optional.empty())
            .under(new Dimension.Condition("model", Set.of("mlp")));
    private static final Space SPACE =
            new Space(List.of(LAYERS, MODEL, Dimension.Range.of("negatives", 1, 4, true, false)));

    @Test
    void aConditionStandsBeforeWhatHangsOnIt() {
        assertEquals(
                List.of("model", "layers", "negatives"),
                SPACE.dimensions().stream().map(Dimension::name).toList());
    }

    @Test
    void whatDoesNotCountIsLeftOut() {
        assertEquals(Map.of("model", "gmf", "negatives", "1"), SPACE.at(new double[] {0, .9, 0}));
        assertEquals(Map.of("model", "mlp", "layers", "32", "negatives", "4"), SPACE.at(new double[] {1, .9, 1}));
        assertArrayEquals(
                new double[] {.25, Double.NaN, .125},
                SPACE.places(Map.of("model", "gmf", "layers", "8", "negatives", "1")),
                1e-12);
        assertEquals(Map.of("model", "gmf"), SPACE.active(Map.of("model", "gmf", "layers", "8", "epochs", "20")));
    }

    @Test
    void settingsAreCounted() {
        assertEquals(OptionalLong.of(16), SPACE.count(), "4 of gmf, 3 times 4 of mlp");
        assertEquals(
                OptionalLong.empty(),
                SPACE.with(Dimension.Range.of("rate", .1, 1, false, true)).count());
        assertEquals(OptionalLong.of(12), SPACE.without("model").count(), "a condition on nothing holds");
    }

    @Test
    void aSettingOfItHasAllThatCounts() {
        assertTrue(SPACE.contains(Map.of("model", "gmf", "negatives", "2", "epochs", "3")));
        assertFalse(SPACE.contains(Map.of("model", "mlp", "negatives", "2")));
        assertFalse(SPACE.contains(Map.of("model", "gmf", "negatives", "5")));
    }

    @Test
    void namesStandOnceAndConditionsFormNoRing() {
        assertThrows(IllegalArgumentException.class, () -> new Space(List.of(MODEL, MODEL)));
        Dimension ring = MODEL.under(new Dimension.Condition("layers", Set.of("8")));
        assertThrows(IllegalArgumentException.class, () -> new Space(List.of(ring, LAYERS)));
    }
}
