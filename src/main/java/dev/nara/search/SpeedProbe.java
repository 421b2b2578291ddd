package dev.nara.search;

import dev.nara.algorithm.Fitting;
import dev.nara.data.DataException;
import dev.nara.run.RunControl;
import dev.nara.spec.PreparedRun;
import java.util.concurrent.CancellationException;

/** Trains for a moment to see how fast a run would be; nothing of it is kept. */
public final class SpeedProbe {
    private static final double WARM_UP = 1.5;
    private static final double MEASURED = 1;

    private SpeedProbe() {}

    /**
     * How fast it would be.
     *
     * @param examplesPerSecond after a warm-up
     * @param epochSeconds of training, without an evaluation
     */
    public record Speed(double examplesPerSecond, double epochSeconds) {}

    /**
     * Trains for a moment on the usual device of one of the algorithm's engines.
     *
     * @throws DataException if the experiment cannot be trained on it
     * @throws CancellationException if it was asked to stop
     */
    public static Speed of(PreparedRun preparedRun, String engine, RunControl stop) throws DataException {
        try (Fitting fitting = preparedRun.startOn(engine)) {
            Watch watch = new Watch(stop);
            while (!watch.over) {
                watch.before = watch.done;
                try {
                    fitting.epoch((done, total, loss) -> watch.at(done, total));
                } catch (CancellationException e) {
                    stop.check();
                }
            }
            return new Speed(watch.rate, watch.total / watch.rate);
        }
    }

    /** Counts examples from the end of the warm-up on, and ends the epoch when it has seen enough. */
    private static final class Watch {
        private final RunControl stop;
        private long begun;
        private long before;
        private long done;
        private long measuredFrom;
        private long nanosFrom;
        private long total;
        private double rate;
        private boolean over;

        Watch(RunControl stop) {
            this.stop = stop;
        }

        void at(long doneOfEpoch, long ofEpoch) {
            stop.check();
            total = ofEpoch;
            long now = System.nanoTime();
            done = before + doneOfEpoch;
            if (begun == 0) {
                begun = now;
            }
            if (now - begun < WARM_UP * 1e9) {
                measuredFrom = done;
                nanosFrom = now;
            } else if (now - nanosFrom > MEASURED * 1e9) {
                rate = (done - measuredFrom) / ((now - nanosFrom) / 1e9);
                over = true;
                throw new CancellationException();
            }
        }
    }
}
