package dev.nara.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import ai.djl.engine.Engine;
import dev.nara.neumf.EngineContract;
import dev.nara.neumf.GatheredBatch;
import dev.nara.neumf.NeuMfEngine;
import dev.nara.neumf.NeuMfSpec;
import dev.nara.neumf.NeuMfTestModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MxNetGradientsTest extends EngineContract {
    private static final NeuMfEngine ENGINE = new MxNet(Path.of("target", "test-home", "engines"));

    MxNetGradientsTest() {
        super(ENGINE);
    }

    @BeforeAll
    static void needsNatives() {
        assumeTrue(ENGINE.unavailable().isEmpty(), "MXNet has no natives for this platform");
    }

    @Test
    void noArrayIsLeftBehindOverHundredsOfBatches() {
        NeuMfSpec spec = NeuMfTestModel.neuMf();
        float[] dense = new float[spec.denseSize()];
        float[] gradient = new float[spec.denseSize()];
        Arrays.fill(dense, 0.1f);
        try (MxNetGradients gradients = new MxNetGradients(spec, true, Engine.getEngine("MXNet"), true, Device.cpu())) {
            int afterTheFirst = 0;
            for (int n = 0; n < 400; n++) {
                double loss = gradients.compute(
                        NeuMfTestModel.gathered(spec, n % 5 == 0 ? 10 + n % 37 : 64, n), dense, gradient);
                assertTrue(Double.isFinite(loss));
                afterTheFirst = n == 9 ? gradients.nativeArrays() : afterTheFirst;
            }
            assertTrue(afterTheFirst > 0);
            assertEquals(afterTheFirst, gradients.nativeArrays());
        }
    }

    @Test
    void memoryReadDirectlyHoldsWhatCopyingBrings() {
        NeuMfSpec spec = NeuMfTestModel.neuMf();
        float[] dense = new float[spec.denseSize()];
        Arrays.fill(dense, 0.1f);
        List<float[]> found = new ArrayList<>();
        for (boolean direct : new boolean[] {true, false}) {
            float[] gradient = new float[spec.denseSize()];
            GatheredBatch batch = NeuMfTestModel.gathered(spec, 64, 1);
            try (MxNetGradients gradients =
                    new MxNetGradients(spec, true, Engine.getEngine("MXNet"), direct, Device.cpu())) {
                found.add(new float[] {(float) gradients.compute(batch, dense, gradient)});
            }
            found.add(gradient);
            found.add(batch.input());
            found.add(batch.gmfItem());
        }
        for (int k = 0; k < 4; k++) {
            assertArrayEquals(found.get(k), found.get(k + 4));
        }
        assertTrue(found.get(1)[0] != 0);
    }

    @Test
    void theCpuIsAlwaysListedAndAMissingGpuSaysWhy() {
        assertEquals("cpu", ENGINE.devices().get(0).id());
        assertEquals("gpu0", ENGINE.devices().get(1).id());
    }
}
