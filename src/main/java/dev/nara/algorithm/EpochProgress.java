package dev.nara.algorithm;

/** Called after every batch. To stop, an implementation may throw CancellationException. */
@FunctionalInterface
public interface EpochProgress {
    /** Does nothing. */
    EpochProgress NONE = (done, total, loss) -> {};

    /** {@code done} of {@code total} examples went through; {@code loss} is the mean an example of the last batch. */
    void batch(long done, long total, double loss);

    /** Between the parts of a batch that takes long; a place to stop, too. */
    default void within() {}
}
