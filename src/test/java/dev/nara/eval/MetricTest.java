package dev.nara.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nara.data.DataException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MetricTest {
    private static double of(String metric, Ranking ranking) throws DataException {
        return MetricAt.parse(metric).get(0).of(ranking);
    }

    /** A list of the given items followed by others that are not in the truth. */
    private static Ranking ranking(int[] truth, int... first) {
        int[] list = IntStream.concat(IntStream.of(first), IntStream.range(1000, 1025 - first.length))
                .toArray();
        return Evaluator.ranking(list, truth);
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
        Ranking ranking = Evaluator.ranking(IntStream.range(0, 25).toArray(), truth);
        assertEquals(1, of("Recall@25", ranking));
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

    @Test
    void namesSayTheirCutOff() throws DataException {
        assertEquals(
                "[Score, Coverage, HR@5, Score@10]",
                MetricAt.parse("score, Coverage,HR@5 , Score@10").toString());
        assertThrows(DataException.class, () -> MetricAt.parse("HR"));
        assertThrows(DataException.class, () -> MetricAt.parse("Accuracy@10"));
        assertThrows(DataException.class, () -> MetricAt.parse("HR@0"));
    }
}
