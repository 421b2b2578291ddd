package dev.nara.search.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.search.space.Dimension;
import dev.nara.search.space.Space;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExpectationTest {
    private static final Space SPACE = new Space(List.of(Dimension.Range.of("a", 0, 1, false, false)));

    @Test
    void nearTrialsItKnowsTheFigureAndFarFromThemItDoesNot() {
        List<Observation> line = IntStream.rangeClosed(0, 10)
                .mapToObj(n -> Observation.done(Map.of("a", Double.toString(n * .05)), .2 + n * .01))
                .toList();
        Expectation expected = Expectation.of(SPACE, line).orElseThrow();
        assertEquals(.25, expected.of(Map.of("a", "0.25")).mean(), .003);
        assertTrue(expected.of(Map.of("a", "1")).deviation()
                > 3 * expected.of(Map.of("a", "0.25")).deviation());
    }

    @Test
    void withoutAFigureNothingIsExpected() {
        assertEquals(Optional.empty(), Expectation.of(SPACE, List.of(Observation.pending(Map.of("a", "0.5")))));
    }
}
