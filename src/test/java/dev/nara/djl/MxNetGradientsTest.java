package dev.nara.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nara.neumf.EngineContract;
import dev.nara.neumf.NeuMfEngine;
import dev.nara.neumf.NeuMfTestModel;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MxNetGradientsTest {
    private static final NeuMfEngine ENGINE = new MxNet(Path.of("target", "test-home", "engines"));

    @BeforeAll
    static void needsNatives() {
        assumeTrue(ENGINE.unavailable().isEmpty(), "MXNet has no natives for this platform");
    }

    @Test
    void neuMfFollowsTheSlopeOfItsLoss() {
        EngineContract.followsTheSlope(ENGINE, NeuMfTestModel.neuMf());
    }

    @Test
    void gmfFollowsTheSlopeOfItsLoss() {
        EngineContract.followsTheSlope(ENGINE, NeuMfTestModel.gmf());
    }

    @Test
    void mlpFollowsTheSlopeOfItsLoss() {
        EngineContract.followsTheSlope(ENGINE, NeuMfTestModel.mlp());
    }

    @Test
    void batchesOfSeveralSizesTakeTurns() {
        EngineContract.sizesTakeTurns(ENGINE, NeuMfTestModel.neuMf());
    }

    @Test
    void dropoutMasksSilenceUnits() {
        EngineContract.masksSilence(ENGINE, NeuMfTestModel.mlp());
    }

    @Test
    void theCpuIsAlwaysListedAndAMissingGpuSaysWhy() {
        assertEquals("cpu", ENGINE.devices().get(0).id());
        assertEquals("gpu0", ENGINE.devices().get(1).id());
    }
}
