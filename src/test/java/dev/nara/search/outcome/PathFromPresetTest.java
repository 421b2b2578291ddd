package dev.nara.search.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.eval.Significance;
import dev.nara.search.outcome.PathFromPreset.Step;
import dev.nara.search.space.Dimension;
import dev.nara.search.space.Space;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PathFromPresetTest {
    private static Dimension number(String name) {
        return Dimension.Range.of(name, 1, 9, true, false);
    }

    private static Importance share(String name, double share) {
        return new Importance(name, share, share, share, 1);
    }

    @Test
    void theMostImportantChangeComesFirstAndWhatMattersLeastTogether() {
        List<Dimension> dimensions = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d", "e", "f")) {
            dimensions.add(number(name));
        }
        List<Step> steps = PathFromPreset.steps(
                new Space(dimensions),
                Map.of("a", "1", "b", "1", "c", "1", "d", "1", "e", "1", "f", "1"),
                Map.of("a", "2", "b", "2", "c", "2", "d", "2", "e", "2", "f", "1"),
                List.of(share("a", 0.1), share("b", 0.5), share("c", Double.NaN), share("d", 0.3), share("f", 0.9)));
        assertEquals(
                List.of(List.of("b"), List.of("d"), List.of("a"), List.of("c", "e")),
                steps.stream().map(Step::names).toList());
        assertEquals(
                Map.of("a", "1", "b", "2", "c", "1", "d", "1", "e", "1", "f", "1"),
                steps.get(0).settings());
        assertEquals(
                Map.of("a", "2", "b", "2", "c", "2", "d", "2", "e", "2", "f", "1"),
                steps.get(3).settings());
    }

    @Test
    void whatBeginsToCountComesWithWhatItDependsOn() {
        Space space = new Space(List.of(
                new Dimension.Choice("loss", List.of("sum", "pairs"), Optional.empty()),
                number("margin").under(new Dimension.Condition("loss", Set.of("pairs"))),
                number("weight").under(new Dimension.Condition("loss", Set.of("sum")))));
        Map<String, String> preset = Map.of("loss", "sum", "weight", "3");
        Map<String, String> chosen = Map.of("loss", "pairs", "margin", "4");
        List<Step> steps = PathFromPreset.steps(
                space, preset, chosen, List.of(share("margin", 0.9), share("loss", 0.1), share("weight", 0.5)));
        assertEquals(chosen, steps.get(steps.size() - 1).settings());
        assertEquals(List.of(), PathFromPreset.steps(space, preset, preset, List.of()));
    }

    @Test
    void stepsAreHeldAgainstTheOneBefore() {
        List<Confirmed> settings = new ArrayList<>();
        double[] means = {0.4, 0.45, 0.45};
        for (int n = 0; n < means.length; n++) {
            double[][] figures = new double[3][400];
            for (int s = 0; s < 3; s++) {
                double mean = means[n];
                Random own = new Random(10L * n + s);
                Random users = new Random(7);
                Arrays.setAll(figures[s], u -> mean + 0.1 * users.nextGaussian() + 0.02 * own.nextGaussian());
            }
            settings.add(new Confirmed(n, figures, 1, true));
        }
        List<PathFromPreset.Gain> gains = PathFromPreset.gains(settings);
        assertEquals(2, gains.size());
        assertEquals(0.05, gains.get(0).difference(), 0.005);
        assertEquals(Significance.Verdict.REAL, gains.get(0).verdict());
        assertEquals(0, gains.get(1).difference(), 0.005);
        assertEquals(Significance.Verdict.NOISE, gains.get(1).verdict());
    }
}
