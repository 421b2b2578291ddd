package dev.nara.run;

import dev.nara.algorithm.Weights;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a run was left, between two epochs.
 *
 * @param state the fitting's state, as {@link dev.nara.algorithm.Fitting#state} gave it
 * @param epochs all that it finished, in order; at least one
 * @param best the weights of the best of them; null where they are gone
 * @param tested the figures on the test part; empty where they are not stored yet
 */
public record ResumePoint(
        Weights state,
        List<RunEvent.EpochDone> epochs,
        @Nullable Weights best,
        Optional<RunEvent.Tested> tested) {
    /** Copies the list. */
    public ResumePoint {
        epochs = List.copyOf(epochs);
    }

    /** The epoch finished last. */
    public RunEvent.EpochDone last() {
        return epochs.get(epochs.size() - 1);
    }
}
