package dev.nara.neumf;

import dev.nara.algorithm.ExampleBatch;

/** Trains one model, batch by batch; what it holds natively it gives back on close. */
public interface TrainingStep extends AutoCloseable {
    /**
     * Updates the weights from the examples in use; if the loss is no finite number, leaves them as they were.
     *
     * @return the binary cross-entropy with logits, summed over the examples
     */
    double run(ExampleBatch batch);

    /**
     * The same; an engine whose batches may take a second calls {@code between} between their parts, and what it throws
     * ends the batch before anything is learnt from it.
     */
    default double run(ExampleBatch batch, Runnable between) {
        return run(batch);
    }

    /** Brings weights, and what the optimiser remembers, home to the arrays they came from, where a device holds them. */
    default void fetch() {}

    /** The same for the embeddings of some distinct users and items, and for the layers, alone. */
    default void fetch(int[] users, int[] items) {}

    @Override
    void close();
}
