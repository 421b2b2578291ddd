package dev.nara.search.study;

import dev.nara.text.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A setting that was tried, as it stands. Figures are of the goal, on the validation part.
 *
 * @param number from 1
 * @param runs that trained it, one a seed, the first one first
 * @param settings what differs from the fixed values of its part
 * @param why it was tried
 * @param outcome why it was dropped or could not go on; null where neither is so
 * @param seedFigures of its finished runs, in their order
 * @param mean of these; where none has finished that of its latest evaluated epoch, NaN before
 * @param error the standard error of the mean, NaN where it is not known
 * @param secondsPerEpoch NaN where it is not known
 * @param work that an epoch takes, NaN where it is not known
 * @param epoch that it has reached; the best one where it has finished
 * @param epochs at most
 * @param rung the last that it has reached, from 1; 0 before
 * @param rungs the epochs of its rungs
 * @param thawed whether it went on after it was dropped
 * @param level whether it is level with the best
 * @param metrics of its best epoch, the mean over its finished runs
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
    /** Whether it has a figure of its own end. */
    public boolean finished() {
        return state == TrialState.FINISHED;
    }
}
