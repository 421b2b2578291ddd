package dev.nara.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nara.algorithm.ExampleBatch;
import dev.nara.djl.MxNet;
import dev.nara.neumf.EngineContract;
import dev.nara.neumf.NeuMfEngine;
import dev.nara.neumf.NeuMfSpec;
import dev.nara.neumf.NeuMfTestModel;
import dev.nara.neumf.NeuMfWeights;
import dev.nara.neumf.Optimizer;
import dev.nara.neumf.StepSettings;
import dev.nara.neumf.TrainingStep;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class VectorEngineTest extends EngineContract {
    private static final NeuMfEngine ENGINE = new VectorEngine(2);

    VectorEngineTest() {
        super(ENGINE);
    }

    /** Widths that are no multiple of a vector's length, and rows enough for several tiles. */
    private static NeuMfSpec wide() {
        return NeuMfTestModel.large(900, 700, List.of(37, 18, 5));
    }

    private static NeuMfSpec oneLayer() {
        return NeuMfTestModel.large(500, 40, List.of(12));
    }

    @Test
    void theNumberOfThreadsDoesNotChangeABit() {
        for (int threads : new int[] {1, 3}) {
            NeuMfEngine other = new VectorEngine(threads);
            goTheSameWay(ENGINE, other, wide(), () -> new Optimizer.Adam(VectorEngine.arithmetic(), 0.01, 0.001), 0);
            goTheSameWay(ENGINE, other, oneLayer(), () -> new Optimizer.Adam(VectorEngine.arithmetic(), 0.01, 0), 0);
            goTheSameWay(
                    ENGINE, other, NeuMfTestModel.gmf(), () -> new Optimizer.Sgd(VectorEngine.arithmetic(), 0.1, 0), 0);
        }
    }

    @Test
    void mxNetGoesTheSameWay() {
        NeuMfEngine mxNet = new MxNet(Path.of("target", "test-home", "engines"));
        assumeTrue(mxNet.unavailable().isEmpty(), "MXNet has no natives for this platform");
        for (NeuMfSpec spec : List.of(wide(), oneLayer(), NeuMfTestModel.gmf(), NeuMfTestModel.mlp())) {
            goTheSameWay(ENGINE, mxNet, spec, () -> new Optimizer.Sgd(VectorEngine.arithmetic(), 0.1, 0.01), 2e-6);
            goTheSameWay(ENGINE, mxNet, spec, () -> new Optimizer.Adam(VectorEngine.arithmetic(), 0.001, 0), 1e-4);
        }
    }

    @Test
    void lossThatIsNoNumberChangesNothing() {
        NeuMfWeights weights = NeuMfTestModel.spoiled(wide());
        float[] before = weights.dense().clone();
        ExampleBatch batch = new ExampleBatch(4);
        batch.size(4);
        try (TrainingStep step = ENGINE.open(
                weights, new StepSettings(new Optimizer.Sgd(VectorEngine.arithmetic(), 1, 0), 4, 0, true, "cpu", 1))) {
            assertTrue(Double.isNaN(step.run(batch)));
        }
        assertArrayEquals(before, weights.dense());
    }
}
