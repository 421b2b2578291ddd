package dev.nara.neumf;

import dev.nara.algorithm.EpochProgress;
import java.util.Map;

/** Trains epochs step by step on a local engine. */
final class LocalEpochs implements EpochTraining {
    private final TrainingStep step;
    private final NeuMfWeights weights;
    private final StepSettings settings;
    private final EpochExamples examples;
    private final boolean onGpu;
    private Map<String, Double> health = Map.of();

    LocalEpochs(NeuMfEngine engine, NeuMfWeights weights, StepSettings settings, EpochExamples examples) {
        this.weights = weights;
        this.settings = settings;
        this.examples = examples;
        this.onGpu = engine.onGpu(settings.device());
        this.step = engine.open(weights, settings);
    }

    @Override
    public double run(long orderSeed, long drawSeed, EpochProgress progress) {
        BatchLoop batches = new BatchLoop(step, weights, settings.optimizer(), onGpu, settings.batchSize());
        double loss = batches.run(examples.of(orderSeed, drawSeed), progress);
        health = batches.health();
        return loss;
    }

    @Override
    public Map<String, Double> health() {
        return health;
    }

    @Override
    public void close() {
        step.close();
    }
}
