package dev.nara.neumf;

import dev.nara.algorithm.Engine;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** An engine that trains a NeuMF, GMF or MLP. */
public interface NeuMfEngine extends Engine {
    /** Whether training on that device leaves the processor idle; "auto" means the device it would choose. */
    default boolean onGpu(String device) {
        return false;
    }

    /** Whether it supports this precision for the layers' products. */
    default boolean computesIn(Precision precision) {
        return precision == Precision.FLOAT32;
    }

    /** Loads models onto a device for scoring; empty if the processor scores. */
    default Optional<Function<CatalogueParts, CatalogueScorer>> scoring(String device) {
        return Optional.empty();
    }

    /** The memory of a device in bytes; empty for the processor or if unknown. */
    default OptionalLong memory(String device) {
        return OptionalLong.empty();
    }

    /** The bytes of it available to this process, including those it holds unused; empty if unknown. */
    default OptionalLong freeMemory(String device) {
        return OptionalLong.empty();
    }

    /** The bytes that training and evaluation need on a device other than the processor. */
    default long memory(NeuMfSpec spec, boolean adam, int batchSize, boolean dropout, Precision precision) {
        return 0;
    }

    /** Prepares to train the weights in place. */
    TrainingStep open(NeuMfWeights weights, StepSettings settings);
}
