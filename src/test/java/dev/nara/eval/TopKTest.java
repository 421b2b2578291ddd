package dev.nara.eval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopKTest {
    @Test
    void keepsTheBestInOrder() {
        TopK best = new TopK(3);
        float[] scores = {1, 5, 3, 4, 2};
        for (int i = 0; i < scores.length; i++) {
            best.offer(i, scores[i]);
        }
        float[] kept = new float[3];
        assertArrayEquals(new int[] {1, 3, 2}, best.drain(kept));
        assertArrayEquals(new float[] {5, 4, 3}, kept);
        assertEquals(0, best.size());
    }

    @Test
    void tiesGoToTheLowerIndex() {
        TopK best = new TopK(2);
        for (int i : new int[] {4, 2, 9, 3}) {
            best.offer(i, 1);
        }
        assertArrayEquals(new int[] {2, 3}, best.drain());
    }

    @Test
    void whatLosesTiesRanksBehindAllOfItsScore() {
        TopK best = new TopK(2);
        best.offer(0, 1, 1);
        best.offer(8, 1);
        best.offer(9, 1);
        assertArrayEquals(new int[] {8, 9}, best.drain());
    }

    @Test
    void noNumberRanksLast() {
        TopK best = new TopK(2);
        best.offer(0, Float.NaN);
        best.offer(1, -3);
        best.offer(2, -4);
        assertArrayEquals(new int[] {1, 2}, best.drain());
    }

    @Test
    void agreesWithSortingOnRandomScores() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 200; round++) {
            int items = 1 + random.nextInt(60);
            int k = 1 + random.nextInt(30);
            float[] scores = new float[items];
            TopK best = new TopK(k);
            for (int i = 0; i < items; i++) {
                scores[i] = random.nextInt(8);
                best.offer(i, scores[i]);
            }
            int[] sorted = IntStream.range(0, items)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer i) -> -scores[i])
                            .thenComparingInt(i -> i))
                    .limit(k)
                    .mapToInt(i -> i)
                    .toArray();
            assertArrayEquals(sorted, best.drain());
        }
    }

    /** Zero and minus zero are equal, ties have signs, and scores below zero come back as they were. */
    @Test
    void scoresOfEitherSign() {
        TopK best = new TopK(5);
        best.offer(0, -0f, 7);
        best.offer(1, 0f, -7);
        best.offer(2, -1.5f);
        best.offer(3, Float.NEGATIVE_INFINITY);
        best.offer(4, 2);
        best.offer(5, -1.25f);
        float[] scores = new float[5];
        assertArrayEquals(new int[] {4, 1, 0, 5, 2}, best.drain(scores));
        assertArrayEquals(new float[] {2, 0, 0, -1.25f, -1.5f}, scores);
    }
}
