package dev.nara.neumf;

import dev.nara.algorithm.ExampleBatch;

/** Trains one model batch by batch; native resources are released on close. */
public interface TrainingStep extends AutoCloseable {
    /**
     * Updates the weights from the examples in use; if the loss is NaN or infinite, they are unchanged.
     *
     * @return the binary cross-entropy with logits, summed over the examples
     */
    double run(ExampleBatch batch);

    /**
     * The same for engines whose batches may take a second: {@code between} is called between parts of the batch, and may throw to stop
     * before any weights change.
     */
    default double run(ExampleBatch batch, Runnable between) {
        return run(batch);
    }

    /** Copies weights and optimiser state back to their arrays, if a device holds them. */
    default void fetch() {}

    /** The same for the embeddings of some distinct users and items, and for the layers, alone. */
    default void fetch(int[] users, int[] items) {}

    @Override
    void close();
}
