package dev.nara.neumf;

import dev.nara.algorithm.Engine;
import java.util.Optional;
import java.util.function.Function;

/** An engine that trains a NeuMF, GMF or MLP. */
public interface NeuMfEngine extends Engine {
    /** Whether a step of that device leaves the processor idle; "auto" is what it would choose. */
    default boolean onGpu(String device) {
        return false;
    }

    /** What puts a model on a device to be scored there; empty where the processor scores. */
    default Optional<Function<CatalogueParts, CatalogueScorer>> scoring(String device) {
        return Optional.empty();
    }

    /** Prepares to train the weights in place. */
    TrainingStep open(NeuMfWeights weights, StepSettings settings);
}
