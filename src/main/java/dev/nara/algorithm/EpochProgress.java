package dev.nara.algorithm;

/** Hears of every batch; the place to stop, too: an implementation may throw CancellationException. */
@FunctionalInterface
public interface EpochProgress {
    /** Nobody listens. */
    EpochProgress NONE = (done, total, loss) -> {};

    /** {@code done} of {@code total} examples went through; {@code loss} is the mean an example of the last batch. */
    void batch(long done, long total, double loss);

    /** Between the parts of a batch that takes long; a place to stop, too. */
    default void within() {}
}
