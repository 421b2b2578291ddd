package dev.nara.neumf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nara.algorithm.Weights;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeuMfWeightsTest {
    @Test
    void denseParametersAreLaidOutLayerByLayer() {
        NeuMfSpec spec = NeuMfTestModel.neuMf();
        // Input: user 4 + item 2 + age 1 + genre 2 = 9; layers 5 and 3; output sees 3 + 3.
        assertEquals(9, spec.inputWidth());
        assertEquals(0, spec.weightOffset(0));
        assertEquals(45, spec.biasOffset(0));
        assertEquals(50, spec.weightOffset(1));
        assertEquals(65, spec.biasOffset(1));
        assertEquals(68, spec.outputOffset());
        assertEquals(75, spec.denseSize());
        assertEquals(7 * 3 + 11 * 3 + 7 * 4 + 11 * 2 + 3 * 2 + 75, spec.size());
    }

    @Test
    void paperInitialisationHasItsSpreads() {
        NeuMfSpec spec = new NeuMfSpec(500, 500, 32, 32, 32, List.of(64, 32), List.of());
        NeuMfWeights weights = NeuMfWeights.random(spec, NeuMfWeights.Initialisation.PAPER, 1);
        assertEquals(0.01, deviation(weights.gmfUser(), 0, 16_000), 0.0005);
        // A uniform distribution up to b has deviation b / sqrt(3); Glorot: b = sqrt(6 / (64 + 64)).
        assertEquals(Math.sqrt(2.0 / 128), deviation(weights.dense(), 0, 64 * 64), 0.005);
        assertEquals(0, deviation(weights.dense(), spec.biasOffset(0), 64));
        // LeCun: b = sqrt(3 / 64).
        assertEquals(Math.sqrt(1.0 / 64), deviation(weights.dense(), spec.outputOffset(), 64), 0.03);
    }

    private static double deviation(float[] values, int from, int count) {
        double sum = 0;
        for (float value : Arrays.copyOfRange(values, from, from + count)) {
            sum += value * value;
        }
        return Math.sqrt(sum / count);
    }

    @Test
    void joiningMixesOutputsByAlpha() {
        NeuMfWeights gmf = NeuMfTestModel.weights(NeuMfTestModel.gmf(), 1);
        NeuMfWeights mlp = NeuMfTestModel.weights(NeuMfTestModel.mlp(), 2);
        NeuMfWeights joined = NeuMfWeights.join(NeuMfTestModel.neuMf(), gmf, mlp, 0.3);
        float[] ofGmf = new float[11];
        float[] ofMlp = new float[11];
        float[] ofBoth = new float[11];
        new NeuMfRecommender(gmf, 4, new PlainKernels()).scores(4, ofGmf);
        new NeuMfRecommender(mlp, 4, new PlainKernels()).scores(4, ofMlp);
        new NeuMfRecommender(joined, 4, new PlainKernels()).scores(4, ofBoth);
        for (int i = 0; i < 11; i++) {
            assertEquals(0.3 * ofGmf[i] + 0.7 * ofMlp[i], ofBoth[i], 1e-5);
        }
    }

    @Test
    void namedArraysCarryEverything() {
        NeuMfSpec spec = NeuMfTestModel.neuMf();
        NeuMfWeights weights = NeuMfTestModel.weights(spec, 3);
        NeuMfWeights again = NeuMfWeights.of(spec, weights.toWeights());
        assertArrayEquals(weights.dense(), again.dense());
        for (int t = 0; t < weights.tables().size(); t++) {
            assertArrayEquals(weights.tables().get(t), again.tables().get(t));
        }
    }

    @Test
    void weightsOfAnotherModelAreRefused() {
        Weights gmf = NeuMfTestModel.weights(NeuMfTestModel.gmf(), 1).toWeights();
        assertThrows(IllegalArgumentException.class, () -> NeuMfWeights.of(NeuMfTestModel.neuMf(), gmf));
    }

    @Test
    void averagingMovesEveryNumber() {
        NeuMfWeights one = NeuMfTestModel.weights(NeuMfTestModel.neuMf(), 1);
        NeuMfWeights other = NeuMfTestModel.weights(NeuMfTestModel.neuMf(), 2);
        float first = one.mlpItem()[3];
        float second = other.mlpItem()[3];
        float bias = one.dense()[one.dense().length - 1];
        one.moveTowards(other, 0.25f);
        assertEquals(0.75f * first + 0.25f * second, one.mlpItem()[3], 1e-6);
        float otherBias = other.dense()[other.dense().length - 1];
        assertEquals(0.75f * bias + 0.25f * otherBias, one.dense()[one.dense().length - 1], 1e-6);
    }
}
