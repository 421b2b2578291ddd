package dev.nara.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import dev.nara.algorithm.ExampleBatch;
import dev.nara.algorithm.Recommender;
import dev.nara.eval.Ties;
import dev.nara.eval.TopLists;
import dev.nara.neumf.CatalogueScorer;
import dev.nara.neumf.EngineContract;
import dev.nara.neumf.NeuMf;
import dev.nara.neumf.NeuMfEngine;
import dev.nara.neumf.NeuMfSpec;
import dev.nara.neumf.NeuMfTestModel;
import dev.nara.neumf.NeuMfWeights;
import dev.nara.neumf.Optimizer;
import dev.nara.neumf.Precision;
import dev.nara.neumf.StepSettings;
import dev.nara.neumf.TrainingStep;
import dev.nara.vector.VectorEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Needs PyTorch, as the profile "torch" has it. */
class TorchTest extends EngineContract {
    private static final Torch ENGINE = new Torch(Path.of("target", "test-home", "engines"), "");
    private static final NeuMfEngine VECTOR = new VectorEngine(2);

    TorchTest() {
        super(ENGINE);
    }

    @BeforeAll
    static void needsPyTorch() {
        assumeTrue(ENGINE.unavailable().isEmpty(), "PyTorch is not there");
    }

    @Test
    void vectorGoesTheSameWay() {
        NeuMfSpec wide = NeuMfTestModel.large(900, 700, List.of(37, 18, 5));
        NeuMfSpec oneLayer = NeuMfTestModel.large(500, 40, List.of(12));
        for (NeuMfSpec spec : List.of(wide, oneLayer, NeuMfTestModel.gmf(), NeuMfTestModel.mlp())) {
            goTheSameWay(VECTOR, ENGINE, spec, () -> new Optimizer.Sgd(VectorEngine.arithmetic(), 0.1, 0.01), 2e-6);
            goTheSameWay(VECTOR, ENGINE, spec, () -> new Optimizer.Adam(VectorEngine.arithmetic(), 0.001, 0), 1e-4);
            goTheSameWay(VECTOR, ENGINE, spec, () -> new Optimizer.Adam(VectorEngine.arithmetic(), 0.01, 0.001), 1e-4);
        }
    }

    /** Numbers of 8 bits: as far from float32 as that, no further, and not the same; by the same masks of dropout. */
    @Test
    void layersInBfloat16LearnWhatFloat32Does() {
        NeuMfSpec spec = NeuMfTestModel.large(90, 70, List.of(37, 18, 5));
        NeuMfWeights first = NeuMfTestModel.weights(spec, 4);
        NeuMfWeights second = NeuMfTestModel.weights(spec, 4);
        SplittableRandom random = new SplittableRandom(9);
        ExampleBatch batch = new ExampleBatch(500);
        batch.size(500);
        try (TrainingStep one = ENGINE.open(first, sgd(Precision.FLOAT32));
                TrainingStep other = ENGINE.open(second, sgd(Precision.BFLOAT16))) {
            for (int step = 0; step < 8; step++) {
                for (int e = 0; e < 500; e++) {
                    batch.users()[e] = random.nextInt(90);
                    batch.items()[e] = random.nextInt(70);
                    batch.labels()[e] = random.nextInt(4) == 0 ? 1 : 0;
                }
                double exact = one.run(batch) / 500;
                double rounded = other.run(batch) / 500;
                assertEquals(exact, rounded, 4e-3 * exact);
                assertNotEquals(exact, rounded);
            }
            one.fetch();
            other.fetch();
        }
        assertArrayEquals(first.dense(), second.dense(), 4e-3f);
        assertArrayEquals(first.mlpUser(), second.mlpUser(), 4e-3f);
        assertFalse(Arrays.equals(first.dense(), second.dense()));
    }

    private static StepSettings sgd(Precision precision) {
        return new StepSettings(
                new Optimizer.Sgd(VectorEngine.arithmetic(), 0.1, 0.01), 500, 0.2f, true, "cpu", 5, precision);
    }

