package dev.nara.chart;

import dev.nara.run.RunEvent;
import java.util.ArrayList;
import java.util.List;

/** The losses of a run's batches at their positions among its epochs. */
final class BatchLine {
    private BatchLine() {}

    /** From events in order, smoothed by an exponential mean with that weight, 0 for none. */
    static CurvePoints of(List<RunEvent> events, CurveOptions options, int batchSize, double smoothing) {
        Travelled travelled = new Travelled(options.along(), batchSize);
        ExponentialMean mean = new ExponentialMean(smoothing);
        List<CurvePoints.Point> points = new ArrayList<>();
        for (RunEvent event : events) {
            if (event instanceof RunEvent.EpochDone epoch) {
                travelled.pass(epoch);
            } else if (event instanceof RunEvent.Batch batch && Double.isFinite(batch.loss())) {
                points.add(new CurvePoints.Point(travelled.at(batch), mean.next(batch.loss()), 0));
            }
        }
        return new CurvePoints(points);
    }
}
