package dev.nara.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Toy;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MetricTest {
    private static double of(String metric, Ranking ranking) throws DataException {
        return CutoffMetric.parse(metric).get(0).of(ranking);
    }

    /** A list of the given items followed by others that are not in the truth. */
    private static Ranking ranking(int[] truth, int... first) {
        int[] list = IntStream.concat(IntStream.of(first), IntStream.range(1000, 1025 - first.length))
                .toArray();
        return ranked(list, truth);
    }

    private static Ranking ranked(int[] list, int[] truth) {
        Dataset nothing = Toy.of(1, 2000, new long[][] {{0, 0, 1}});
        return new Ranking(0, list, truth, 2000, Double.NaN, new ListStatistics(nothing, nothing.interactions()));
    }

    @Test
    void twoOfThreeFound() throws DataException {
        Ranking ranking = ranking(new int[] {1, 2, 3}, 1, 9, 2);
        assertEquals(2 / 3.0, of("Recall@25", ranking), 1e-12);
        assertEquals(0.7039180890, of("NDCG@25", ranking), 1e-10);
        assertEquals(0.75 * 2 / 3 + 0.25 * 0.7039180890, of("Score", ranking), 1e-10);
    }

    @Test
    void moreTruthThanPlacesCanStillBePerfect() throws DataException {
        int[] truth = IntStream.range(0, 40).toArray();
        Ranking ranking = ranked(IntStream.range(0, 25).toArray(), truth);
        assertEquals(1, of("CappedRecall@25", ranking));
        assertEquals(25 / 40.0, of("Recall@25", ranking));
        assertEquals(1, of("Score", ranking), 1e-12, "the competition's recall is capped");
        assertEquals(1, of("NDCG@25", ranking), 1e-12);
    }

    @Test
    void twoFoundAtOnceIsPerfect() throws DataException {
        assertEquals(1, of("NDCG@25", ranking(new int[] {1, 2}, 1, 2)), 1e-12);
    }

    @Test
    void oneHeldOutItemIsThePapersCase() throws DataException {
        Ranking fourth = ranking(new int[] {7}, 100, 101, 102, 7);
        assertEquals(1, of("HR@10", fourth));
        assertEquals(0, of("HR@3", fourth));
        assertEquals(Math.log(2) / Math.log(5), of("NDCG@10", fourth), 1e-12);
        assertEquals(0, of("NDCG@3", fourth));
    }

    /** The metric over the two queries of the examples in TorchMetrics' documentation (torchmetrics.retrieval). */
    private static double published(String metric, boolean[] firstTarget) throws DataException {
        double[][] scores = {{0.2, 0.3, 0.5}, {0.1, 0.3, 0.5, 0.2}};
        boolean[][] targets = {firstTarget, {false, true, false, true}};
        double sum = 0;
        for (int q = 0; q < 2; q++) {
            double[] of = scores[q];
            boolean[] target = targets[q];
            int[] list = IntStream.range(0, of.length)
                    .boxed()
                    .sorted((a, b) -> Double.compare(of[b], of[a]))
                    .mapToInt(i -> i)
                    .toArray();
            int[] truth = IntStream.range(0, of.length).filter(i -> target[i]).toArray();
            sum += of(metric, ranked(list, truth));
        }
        return sum / 2;
    }

    @Test
    void anotherImplementationsPublishedExamplesComeOut() throws DataException {
        boolean[] first = {false, false, true};
        assertEquals(0.7917, published("MAP@100", first), 5e-5);
        assertEquals(0.8467, published("NDCG@100", first), 5e-5);
        assertEquals(0.7500, published("MRR@100", first), 5e-5);
        assertEquals(0.7500, published("Recall@2", first), 5e-5);
        assertEquals(0.5000, published("Precision@2", first), 5e-5);
        assertEquals(0.5000, published("HR@2", new boolean[] {true, false, false}), 5e-5);
    }

    /** The example of scikit-learn's roc_auc_score: scores .1 .4 .35 .8 of two negatives and two positives. */
    @Test
    void theLimitedAucOfAWholeListIsTheAuc() throws DataException {
        Dataset nothing = Toy.of(1, 4, new long[][] {{0, 0, 1}});
        ListStatistics facts = new ListStatistics(nothing, nothing.interactions());
        Ranking whole = new Ranking(0, new int[] {3, 1, 2, 0}, new int[] {2, 3}, 4, 0.75, facts);
        assertEquals(0.75, of("AUC", whole));
        assertEquals(0.75, of("AUC@4", whole), 1e-12);
        assertEquals(0.75, of("AUC@1", whole), 1e-12, "one right above both others, one by chance");
        assertEquals("[AUC, AUC@25]", CutoffMetric.parse("AUC, AUC@25").toString());
    }

    @Test
    void namesSayTheirCutOff() throws DataException {
        assertEquals(
                "[Score, Coverage, HR@5, Score@10]",
                CutoffMetric.parse("score, Coverage,HR@5 , Score@10").toString());
        assertThrows(DataException.class, () -> CutoffMetric.parse("HR"));
        assertThrows(DataException.class, () -> CutoffMetric.parse("Accuracy@10"));
        assertThrows(DataException.class, () -> CutoffMetric.parse("HR@0"));
    }

    @Test
    void aMetricHasADirectionOrCannotDecide() throws DataException {
        assertEquals(0.3, CutoffMetric.deciding("HR@5,Gini").worth(0.3));
        assertEquals(-0.3, CutoffMetric.deciding("Gini,HR@5").worth(0.3), "a lower Gini is better");
        assertEquals(-0.3, CutoffMetric.worth("Gini@5", 0.3));
        assertEquals(0.3, CutoffMetric.worth("HR@5", 0.3));
        for (String undecided : List.of("Popularity", "Series@10", "Seen")) {
            DataException refused = assertThrows(DataException.class, () -> CutoffMetric.deciding(undecided + ",HR@5"));
            String message = refused.message(Locale.ENGLISH);
            assertTrue(message.endsWith("first, such as --metrics HR@10," + undecided + "."), message);
        }
    }

    /** Average precision as in Manning et al. 2008, section 8.4: hits at ranks 1, 3 and 6 of 3 give (1 + 2/3 + 3/6) / 3. */
    @Test
    void precisionIsAveragedOverHits() throws DataException {
        Ranking ranking = ranking(new int[] {1, 2, 3}, 1, 90, 2, 91, 92, 3);
        assertEquals((1 + 2 / 3.0 + 3 / 6.0) / 3, of("MAP@10", ranking), 1e-12);
        assertEquals((1 + 2 / 3.0) / 3, of("MAP@5", ranking), 1e-12);
        assertEquals(0.3, of("Precision@10", ranking), 1e-12);
        assertEquals(1, of("MRR@10", ranking));
        assertEquals(1 / 4.0, of("MRR@10", ranking(new int[] {7}, 100, 101, 102, 7)));
        assertEquals(0, of("MRR@3", ranking(new int[] {7}, 100, 101, 102, 7)));
    }

    @Test
    void anEmptyListIsWorthNothing() throws DataException {
        Ranking empty = ranked(new int[0], new int[] {1});
        for (String metric : List.of(
                "HR@5", "Recall@5", "CappedRecall@5", "Precision@5", "NDCG@5", "MAP@5", "MRR@5", "Score", "Seen")) {
            assertEquals(0, of(metric, empty), metric);
        }
        assertEquals(0, CutoffMetric.parse("Gini").get(0).ofAll(new Ranking[] {empty}, 5));
        assertEquals(0, CutoffMetric.parse("Entropy").get(0).ofAll(new Ranking[] {empty}, 5));
    }

    @Test
    void theFormAcceptsWhatTheParserAccepts() {
        assertEquals(
                "HR@10,NDCG@5,Score,AUC,Gini@7",
                CutoffMetric.normal("HR@10, ndcg@5,Score@25,AUC,Gini@07").orElse(""));
        assertTrue(CutoffMetric.normal("HR").isEmpty());
        assertEquals("AUC@5", CutoffMetric.normal("auc@5").orElse(""));
    }
}
