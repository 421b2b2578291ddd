package dev.nara.ui.train;

import dev.nara.analysis.AgainstPrevious;
import dev.nara.analysis.RunFigures;
import dev.nara.run.RunEvent;
import dev.nara.store.entry.StoredRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A row of the table of epochs: an epoch, or the run's result on the test part.
 *
 * @param epoch within its phase
 * @param passed the number of epochs completed at its end, including pretraining
 * @param seconds of the run until its end
 * @param loss NaN for none
 * @param against the metric on screen minus that of the previous run after the same number of epochs; NaN if there is none
 * @param best whether it is the best epoch by the deciding metric
 * @param test whether it is the result on the test part
 */
record EpochRow(
        String phase,
        int epoch,
        int passed,
        double seconds,
        double loss,
        Map<String, Double> metrics,
        double against,
        boolean best,
        boolean test) {
    /** The rows of a run: its result on the test part if that is separate, then its epochs, newest first. */
    static List<EpochRow> of(List<RunEvent.EpochDone> epochs, RunDetails details, String metric) {
        List<EpochRow> rows = new ArrayList<>();
        AgainstPrevious against = details.against();
        List<RunEvent.EpochDone> before = against == null ? List.of() : against.curve();
        int best = best(epochs);
        double seconds = 0;
        for (int n = 0; n < epochs.size(); n++) {
            RunEvent.EpochDone epoch = epochs.get(n);
            seconds += epoch.seconds() + epoch.evaluationSeconds();
            double other = n < before.size() ? figure(before.get(n), metric) : Double.NaN;
            rows.add(
                    0,
                    new EpochRow(
                            epoch.phase(),
                            epoch.epoch(),
                            n + 1,
                            seconds,
                            epoch.loss(),
                            epoch.metrics(),
                            figure(epoch, metric) - other,
                            n == best,
                            false));
        }
        StoredRun run = details.run();
        if (run != null
                && !run.spec().chosenOnTest()
                && !RunFigures.reported(run).isEmpty()
                && !rows.isEmpty()) {
            rows.add(0, new EpochRow("", 0, 0, 0, Double.NaN, RunFigures.reported(run), Double.NaN, false, true));
        }
        return rows;
    }

    /** The index of the best epoch, -1 if there are no figures. Each epoch that was the best so far is marked, so the last mark counts. */
    private static int best(List<RunEvent.EpochDone> epochs) {
        int best = -1;
        for (int n = 0; n < epochs.size(); n++) {
            best = epochs.get(n).best() && !epochs.get(n).metrics().isEmpty() ? n : best;
        }
        return best;
    }

    private static double figure(RunEvent.EpochDone epoch, String metric) {
        return epoch.metrics().getOrDefault(metric, Double.NaN);
    }
}
