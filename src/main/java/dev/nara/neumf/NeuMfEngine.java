package dev.nara.neumf;

import dev.nara.algorithm.Engine;

/** An engine that trains a NeuMF, GMF or MLP. */
public interface NeuMfEngine extends Engine {
    /** Prepares to train the weights in place. */
    Step open(NeuMfWeights weights, StepSettings settings);
}
