package dev.nara.neumf;

import dev.nara.algorithm.Engine;

/** An engine that trains a NeuMF, GMF or MLP. */
public interface NeuMfEngine extends Engine {
    /** Whether a step keeps all cores busy, so that nothing is won by assembling the next batch meanwhile. */
    boolean needsAllCores();

    /** Prepares to train the weights in place. */
    Step open(NeuMfWeights weights, StepSettings settings);
}
