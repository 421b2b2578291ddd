package dev.nara.search.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.search.space.Dimension;
import dev.nara.search.space.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineSamplerTest {
    private static final Space SPACE = new Space(List.of(
            Dimension.Range.of("negatives", 1, 3, true, false),
            new Dimension.Choice("model", List.of("gmf", "mlp"), Optional.empty())));

    private static Map<String, String> of(int negatives, String model) {
        return Map.of("negatives", Integer.toString(negatives), "model", model);
    }

    @Test
    void eachDimensionBeginsAtTheBestOfThoseBefore() {
        List<Observation> history = new ArrayList<>(List.of(Observation.done(of(2, "gmf"), .5)));
        List<Map<String, String>> asked = new ArrayList<>();
        for (double figure : new double[] {.3, .6, .7, .2, .1}) {
            Map<String, String> settings = new LineSampler()
                    .ask(SPACE, history, List.of(), 1, 1)
                    .get(0)
                    .settings();
            asked.add(settings);
            history.add(Observation.done(settings, figure));
        }
        assertEquals(List.of(of(1, "gmf"), of(3, "gmf"), of(3, "mlp"), of(1, "mlp"), of(2, "mlp")), asked);
    }

    @Test
    void beginsInTheMiddle() {
        assertEquals(
                of(2, "mlp"),
                new LineSampler().ask(SPACE, List.of(), List.of(), 1, 1).get(0).settings());
    }
}
