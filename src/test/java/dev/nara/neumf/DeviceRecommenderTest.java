package dev.nara.neumf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.nara.algorithm.DeviceFull;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class DeviceRecommenderTest {
    private static final float[] SCORES = {.5f, .25f, .75f, .5f, 0, -1, -1, -1, -1, -1, -1};

    private final List<String> called = new ArrayList<>();

    /** A device that has the same scores for everybody, best first. */
    private final class Plain implements CatalogueScorer {
        @Override
        public int usersAtATime() {
            return 100;
        }

        @Override
        public float[] scores(int users, float[] parts, float[] factors) {
            called.add("scores");
            return SCORES;
        }

        @Override
        public float[] scores(int users, float[] parts, float[] factors, int[] rows, int[] items) {
            called.add("pairs");
            float[] scores = new float[rows.length];
            for (int n = 0; n < rows.length; n++) {
                scores[n] = 100 * rows[n] + items[n];
            }
            return scores;
        }

        @Override
        public void top(int users, float[] parts, float[] factors, int[] rows, int[] without, Top into) {
            called.add("top");
            int[] order = {2, 3, 0, 1, 4};
            for (int t = 0; t < into.k(); t++) {
                into.items()[t] = order[t];
                into.scores()[t] = SCORES[order[t]];
            }
        }

        @Override
        public void close() {
            called.add("close");
        }
    }

    private static NeuMfRecommender model() {
        return new NeuMfRecommender(NeuMfTestModel.weights(NeuMfTestModel.gmf(), 1), 4, new PlainKernels());
    }

    private List<Integer> best(int k) {
        List<Integer> told = new ArrayList<>();
        DeviceRecommender recommender = new DeviceRecommender(model(), new ScoringDevice(parts -> new Plain()));
        recommender.best(new int[] {3}, k, new int[][] {{}}, (n, first, scores, from, count) -> {
            for (int i = 0; i < count; i++) {
                told.add(first + i);
                assertEquals(SCORES[first + i], scores[from + i]);
            }
        });
        return told;
    }

    @Test
    void whereTheLastIsAsGoodAsTheNextAllAreTold() {
        assertEquals(List.of(2), best(1));
        assertEquals(List.of(2, 3, 0), best(3));
        assertEquals(List.of("top", "top"), called);
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), best(2));
        assertEquals(List.of("top", "top", "top", "scores"), called);
    }

    @Test
    void scoresOfSomeItemsGoToTheirUsers() {
        float[][] out = {new float[2], new float[0], new float[1]};
        new DeviceRecommender(model(), new ScoringDevice(parts -> new Plain()))
                .scores(new int[] {4, 5, 6}, new int[][] {{7, 8}, {}, {9}}, out);
        assertArrayEquals(new float[] {7, 8}, out[0]);
        assertArrayEquals(new float[] {209}, out[2]);
    }

    /** Each model takes the device from the one before; at the end, and where there is no room, the processor scores. */
    @Test
    void oneModelAtATimeUntilTheEnd() {
        ScoringDevice device = new ScoringDevice(parts -> new Plain());
        DeviceRecommender first = new DeviceRecommender(model(), device);
        DeviceRecommender second = new DeviceRecommender(model(), device);
        float[] out = new float[11];
        first.scores(0, out);
        second.scores(0, out);
        second.scores(1, out);
        device.close();
        second.scores(0, out);
        assertEquals(List.of("scores", "close", "scores", "scores", "close"), called);
        Function<CatalogueParts, CatalogueScorer> full = parts -> {
            throw new DeviceFull(new IllegalStateException());
        };
        assertFalse(new DeviceRecommender(model(), new ScoringDevice(full))
                .best(new int[] {0}, 3, new int[][] {{}}, (n, item, scores, from, count) -> {}));
    }
}
