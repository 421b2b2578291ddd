package dev.nara.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScoreFloorTest {
    private static final int[] NOTHING = {};

    @Test
    void isTheBestOfAGroupThatTheBestAreNotBelow() {
        float[] scores = new float[256];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = i;
        }
        assertEquals(
                254,
                new ScoreFloor(2).of(scores, 0, 256, 1000, NOTHING),
                "64 groups, the last row has the best of each");
        assertEquals(
                253, new ScoreFloor(2).of(scores, 0, 256, 1000, new int[] {3, 1255, 1256}), "the best does not count");
    }

    @Test
    void tooFewScoresSayNothing() {
        assertEquals(Float.NEGATIVE_INFINITY, new ScoreFloor(2).of(new float[255], 0, 255, 0, NOTHING));
        assertEquals(Float.NEGATIVE_INFINITY, new ScoreFloor(0).of(new float[256], 0, 256, 0, NOTHING));
    }

    @Test
    void isNeverAboveTheLastOfTheBest() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 200; round++) {
            int k = 1 + random.nextInt(40);
            float[] scores = new float[600 + random.nextInt(500)];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = random.nextInt(50) == 0 ? Float.NaN : random.nextInt(100) - 50;
            }
            float floor = new ScoreFloor(k).of(scores, 0, scores.length, 0, NOTHING);
            TopK best = new TopK(k);
            for (int i = 0; i < scores.length; i++) {
                best.offer(i, scores[i]);
            }
            assertTrue(floor <= best.worst(), floor + " of " + best.worst());
        }
    }
}
