package dev.nara.search.sampler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.search.space.Dimension;
import dev.nara.search.space.Space;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EncodingTest {
    private static final Encoding ENCODING = new Encoding(new Space(List.of(
            new Dimension.Choice("model", List.of("gmf", "mlp", "mf"), Optional.empty()),
            new Dimension.Ordered("layers", List.of("8", "16", "32"), Optional.empty())
                    .under(new Dimension.Condition("model", Set.of("mlp"))),
            Dimension.Range.of("negatives", 1, 5, true, false),
            Dimension.Range.of("rate", 1e-4, 1, false, true))));

    @Test
    void ordersRunFromFirstToLast() {
        assertArrayEquals(
                new double[] {1, 1, .25, .5},
                ENCODING.of(Map.of("model", "mlp", "layers", "32", "negatives", "2", "rate", "0.01")),
                1e-9);
    }

    @Test
    void whatDoesNotCountStandsInTheMiddle() {
        assertArrayEquals(
                new double[] {2, .5, 0, 1},
                ENCODING.of(Map.of("model", "mf", "layers", "32", "negatives", "1", "rate", "1")),
                1e-9);
        assertArrayEquals(new double[] {0, .5, 0, 1}, ENCODING.settled(new double[] {0, 1, 0, 1}), 1e-9);
        assertArrayEquals(new double[] {1, 1, 0, 1}, ENCODING.settled(new double[] {1, 1, 0, 1}), 1e-9);
    }

    @Test
    void comesBackAsSettings() {
        Map<String, String> settings = Map.of("model", "mlp", "layers", "16", "negatives", "4", "rate", "0.01");
        assertEquals(settings, ENCODING.settings(ENCODING.of(settings)));
        assertEquals(
                Map.of("model", "gmf", "negatives", "5", "rate", "1"), ENCODING.settings(new double[] {0, .5, 1, 1}));
    }

    @Test
    void numbersOutsideOfTheSpaceLieBeyondItsEnds() {
        assertArrayEquals(
                new double[] {-1, .5, 1.25, 1.25},
                ENCODING.of(Map.of("model", "bpr", "negatives", "6", "rate", "10")),
                1e-9);
    }
}
