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
 * Where a run stopped, between two epochs, to be resumed from there.
 *
 * @param state the fitting's state, from {@link Fitting#state}
 * @param epochs all finished epochs, in order; at least one
 * @param best the weights of the best epoch; null if they are lost
 * @param tested the figures on the test part; empty if not stored yet
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

    /** The last finished epoch. */
    public RunEvent.EpochDone last() {
        return epochs.get(epochs.size() - 1);
    }

    /**
     * Restores the state of a fitting; returns the index of its phase.
     *
     * @throws DataException if the state is readable but does not belong to a training with these settings
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
