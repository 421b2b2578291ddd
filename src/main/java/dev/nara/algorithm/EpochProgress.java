package dev.nara.algorithm;

/** Called after every batch; may throw CancellationException to stop the training. */
@FunctionalInterface
public interface EpochProgress {
    /** Does nothing. */
    EpochProgress NONE = (done, total, loss) -> {};

    /** {@code done} of {@code total} examples are trained on; {@code loss} is the mean per example of the last batch. */
    void batch(long done, long total, double loss);

    /** Called between the parts of a slow batch; may throw to stop, too. */
    default void within() {}
}
