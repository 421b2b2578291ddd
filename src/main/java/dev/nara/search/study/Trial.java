package dev.nara.search.study;

import dev.nara.text.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tried setting in its current state. Figures are of the goal, on the validation part.
 *
 * @param number from 1
 * @param runs that trained it, one per seed, the first one first
 * @param settings that differ from the fixed values of its part
 * @param why it was tried
 * @param outcome why it was stopped or failed; null if neither
 * @param seedFigures of its finished runs, in order
 * @param mean of these; if none has finished, that of its latest evaluated epoch, NaN before
 * @param error the standard error of the mean, NaN if unknown
 * @param secondsPerEpoch NaN if unknown
 * @param work of one epoch, NaN if unknown
 * @param epoch the latest one; the best one if it has finished
 * @param epochs at most
 * @param rung the last that it has reached, from 1; 0 before
 * @param rungs the epochs of its rungs
 * @param thawed whether it continued after it was stopped
 * @param level whether it is level with the best
 * @param metrics of its best epoch, means over its finished runs
 * @param begun in seconds of the study's clock
 * @param ended likewise, NaN before
 */
public record Trial(
        int number,
        List<Long> runs,
        String algorithm,
        Map<String, String> settings,
        Origin origin,
        TrialState state,
        Text why,
        @Nullable Text outcome,
        List<Double> seedFigures,
        double mean,
        double error,
        double secondsPerEpoch,
        double work,
        int epoch,
        int epochs,
        int rung,
        List<Integer> rungs,
        boolean thawed,
        boolean pinned,
        boolean level,
        boolean withinLimits,
        Map<String, Double> metrics,
        double begun,
        double ended) {
    /** Whether it has a final figure. */
    public boolean finished() {
        return state == TrialState.FINISHED;
    }
}
