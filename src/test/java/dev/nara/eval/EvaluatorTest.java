package dev.nara.eval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.SameScores;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.GivenTest;
import dev.nara.data.Toy;
import dev.nara.split.GivenSplit;
import dev.nara.split.Split;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
    /** Two users; user 0 trained on item 0 and is to find 3, user 1 trained on 1 and is to find 4; negatives 5 and 2. */
    private static Dataset dataset() {
        GivenTest given = Toy.given(6, new int[][] {{3}, {4}}, new int[][] {{5, 2}, {2, 5}});
        return Toy.of(2, 6, new long[][] {{0, 0, 1}, {1, 1, 1}}, false, given);
    }

    private static Evaluation evaluate(String candidates, Recommender recommender) throws DataException {
        Dataset dataset = dataset();
        Split split = new GivenSplit().split(dataset, "", 1);
        Evaluator evaluator = new Evaluator(
                dataset,
                split,
                CandidateRules.candidates(dataset, split, candidates, 1),
                CutoffMetric.parse("HR@1,HR@2,NDCG@2,Coverage@1"));
        return evaluator.evaluate(recommender, (done, total) -> {});
    }

    @Test
    void theFilesNegativesAreRanked() throws DataException {
        Evaluation evaluation = evaluate("given", new SameScores(9, 9, 3, 5, 2, 1));
        assertEquals(0.5, evaluation.mean("HR@1"));
        assertArrayEquals(new double[] {1, 0}, evaluation.perUser("HR@1"));
        assertArrayEquals(new double[] {1, 1}, evaluation.perUser("HR@2"));
        assertEquals((1 + Math.log(2) / Math.log(3)) / 2, evaluation.mean("NDCG@2"), 1e-12);
    }

    @Test
    void tiesAreDrawnTheSameForAllModels() throws DataException {
        double[] given = evaluate("given", new SameScores(1, 1, 1, 1, 1, 1)).perUser("HR@2");
        assertArrayEquals(
                given, evaluate("given", new SameScores(2, 2, 2, 2, 2, 2)).perUser("HR@2"));
    }

    /** Of ten items of equal score each comes first for about a tenth of the users: to be found or not. */
    @Test
    void tiesNeitherFavourNorHarmWhatIsToBeFound() {
        int[] first = new int[10];
        for (int user = 0; user < 10_000; user++) {
            TopK best = new TopK(1);
            for (int item = 0; item < 10; item++) {
                best.offer(item, 1, Ties.drawn(user, item));
            }
            first[best.drain()[0]]++;
        }
        assertTrue(Arrays.stream(first).allMatch(n -> n > 900 && n < 1100), Arrays.toString(first));
    }

    @Test
    void theCatalogueLeavesOutWhatWasTrainedOnWhereNobodyRepeats() throws DataException {
        Evaluation evaluation = evaluate("all", new SameScores(9, 0, 1, 8, 7, 0));
        assertArrayEquals(new double[] {1, 0}, evaluation.perUser("HR@1"));
        assertEquals(2 / 6.0, evaluation.mean("Coverage@1"), 1e-12);
    }

    @Test
    void sampledNegativesAreOfTheSeed() throws DataException {
        Dataset dataset = dataset();
        Split split = new GivenSplit().split(dataset, "", 1);
        int[] once = CandidateRules.candidates(dataset, split, "sampled:3", 5).list(0);
        int[] again = CandidateRules.candidates(dataset, split, "sampled:3", 5).list(0);
        assertArrayEquals(once, again);
        assertEquals(3, once[0]);
        assertEquals(4, once.length);
        for (int n = 1; n < once.length; n++) {
            assertEquals(true, once[n] != 0 && once[n] != 3, "neither trained on nor to be found");
        }
    }

    @Test
    void fewerNegativesThanAskedForAreReported() throws DataException {
        Dataset dataset = dataset();
        Split split = new GivenSplit().split(dataset, "", 1);
        assertEquals(0, fewer(dataset, split, "sampled:3"));
        assertEquals(1, fewer(dataset, split, "sampled:1000"));
    }

    private static long fewer(Dataset dataset, Split split, String candidates) throws DataException {
        return CandidateRules.candidates(dataset, split, candidates, 5).warnings(dataset, split, false).stream()
                .filter(warning -> warning.what().key().equals("candidates.fewer"))
                .count();
    }

    @Test
    void unknownCandidatesAreRefused() {
        Dataset dataset = dataset();
        assertThrows(
                DataException.class,
                () -> CandidateRules.candidates(dataset, new GivenSplit().split(dataset, "", 1), "sampled:0", 1));
    }

    @Test
    void canBeCancelledBetweenUsers() throws DataException {
        Dataset dataset = dataset();
        Split split = new GivenSplit().split(dataset, "", 1);
        Evaluator evaluator = new Evaluator(
                dataset, split, CandidateRules.candidates(dataset, split, "all", 1), CutoffMetric.parse("HR@1"));
        Recommender recommender = new SameScores(1, 1, 1, 1, 1, 1);
        assertThrows(
                CancellationException.class,
                () -> evaluator.evaluate(recommender, (done, total) -> {
                    throw new CancellationException();
                }));
    }
}
