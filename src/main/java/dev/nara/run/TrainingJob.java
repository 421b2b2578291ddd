package dev.nara.run;

import dev.nara.algorithm.Weights;
import dev.nara.spec.PreparedRun;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything needed to train a run, here or on another machine.
 *
 * @param listener receives events as from a {@link Runner} of this process
 * @param control holds the requests to the run
 * @param left where to resume; null for a new run
 * @param starts initial weights for a new run
 */
public record TrainingJob(
        PreparedRun preparedRun,
        RunListener listener,
        RunControl control,
        @Nullable ResumePoint left,
        List<Weights> starts) {
    /** Copies the list. */
    public TrainingJob {
        starts = List.copyOf(starts);
    }

    /** A runner that trains it in this process. */
    public Runner runner() {
        return new Runner(preparedRun, listener, control, left, starts);
    }
}