    /** What "nara bench" measures against learns as it should: its gradients begin at zero in every step. */
    @Test
    void operatorByOperatorTheLossFallsAlike() {
        NeuMfSpec spec = new NeuMfSpec(7, 11, 3, 4, 2, List.of(5, 3), List.of());
        ExampleBatch batch = new ExampleBatch(4);
        batch.size(4);
        System.arraycopy(new int[] {0, 3, 3, 6}, 0, batch.users(), 0, 4);
        System.arraycopy(new int[] {2, 2, 10, 0}, 0, batch.items(), 0, 4);
        batch.labels()[1] = 1;
        // Rows that no example takes move under DJL's Adam alone once they have moved; here all steps take the same.
        try (TrainingStep one = VECTOR.open(NeuMfTestModel.weights(spec, 4), adam());
                TrainingStep other = OpByOp.pyTorch(ENGINE).open(NeuMfTestModel.weights(spec, 4), adam())) {
            for (int step = 0; step < 8; step++) {
                assertEquals(one.run(batch), other.run(batch), 1e-4, "loss of step " + step);
            }
        }
    }

    private static StepSettings adam() {
        return new StepSettings(new Optimizer.Adam(VectorEngine.arithmetic(), 0.01, 0), 4, 0, true, "cpu", 1);
    }

    @Test
    void rowsThatAreAskedForComeHomeAlone() {
        NeuMfSpec spec = NeuMfTestModel.neuMf();
        NeuMfWeights weights = NeuMfTestModel.weights(spec, 4);
        ExampleBatch batch = new ExampleBatch(2);
        batch.size(2);
        batch.users()[1] = 5;
        batch.items()[1] = 10;
        try (TrainingStep step = ENGINE.open(weights, adam())) {
            step.run(batch);
            float[] users = weights.gmfUser().clone();
            float[] items = weights.gmfItem().clone();
            float[] layers = weights.dense().clone();
            step.fetch(new int[] {5}, new int[] {10, 3});
            assertEquals(List.of(5), changed(users, weights.gmfUser(), spec.gmf()));
            assertEquals(List.of(10), changed(items, weights.gmfItem(), spec.gmf()));
            assertEquals(List.of(0), changed(layers, weights.dense(), spec.denseSize()));
            float[] came = weights.gmfUser().clone();
            step.fetch();
            assertEquals(List.of(0), changed(came, weights.gmfUser(), spec.gmf()));
        }
    }

    @Test
    void listsAndScoresAreThoseOfTheProcessor() {
        NeuMfSpec wide = NeuMfTestModel.large(90, 300, List.of(37, 18, 5));
        for (NeuMfSpec spec : List.of(wide, NeuMfTestModel.neuMf(), NeuMfTestModel.gmf(), NeuMfTestModel.mlp())) {
            NeuMfWeights weights = NeuMfTestModel.weights(spec, 4);
            Recommender here = NeuMf.recommender(weights, VectorEngine.arithmetic());
            Recommender there = NeuMfTestModel.onDevice(weights, parts -> ENGINE.scorer(parts, "cpu"));
            int[] users = IntStream.range(0, spec.users()).toArray();
            assertEquals(lists(here, users), lists(there, users));
            float[] one = new float[spec.items()];
            here.scores(6, one);
            float[] other = new float[spec.items()];
            there.scores(6, other);
            assertArrayEquals(one, other, 1e-5f);
            float[][] some = new float[2][3];
            there.scores(new int[] {6, 0}, new int[][] {{2, 2, 10}, {0, 7, 1}}, some);
            assertArrayEquals(new float[] {one[2], one[2], one[10]}, some[0], 1e-5f);
            here.scores(0, new int[] {0, 7, 1}, one);
            assertArrayEquals(new float[] {one[0], one[1], one[2]}, some[1], 1e-5f);
        }
    }

