package dev.nara.vector;

import dev.nara.neumf.EngineContract;
import dev.nara.neumf.NeuMfEngine;
import dev.nara.neumf.NeuMfTestModel;
import org.junit.jupiter.api.Test;

class VectorEngineTest {
    private static final NeuMfEngine ENGINE = new VectorEngine(2);

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
}
