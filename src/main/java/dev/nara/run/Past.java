package dev.nara.run;

import java.util.List;

/**
 * What a run was before it was interrupted.
 *
 * @param checkpoint its last
 * @param epochs all that it finished, in order
 */
record Past(Checkpoint checkpoint, List<RunEvent.EpochDone> epochs) {
    /** Copies the list. */
    Past {
        epochs = List.copyOf(epochs);
    }
}
