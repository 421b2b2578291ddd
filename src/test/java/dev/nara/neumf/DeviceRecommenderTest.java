package dev.nara.neumf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nara.algorithm.DeviceFull;
import dev.nara.algorithm.GpuShare;
import dev.nara.algorithm.NamedGpu;
import dev.nara.algorithm.ParameterValues;
import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.TrainingInput;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Toy;
import dev.nara.eval.Ties;
import dev.nara.eval.TopLists;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            for (int t = 0; t < users * into.k(); t++) {
                into.items()[t] = order[t % into.k()];
                into.scores()[t] = SCORES[order[t % into.k()]];
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
        List<Integer> items = new ArrayList<>();
        DeviceRecommender recommender =
                new DeviceRecommender(model(), new ScoringDevice(parts -> new Plain()), Optional::empty);
        recommender.best(new int[] {3}, k, new int[][] {{}}, (n, first, scores, from, count) -> {
            for (int i = 0; i < count; i++) {
                items.add(first + i);
                assertEquals(SCORES[first + i], scores[from + i]);
            }
        });
        return items;
    }

    @Test
    void whereTheLastIsAsGoodAsTheNextAllAreReported() {
        assertEquals(List.of(2), best(1));
        assertEquals(List.of(2, 3, 0), best(3));
        assertEquals(List.of("top", "top"), called);
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), best(2));
        assertEquals(List.of("top", "top", "top", "scores"), called);
    }

    @Test
    void scoresOfSomeItemsGoToTheirUsers() {
        float[][] out = {new float[2], new float[0], new float[1]};
        new DeviceRecommender(model(), new ScoringDevice(parts -> new Plain()), Optional::empty)
                .scores(new int[] {4, 5, 6}, new int[][] {{7, 8}, {}, {9}}, out);
        assertArrayEquals(new float[] {7, 8}, out[0]);
        assertArrayEquals(new float[] {209}, out[2]);
    }

    /** Few users are not worth the way; with many, the device has the model until the work ends, also when it fails. */
    @Test
    void aStoredModelIsOnTheDeviceWhileManyUsersAreScored() {
        Recommender stored =
                new DeviceRecommender(model(), null, () -> Optional.of(new ScoringDevice(parts -> new Plain())));
        float[] out = new float[11];
        stored.forUsers(99, fast -> fast.scores(0, out));
        assertEquals(List.of(), called);
        stored.forUsers(100, fast -> {
            fast.scores(0, out);
            fast.scores(1, out);
        });
        assertEquals(List.of("scores", "scores", "close"), called);
        assertThrows(
                IllegalStateException.class,
                () -> stored.forUsers(100, fast -> {
                    fast.scores(0, out);
                    throw new IllegalStateException();
                }));
        assertEquals(List.of("scores", "scores", "close", "scores", "close"), called);
        new DeviceRecommender(model(), null, Optional::empty).forUsers(100, fast -> fast.scores(0, out));
        assertEquals(5, called.size());
    }

    /** Its GPU can be used, but for one that is lost. */
    private final class Used extends OneGpu {
        @Override
        public Optional<Function<CatalogueParts, CatalogueScorer>> scoring(String device) {
            return device.equals("lost") ? Optional.empty() : Optional.of(parts -> new Plain());
        }
    }

    private int called(String engine, String device) throws DataException {
        return called(engine, device, GpuShare.ALONE);
    }

    /** The lists of a hundred users by a run of that engine and device, opened again. */
    private int called(String engine, String device, GpuShare gpus) throws DataException {
        NeuMf gmf = NeuMf.gmf(EngineSpeeds.unmeasured(List.of(new Used())), new PlainKernels())
                .sharing(gpus);
        Dataset data = Toy.of(7, 11, new long[][] {{0, 0, 1}});
        ParameterValues values = ParameterValues.of(gmf.parameters(), Map.of("gmf_dimension", "3"));
        Recommender stored =
                gmf.restore(new TrainingInput(data, data.interactions(), engine, device), values, model().weights());
        called.clear();
        new TopLists(stored, 3, user -> new int[0], Ties.BY_INDEX)
                .rank(new int[100], (n, items, scores) -> assertEquals(3, items.length));
        return called.size();
    }

    @Test
    void whatARunWasTrainedOnScoresItsListsWhereItIsThere() throws DataException {
        assertEquals(2, called("gpus", "gpu0"));
        assertEquals(List.of("top", "close"), called);
        assertEquals(2, called("gpus", "auto"));
        assertEquals(0, called("gpus", "gpu1"));
        assertEquals(0, called("another", "gpu0"));
    }

    /** Who trains there, or makes lists, is not disturbed: the processor scores; and who waits for it has it afterwards. */
    @Test
    void aGpuScoresInItsTurn() throws DataException {
        List<NamedGpu> asked = new ArrayList<>();
        assertEquals(0, called("gpus", "auto", gpus -> {
            asked.addAll(gpus);
            return Optional.empty();
        }));
        assertEquals(List.of(new NamedGpu("gpu0", "gpu0")), asked);
        GpuShare free = gpus -> Optional.of(new GpuShare.Turn("gpu0", () -> called.add("given back")));
        assertEquals(3, called("gpus", "auto", free));
        assertEquals(List.of("top", "close", "given back"), called);
        assertEquals(0, called("another", "gpu0", free));
        GpuShare lost = gpus -> Optional.of(new GpuShare.Turn("lost", () -> called.add("given back")));
        called("gpus", "auto", lost);
        assertEquals(List.of("given back"), called, "nobody scores there");
    }

    /** While a training is under way, its device has the model and keeps it; after its end each work has a device of its own. */
    @Test
    void aModelOfATrainingStaysWhereItIsUntilTheEnd() {
        ScoringDevice device = new ScoringDevice(parts -> new Plain());
        Recommender trained =
                new DeviceRecommender(model(), device, () -> Optional.of(new ScoringDevice(parts -> new Plain())));
        float[] out = new float[11];
        trained.forUsers(100, fast -> fast.scores(0, out));
        assertEquals(List.of("scores"), called);
        device.close();
        trained.forUsers(100, fast -> fast.scores(0, out));
        assertEquals(List.of("scores", "close", "scores", "close"), called);
    }

    /** Each model takes the device from the one before; at the end, and where there is no room, the processor scores. */
    @Test
    void oneModelAtATimeUntilTheEnd() {
        ScoringDevice device = new ScoringDevice(parts -> new Plain());
        DeviceRecommender first = new DeviceRecommender(model(), device, Optional::empty);
        DeviceRecommender second = new DeviceRecommender(model(), device, Optional::empty);
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
        assertFalse(new DeviceRecommender(model(), new ScoringDevice(full), Optional::empty)
                .best(new int[] {0}, 3, new int[][] {{}}, (n, item, scores, from, count) -> {}));
    }
}
