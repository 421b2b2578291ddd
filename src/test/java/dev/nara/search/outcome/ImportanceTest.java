package dev.nara.search.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.search.sampler.Observation;
import dev.nara.search.space.Dimension;
import dev.nara.search.space.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ImportanceTest {
    private static final Space SPACE = new Space(List.of(
            Dimension.Range.of("rate", 0.0001, 0.1, false, true),
            Dimension.Range.of("factors", 8, 64, true, false),
            new Dimension.Choice("loss", List.of("sum", "mean", "pairs"), Optional.empty()),
            new Dimension.Ordered(
                    "layers", List.of("16", "32"), Optional.of(new Dimension.Condition("loss", Set.of("pairs"))))));

    /** Trials at random places, worth what the rate's place is, and nothing with one of the losses. */
    private static List<Observation> trials(int number, double ofRate, double ofLoss, long seed) {
        Random random = new Random(seed);
        List<Observation> trials = new ArrayList<>();
        for (int t = 0; t < number; t++) {
            double[] places = random.doubles(4).toArray();
            Map<String, String> settings = SPACE.at(places);
            double value = ofRate * places[0]
                    + ("mean".equals(settings.get("loss")) ? ofLoss : 0)
                    + 0.1 * random.nextGaussian();
            trials.add(new Observation(settings, value, Double.NaN, Double.NaN, Observation.Kind.DONE));
        }
        return trials;
    }

    @Test
    void whatDecidesIsFound() {
        List<Importance> all = Importance.of(SPACE, trials(60, 1, 1, 1), 1);
        assertTrue(all.get(0).mattered() && all.get(2).mattered(), all.toString());
        assertFalse(all.get(1).mattered() || all.get(3).mattered(), all.toString());
        assertTrue(all.get(0).share() + all.get(2).share() > 0.8, all.toString());
        for (Importance one : all) {
            assertTrue(one.low() <= one.share() && one.share() <= one.high(), one.toString());
        }
    }

    @Test
    void whereNothingDecidesHardlyAnythingIsSaidToMatter() {
        int mattered = 0;
        for (int n = 0; n < 60; n++) {
            mattered +=
                    Importance.of(SPACE, trials(40, 0, 0, 100 + n), 1).stream().anyMatch(Importance::mattered) ? 1 : 0;
        }
        assertTrue(mattered <= 6, mattered + " of 60");
    }

    @Test
    void fewTrialsSayNothing() {
        List<Importance> all = Importance.of(SPACE, trials(14, 1, 1, 1), 1);
        assertTrue(all.stream().allMatch(one -> Double.isNaN(one.share())), all.toString());
        assertTrue(Double.isNaN(Importance.of(SPACE, List.of(), 1).get(0).share()));
    }

    /** The dimension that counts with one of three losses alone has too few. */
    @Test
    void aConditionalDimensionNeedsItsOwnTrials() {
        List<Importance> all = Importance.of(SPACE, trials(24, 1, 1, 1), 1);
        assertFalse(Double.isNaN(all.get(0).share()));
        assertTrue(Double.isNaN(all.get(3).share()));
    }

    @Test
    void failedTrialsAreTheWorstAndPendingOnesNone() {
        List<Observation> trials = new ArrayList<>();
        for (int t = 0; t < 40; t++) {
            double place = (t + 0.5) / 40;
            trials.add(new Observation(
                    SPACE.at(new double[] {place, 0.3 + 0.4 * (t % 2), 0.1, 0.1}),
                    place > 0.6 ? Double.NaN : place,
                    Double.NaN,
                    Double.NaN,
                    place > 0.6 ? Observation.Kind.FAILED : Observation.Kind.DONE));
        }
        Importance rate = Importance.of(SPACE, trials, 1).get(0);
        assertTrue(rate.mattered() && rate.share() > 0.9, rate.toString());
        assertEquals(Importance.of(SPACE, trials, 1), Importance.of(SPACE, trials, 1));
    }
}
