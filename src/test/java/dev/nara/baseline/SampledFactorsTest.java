package dev.nara.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.algebra.FactorSteps;
import dev.nara.algebra.PlainSteps;
import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.EpochProgress;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.ParameterValues;
import dev.nara.algorithm.TrainingInput;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Toy;
import dev.nara.vector.VectorEngine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class SampledFactorsTest {
    private static final Map<String, String> VALUES = Map.of("factors", "20", "learning_rate", "0.1");

    /** Users of two tastes: each likes items of its own half. */
    private static Dataset twoTastes() {
        Random random = new Random(5);
        long[][] log = new long[3000][];
        for (int r = 0; r < log.length; r++) {
            int user = random.nextInt(120);
            log[r] = new long[] {user, 2L * random.nextInt(40) + user % 2, r};
        }
        return Toy.of(120, 80, log);
    }

    private static Fitting start(Algorithm algorithm, Dataset data) throws DataException {
        TrainingInput input = new TrainingInput(data, data.interactions(), "", "auto");
        return algorithm.start(input, ParameterValues.of(algorithm.parameters(), VALUES), 1);
    }

    private static List<Algorithm> both(FactorSteps steps) {
        return List.of(SampledFactors.bpr(steps), SampledFactors.logistic(steps));
    }

    @Test
    void anyNumberOfThreadsLearnsTheSame() throws Exception {
        Dataset data = twoTastes();
        for (Algorithm algorithm : both(VectorEngine.arithmetic())) {
            List<Weights> states = new ArrayList<>();
            List<Double> losses = new ArrayList<>();
            for (int threads = 1; threads <= 3; threads++) {
                ForkJoinPool pool = new ForkJoinPool(threads);
                try (Fitting fitting = start(algorithm, data)) {
                    for (int e = 0; e < 3; e++) {
                        losses.add(pool.submit(() -> fitting.epoch(EpochProgress.NONE))
                                .get());
                    }
                    states.add(fitting.state());
                } finally {
                    pool.shutdown();
                }
            }
            for (int n = 1; n < 3; n++) {
                for (String name : states.get(0).names()) {
                    assertArrayEquals(states.get(0).get(name), states.get(n).get(name), algorithm.id() + " " + name);
                }
                assertEquals(losses.subList(0, 3), losses.subList(3 * n, 3 * n + 3));
            }
        }
    }

    @Test
    void tastesAreLearntByEitherArithmetic() throws Exception {
        Dataset data = twoTastes();
        for (FactorSteps steps : List.of(new PlainSteps(), VectorEngine.arithmetic())) {
            for (Algorithm algorithm : both(steps)) {
                try (Fitting fitting = start(algorithm, data)) {
                    double first = fitting.epoch(EpochProgress.NONE);
                    double last = 0;
                    for (int e = 1; e < 12; e++) {
                        last = fitting.epoch(EpochProgress.NONE);
                    }
                    assertTrue(last < first, first + " " + last);
                    float[] scores = new float[80];
                    fitting.recommender().scores(7, scores);
                    double own = 0;
                    double others = 0;
                    for (int i = 0; i < 80; i++) {
                        own += i % 2 == 1 ? scores[i] : 0;
                        others += i % 2 == 0 ? scores[i] : 0;
                    }
                    assertTrue(own > others, algorithm.id());
                }
            }
        }
    }

    /** Every positive once, with its negatives, whose last report is of the whole epoch. */
    @Test
    void anEpochReportsAllItsExamples() throws Exception {
        Dataset data = twoTastes();
        long pairs = data.interactions().distinctPairs();
        List<Long> done = new ArrayList<>();
        List<Long> totals = new ArrayList<>();
        try (Fitting fitting = start(SampledFactors.logistic(new PlainSteps()), data)) {
            fitting.epoch((now, total, loss) -> {
                done.add(now);
                totals.add(total);
            });
        }
        assertEquals(List.of(9 * pairs), List.copyOf(new HashSet<>(totals)));
        assertEquals(9 * pairs, done.get(done.size() - 1));
        assertTrue(done.size() > 1);
    }

    /** The examples of a round's blocks share neither a user nor an item, and all of an epoch are dealt. */
    @Test
    void blocksOfARoundShareNoRows() throws DataException {
        Dataset data = twoTastes();
        TrainingInput input = new TrainingInput(data, data.interactions(), "", "auto");
        for (boolean pairwise : new boolean[] {true, false}) {
            Algorithm algorithm = both(new PlainSteps()).get(pairwise ? 0 : 1);
            StratifiedDescent descent =
                    (StratifiedDescent) algorithm.start(input, ParameterValues.of(algorithm.parameters(), VALUES), 1);
            Strata strata = descent.dealt(3);
            int examples = 0;
            for (int round = 0; round < strata.rounds(); round++) {
                Set<Integer> rows = new HashSet<>();
                int distinct = 0;
                for (int block = 0; block < Strata.BLOCKS; block++) {
                    Set<Integer> own = new HashSet<>();
                    for (int e = strata.start(round, block); e < strata.start(round, block + 1); e++) {
                        own.add(strata.examples()[Strata.WIDTH * e]);
                        own.add(-1 - strata.examples()[Strata.WIDTH * e + 1]);
                        if (pairwise) {
                            own.add(-1 - strata.examples()[Strata.WIDTH * e + 2]);
                        }
                        examples++;
                    }
                    distinct += own.size();
                    rows.addAll(own);
                }
                assertEquals(distinct, rows.size(), "round " + round);
            }
            long pairs = data.interactions().distinctPairs();
            assertEquals(pairwise ? pairs : 9 * pairs, examples);
        }
    }
}
