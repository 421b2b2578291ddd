package dev.nara.bench;

import dev.nara.algorithm.ExampleBatch;
import dev.nara.algorithm.Examples;
import dev.nara.algorithm.NegativeSampler;
import dev.nara.algorithm.PositivePairs;
import dev.nara.neumf.Kernels;
import dev.nara.neumf.NeuMfEngine;
import dev.nara.neumf.NeuMfWeights;
import dev.nara.neumf.Optimizer;
import dev.nara.neumf.StepSettings;
import dev.nara.neumf.TrainingStep;

/** Trains one case on one engine of this program, epoch after epoch, including the sampling of examples. */
final class EngineTraining implements TimedTraining {
    private final String id;
    private final BenchCase benchCase;
    private final Positives positives;
    private final ExampleBatch batch;
    private final TrainingStep step;
    private Examples examples;
    private long epoch;

    /** The pairs of a case, and what draws negatives for them. */
    record Positives(PositivePairs pairs, NegativeSampler sampler) {}

    EngineTraining(NeuMfEngine engine, Kernels arithmetic, BenchCase benchCase, Positives positives, int size) {
        id = engine.id();
        this.benchCase = benchCase;
        this.positives = positives;
        batch = new ExampleBatch(size);
        StepSettings settings = new StepSettings(new Optimizer.Adam(arithmetic, 0.001, 0), size, 0, true, "cpu", 1);
        step = engine.open(NeuMfWeights.random(benchCase.spec(), NeuMfWeights.Initialisation.PAPER, 1), settings);
        examples = nextEpoch();
    }

    private Examples nextEpoch() {
        epoch++;
        Examples.Drawing drawing = new Examples.Drawing(benchCase.negatives(), benchCase.together());
        return new Examples(positives.pairs, positives.sampler, drawing, epoch, epoch);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public double turn(double seconds) {
        long begun = System.nanoTime();
        long until = begun + (long) (seconds * 1e9);
        long done = 0;
        while (done == 0 || System.nanoTime() < until) {
            examples.next(batch);
            if (batch.size() < batch.capacity()) {
                examples = nextEpoch();
            } else {
                step.run(batch);
                done += batch.size();
            }
        }
        return done / ((System.nanoTime() - begun) / 1e9);
    }

    @Override
    public void close() {
        step.close();
    }
}
