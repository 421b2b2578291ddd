package dev.nara.search.sampler;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.search.space.Dimension;
import dev.nara.search.space.Space;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Searches smooth random functions whose figures are as noisy as those of a few hundred users. */
@Tag("process")
class NoisySearchTest {
    private static final Space SPACE = new Space(List.of(
            new Dimension.Ordered("dimension", List.of("8", "16", "32", "64", "128"), Optional.empty()),
            new Dimension.Range("half_life", 7, 365, false, true, 0, true, Optional.empty()),
            new Dimension.Range("negatives", 2, 32, true, true, 0, false, Optional.empty()),
            new Dimension.Range("rate", 3e-4, .03, false, true, 0, false, Optional.empty()),
            new Dimension.Range("decay", 1e-7, 1e-3, false, true, 0, true, Optional.empty())));
    private static final Encoding ENCODING = new Encoding(SPACE);
    private static final int FUNCTIONS = Integer.getInteger("nara.functions", 40);
    private static final int TRIALS = Integer.getInteger("nara.trials", 60);

    /** The standard deviation of a figure; 1 is from the median of a function to the best of many random settings. */
    private static final double NOISE = .2;

    /** A sum of bumps that are wide in some dimensions and narrow in others. */
    private static final class Bumps {
        private static final int MANY = 6;

        private final double[][] middles = new double[MANY][ENCODING.size()];
        private final double[] heights = new double[MANY];
        private final double[] widths = new double[ENCODING.size()];
        private final double median;
        private final double best;

        Bumps(long seed) {
            Random random = new Random(seed);
            Arrays.setAll(widths, d -> Math.exp(.7 * random.nextGaussian() - .6));
            for (int bump = 0; bump < MANY; bump++) {
                Arrays.setAll(middles[bump], d -> 1.4 * random.nextDouble() - .2);
                heights[bump] = random.nextGaussian();
            }
            SettingMoves moves = new SettingMoves(ENCODING, new SplittableRandom(seed));
            double[] some = IntStream.range(0, 3000)
                    .mapToDouble(i -> at(moves.anywhere()))
                    .sorted()
                    .toArray();
            median = some[some.length / 2];
            best = some[some.length - 1];
        }

        private double at(double[] x) {
            double sum = 0;
            for (int bump = 0; bump < MANY; bump++) {
                double square = 0;
                for (int d = 0; d < x.length; d++) {
                    square += Math.pow((x[d] - middles[bump][d]) / widths[d], 2);
                }
                sum += heights[bump] * Math.exp(-square / 2);
            }
            return sum;
        }

        /** 0 at the median, 1 at the best of many. */
        double at(Map<String, String> settings) {
            return (at(ENCODING.of(settings)) - median) / (best - median);
        }
    }

    /** What is missing to the best at the setting that the model holds for the best of those tried. */
    private static double regret(long seed) {
        Bumps bumps = new Bumps(seed);
        Random noise = new Random(seed);
        Sampler sampler = new GpSampler();
        List<Observation> history = new ArrayList<>();
        for (int trial = 0; trial < TRIALS; trial++) {
            Map<String, String> settings =
                    sampler.ask(SPACE, history, List.of(), 1, seed).get(0).settings();
            history.add(Observation.done(settings, bumps.at(settings) + NOISE * noise.nextGaussian()));
        }
        Expectation expectation = Expectation.of(SPACE, history).orElseThrow();
        return history.stream()
                .map(Observation::settings)
                .max(Comparator.comparingDouble(
                        settings -> expectation.of(settings).mean()))
                .map(settings -> 1 - bumps.at(settings))
                .orElseThrow();
    }

    @Test
    void doesNotStayWhereNothingIsLearntAnyMore() {
        double regret = IntStream.range(0, FUNCTIONS)
                .mapToDouble(NoisySearchTest::regret)
                .average()
                .orElseThrow();
        System.out.printf("regret after %d trials, mean of %d functions: %.3f%n", TRIALS, FUNCTIONS, regret);
        assertTrue(regret < .1, "regret " + regret);
    }
}
