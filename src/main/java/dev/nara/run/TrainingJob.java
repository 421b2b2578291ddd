package dev.nara.run;

import dev.nara.algorithm.Weights;
import dev.nara.spec.PreparedRun;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the training of a run needs, here or on another machine.
 *
 * @param listener is told what happens, as by a {@link Runner} of this program
 * @param control says what is asked of the run
 * @param left where it goes on; null for a new run
 * @param starts weights that a new run begins with
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

    /** What trains it in this program. */
    public Runner runner() {
        return new Runner(preparedRun, listener, control, left, starts);
    }
}
