package dev.nara.neumf;

import dev.nara.algorithm.Engine;

/** An engine that trains a NeuMF, GMF or MLP. */
public interface NeuMfEngine extends Engine {
    /** Whether a step of that device leaves the processor idle; "auto" is what it would choose. */
    default boolean onGpu(String device) {
        return false;
    }

    /** Prepares to train the weights in place. */
    TrainingStep open(NeuMfWeights weights, StepSettings settings);
}
