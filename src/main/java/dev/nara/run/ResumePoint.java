package dev.nara.run;

import dev.nara.algorithm.Weights;
import java.util.List;

/**
 * Where a run was left, between two epochs.
 *
 * @param state the fitting's state, as {@link dev.nara.algorithm.Fitting#state} gave it
 * @param epochs all that it finished, in order; at least one
 */
public record ResumePoint(Weights state, List<RunEvent.EpochDone> epochs) {
    /** Copies the list. */
    public ResumePoint {
        epochs = List.copyOf(epochs);
    }

    /** The epoch finished last. */
    public RunEvent.EpochDone last() {
        return epochs.get(epochs.size() - 1);
    }
}