    /** All items as candidates of all users but one, who has none: 26,700 pairs, computed in four tiles. */
    @Test
    void candidatesInTilesHaveTheScoresOfTheWhole() {
        NeuMfSpec spec = NeuMfTestModel.large(90, 300, List.of(37, 18, 5));
        NeuMfWeights weights = NeuMfTestModel.weights(spec, 4);
        Recommender here = NeuMf.recommender(weights, VectorEngine.arithmetic());
        Recommender there = NeuMfTestModel.onDevice(weights, parts -> ENGINE.scorer(parts, "cpu"));
        int[] users = IntStream.range(0, 90).toArray();
        int[][] items = new int[90][];
        float[][] tiled = new float[90][];
        for (int u = 0; u < 90; u++) {
            items[u] = IntStream.range(0, u == 1 ? 0 : 300).toArray();
            tiled[u] = new float[items[u].length];
        }
        there.scores(users, items, tiled);
        for (int u = 0; u < 90; u++) {
            float[] whole = new float[items[u].length];
            here.scores(u, items[u], whole);
            assertArrayEquals(whole, tiled[u], 1e-5f);
        }
        there.scores(new int[] {1}, new int[][] {{}}, new float[][] {{}});
    }

    /** Every array that belongs to a manager below the base ends with it. */
    @Test
    void nothingStaysOnTheDeviceAfterListsOfAStoredModel() {
        NeuMfSpec spec = NeuMfTestModel.large(150, 300, List.of(37, 18, 5));
        NeuMfWeights weights = NeuMfTestModel.weights(spec, 4);
        int[] users = IntStream.range(0, 150).toArray();
        List<NDManager> opened = new ArrayList<>();
        List<Integer> held = new ArrayList<>();
        Recommender stored = NeuMfTestModel.stored(weights, parts -> {
            NDManager manager = ENGINE.engine().newBaseManager(Device.cpu());
            opened.add(manager);
            CatalogueScorer scorer = new TorchScorer(manager, parts);
            held.add(manager.getManagedArrays().size());
            return scorer;
        });
        List<List<Integer>> lists = lists(stored, users);
        assertEquals(lists(NeuMf.recommender(weights, VectorEngine.arithmetic()), users), lists);
        assertEquals(List.of(3), held);
        assertFalse(opened.get(0).isOpen());
        assertEquals(0, opened.get(0).getManagedArrays().size());
        lists(stored, users);
        assertEquals(
                List.of(false, false), opened.stream().map(NDManager::isOpen).toList());
    }

    /** Ten items a user, of which its own number and what is next to it are left out. */
    private static List<List<Integer>> lists(Recommender recommender, int[] users) {
        List<List<Integer>> lists = new ArrayList<>(Collections.nCopies(users.length, List.of()));
        new TopLists(recommender, 10, user -> new int[] {user, user + 1}, Ties.BY_INDEX)
                .rank(
                        users,
                        (n, items, scores) ->
                                lists.set(n, IntStream.of(items).boxed().toList()));
        return lists;
    }

    private static List<Integer> changed(float[] before, float[] after, int width) {
        return IntStream.range(0, before.length)
                .filter(n -> before[n] != after[n])
                .map(n -> n / width)
                .distinct()
                .boxed()
                .toList();
    }

    @Test
    void lossThatIsNoNumberChangesNothing() {
        NeuMfWeights weights = NeuMfTestModel.spoiled(NeuMfTestModel.neuMf());
        float[] before = weights.dense().clone();
        ExampleBatch batch = new ExampleBatch(4);
        batch.size(4);
        try (TrainingStep step = ENGINE.open(
                weights, new StepSettings(new Optimizer.Sgd(VectorEngine.arithmetic(), 1, 0), 4, 0, true, "cpu", 1))) {
            assertTrue(Double.isNaN(step.run(batch)));
            step.fetch();
        }
        assertArrayEquals(before, weights.dense());
    }
}
