package dev.nara.neumf;

import dev.nara.algorithm.Engine;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** An engine that trains a NeuMF, GMF or MLP. */
public interface NeuMfEngine extends Engine {
    /** Whether a step of that device leaves the processor idle; "auto" is what it would choose. */
    default boolean onGpu(String device) {
        return false;
    }

    /** Whether it can multiply the layers' matrices in that. */
    default boolean computesIn(Precision precision) {
        return precision == Precision.FLOAT32;
    }

    /** What puts a model on a device to be scored there; empty where the processor scores. */
    default Optional<Function<CatalogueParts, CatalogueScorer>> scoring(String device) {
        return Optional.empty();
    }

    /** Bytes that a device has; empty where it is the processor or is not known. */
    default OptionalLong memory(String device) {
        return OptionalLong.empty();
    }

    /** Bytes of it that this program can have now, those that it holds without need included; empty where it is not known. */
    default OptionalLong freeMemory(String device) {
        return OptionalLong.empty();
    }

    /** Bytes that training and evaluation take on a device that is no processor. */
    default long memory(NeuMfSpec spec, boolean adam, int batchSize, boolean dropout, Precision precision) {
        return 0;
    }

    /** Prepares to train the weights in place. */
    TrainingStep open(NeuMfWeights weights, StepSettings settings);
}
