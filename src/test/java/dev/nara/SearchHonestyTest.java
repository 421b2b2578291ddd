package dev.nara;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.algorithm.HashedRandom;
import dev.nara.data.DataException;
import dev.nara.eval.Significance;
import dev.nara.search.SimulatedFigures;
import dev.nara.search.SimulatedFigures.Noise;
import dev.nara.search.outcome.Choice;
import dev.nara.search.outcome.Confirmation;
import dev.nara.search.outcome.Confirmed;
import dev.nara.search.outcome.UserHalves;
import dev.nara.search.sampler.Observation;
import dev.nara.search.sampler.Samplers;
import dev.nara.search.space.Dimension;
import dev.nara.search.space.Space;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How often a study calls its setting better than the preset where no setting is, and where one is; and whether what it promises is kept.
 * In small; with {@code mvn -Pscale test -Dtest=SearchHonestyTest -Dnara.studies=100} in full size, and with {@code
 * -Dnara.sampler=gp} by a sampler of the program.
 */
class SearchHonestyTest {
    private static final int USERS = 940;
    private static final int DIMENSIONS = 3;
    private static final int TRIALS = 40;
    private static final int SEEDS = 3;
    private static final Noise NOTHING = new Noise(0, 0.07, 0.003);
    private static final Noise PECULIAR = new Noise(0.07, 0.07, 0.003);

    private static final Space SPACE = new Space(List.of(
            Dimension.Range.of("a", 0, 1, false, false),
            Dimension.Range.of("b", 0, 1, false, false),
            Dimension.Range.of("c", 0, 1, false, false)));
    private static final double[] PRESET = {0.5, 0.5, 0.5};

    /** What came of some studies. */
    private static final class Tally {
        private final List<Double> errors = new ArrayList<>();
        private final List<Double> seen = new ArrayList<>();
        private int better;
        private int within;
        private int naive;
        private int more;
        private double worth;

        void add(Outcome outcome) {
            better += outcome.choice.verdict() == Choice.Verdict.BETTER ? 1 : 0;
            more += outcome.more ? 1 : 0;
            naive += outcome.naive ? 1 : 0;
            worth += outcome.worth;
            errors.add(outcome.choice.promise().expected() - outcome.worth);
            seen.add(outcome.seen - outcome.worth);
            within += outcome.fresh >= outcome.choice.promise().low()
                            && outcome.fresh <= outcome.choice.promise().high()
                    ? 1
                    : 0;
        }

        double bias() {
            return mean(errors) / (deviation(errors) / Math.sqrt(errors.size()));
        }

        @Override
        public String toString() {
            int n = errors.size();
            return String.format(
                    "better %d of %d (more seeds asked %d; all users, best of all: %d), promise minus truth %+.5f ±"
                            + " %.5f (%.2f), of the best seen %+.5f, within %d, worth %.5f",
                    better,
                    n,
                    more,
                    naive,
                    mean(errors),
                    deviation(errors) / Math.sqrt(n),
                    bias(),
                    mean(seen),
                    within,
                    worth / n);
        }
    }

    private record Outcome(Choice choice, double worth, double fresh, double seen, boolean naive, boolean more) {}

    private static double mean(List<Double> numbers) {
        return Significance.mean(numbers.stream().mapToDouble(x -> x).toArray());
    }

    private static double deviation(List<Double> numbers) {
        return Significance.deviation(numbers.stream().mapToDouble(x -> x).toArray());
    }

    private static Tally studies(int times, int users, long first, Noise noise, double gainInErrors) {
        Tally tally = new Tally();
        for (int n = 0; n < times; n++) {
            SimulatedFigures none = new SimulatedFigures(first + n, users, DIMENSIONS, noise, 0);
            tally.add(study(
                    new SimulatedFigures(first + n, users, DIMENSIONS, noise, gainInErrors * none.error()), first + n));
        }
        return tally;
    }

    /** Proposes the next setting of a history. */
    private interface Proposer {
        double[] next(List<Observation> history);
    }

    /** Near the best so far, mostly: as a model of the figures would, in no time. */
    private static Proposer climber(long draw) {
        Random random = new Random(HashedRandom.mixed(draw));
        return history -> {
            double[] best = SPACE.places(history.stream()
                    .max(Comparator.comparingDouble(Observation::value))
                    .orElseThrow()
                    .settings());
            boolean climb = history.size() > 11 && random.nextDouble() < 0.75;
            double[] places = new double[DIMENSIONS];
            Arrays.setAll(
                    places,
                    d -> climb ? Math.max(0, Math.min(1, best[d] + 0.1 * random.nextGaussian())) : random.nextDouble());
            return places;
        };
    }

