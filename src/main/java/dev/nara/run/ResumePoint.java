package dev.nara.run;

import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a run was left, between two epochs.
 *
 * @param state the fitting's state, as {@link Fitting#state} gave it
 * @param epochs all that it finished, in order; at least one
 * @param best the weights of the best of them; null where they are gone
 * @param tested the figures on the test part; empty where they are not stored yet
 */
public record ResumePoint(
        Weights state,
        List<RunEvent.EpochDone> epochs,
        @Nullable Weights best,
        Optional<RunEvent.Tested> tested) {
    private static final Logger LOG = LoggerFactory.getLogger(ResumePoint.class);

    /** Copies the list. */
    public ResumePoint {
        epochs = List.copyOf(epochs);
    }

    /** The epoch finished last. */
    public RunEvent.EpochDone last() {
        return epochs.get(epochs.size() - 1);
    }

    /**
     * Gives a fitting its state; returns the place of the phase that it is in.
     *
     * @throws DataException if it is not that of a training with these settings, in a file that is whole all the same
     */
    int takenUpBy(Fitting fitting) throws DataException {
        int place = fitting.phases().stream().map(Fitting.Phase::name).toList().indexOf(last().phase());
        try {
            fitting.resume(state);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NullPointerException e) {
            LOG.warn("the checkpoint does not fit the settings", e);
            place = -1;
        }
        if (place < 0) {
            throw new DataException(Text.of("checkpoint.unreadable"), Text.of("checkpoint.unreadable.remedy"));
        }
        return place;
    }
}
