package dev.nara.chart;

import dev.nara.run.RunEvent;
import java.util.List;

/**
 * An earlier run that stays behind a run's curves.
 *
 * @param name what it is called in the legend
 * @param batchSize examples a step
 */
public record PreviousCurve(String name, int batchSize, List<RunEvent.EpochDone> epochs) {
    /** None. */
    public static final PreviousCurve NONE = new PreviousCurve("", 1, List.of());

    /** Copies the epochs. */
    public PreviousCurve {
        epochs = List.copyOf(epochs);
    }
}