    /** A sampler of the program. */
    private static Proposer sampler(String name, long draw) {
        return history -> {
            try {
                return SPACE.places(Samplers.named(name)
                        .ask(SPACE, history, List.of(), 1, draw)
                        .get(0)
                        .settings());
            } catch (DataException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static Observation observed(double[] places, double[] searched) {
        return new Observation(
                SPACE.at(places), Significance.mean(searched), Double.NaN, 1 + places[2], Observation.Kind.DONE);
    }

    /** Searched, confirmed, chosen, and with more seeds where they are asked for. */
    private static Outcome study(SimulatedFigures world, long draw) {
        String name = System.getProperty("nara.sampler", "");
        Proposer proposer = name.isEmpty() ? climber(draw) : sampler(name, draw);
        List<Observation> history = new ArrayList<>();
        history.add(observed(PRESET, UserHalves.searched(world.run(PRESET, 1))));
        List<double[]> tried = new ArrayList<>();
        List<Confirmation.Finished> finished = new ArrayList<>();
        for (int n = 0; n < TRIALS; n++) {
            double[] places = SPACE.places(SPACE.at(proposer.next(history)));
            double[] searched = UserHalves.searched(world.run(places, 1));
            tried.add(places);
            finished.add(new Confirmation.Finished(n, searched));
            history.add(observed(places, searched));
        }
        List<double[]> candidates = Confirmation.candidates(finished, Confirmation.MOST).stream()
                .map(tried::get)
                .toList();
        Choice choice = choice(world, candidates, SEEDS);
        int more = choice.against().map(Choice.Against::moreSeeds).orElse(0);
        if (more > 0) {
            choice = choice(world, candidates, SEEDS + more);
        }
        double[] chosen = choice.chosen() < 0 ? PRESET : candidates.get(choice.chosen());
        SimulatedFigures others = world.others(draw + 1_000_003);
        double fresh = IntStream.range(0, SEEDS)
                .mapToDouble(seed -> Significance.mean(others.run(chosen, 100 + seed)))
                .average()
                .orElseThrow();
        double[] bestFigures = tried.stream()
                .map(places -> world.run(places, 1))
                .max(Comparator.comparingDouble(Significance::mean))
                .orElseThrow();
        Significance.Comparison naive = Significance.compare(
                new Significance.Group(new double[][] {bestFigures}, false),
                new Significance.Group(new double[][] {world.run(PRESET, 1)}, false),
                1);
        return new Outcome(
                choice, world.worth(chosen), fresh, Significance.mean(bestFigures), naive.p() < 0.05, more > 0);
    }

    private static Choice choice(SimulatedFigures world, List<double[]> candidates, int seeds) {
        List<Confirmed> confirmed = new ArrayList<>();
        for (int c = 0; c < candidates.size(); c++) {
            confirmed.add(confirmed(world, c, candidates.get(c), seeds));
        }
        return Choice.of(confirmed, Optional.of(confirmed(world, -1, PRESET, seeds)));
    }

    private static Confirmed confirmed(SimulatedFigures world, int trial, double[] places, int seeds) {
        double[][] figures = IntStream.range(0, seeds)
                .mapToObj(s -> world.run(places, 2 + s))
                .toArray(double[][]::new);
        return new Confirmed(trial, figures, 1 + places[2], true);
    }

    @Test
    void whatIsNotBetterIsHardlyEverCalledBetter() {
        Tally nothing = studies(16, 150, 100, NOTHING, 0);
        Tally peculiar = studies(16, 150, 200, PECULIAR, 0);
        assertTrue(nothing.better + peculiar.better <= 2, nothing + "; " + peculiar);
        assertTrue(Math.abs(nothing.bias()) < 2.5 && Math.abs(peculiar.bias()) < 2.5, nothing + "; " + peculiar);
    }

    @Test
    void aPlantedGainIsMostlyFoundAndWhatIsPromisedIsKept() {
        Tally planted = studies(16, 150, 300, PECULIAR, 2);
        assertTrue(planted.better > 8, planted.toString());
        assertTrue(Math.abs(planted.bias()) < 2.5, planted.toString());
    }

    @Test
    @Tag("scale")
    void inFullSize() {
        int times = Integer.getInteger("nara.studies", 100);
        Tally nothing = studies(times, USERS, 1000, NOTHING, 0);
        System.out.println("parameters do nothing: " + nothing);
        Tally peculiar = studies(times, USERS, 2000, PECULIAR, 0);
        System.out.println("peculiar to users: " + peculiar);
        Tally planted = studies(times, USERS, 3000, PECULIAR, 2);
        System.out.println("planted gain of two standard errors: " + planted);
        assertTrue(nothing.better <= 0.05 * times, nothing.toString());
        assertTrue(peculiar.better <= 0.05 * times, peculiar.toString());
        assertTrue(planted.better > 0.5 * times, planted.toString());
    }
}
