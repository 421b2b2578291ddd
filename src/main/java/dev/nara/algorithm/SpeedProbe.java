package dev.nara.algorithm;

import java.util.concurrent.CancellationException;

/**
 * Trains briefly to measure the speed of a training; the result is discarded. Because Java compiles hot code while it runs, it measures
 * until the speed no longer increases.
 */
public final class SpeedProbe {
    /** A period must be faster than the best by this factor to count as an increase. */
    private static final double FASTER = 1.05;
    /** Measuring ends after this many periods without an increase. */
    private static final int STEADY = 4;

    private final double stretch;
    private final double longest;

    /** Measures periods of {@code stretch} seconds, for at most {@code longest} seconds in all. */
    public SpeedProbe(double stretch, double longest) {
        this.stretch = stretch;
        this.longest = longest;
    }

    /**
     * The measured speed.
     *
     * @param examplesPerSecond in the fastest period
     * @param epochSeconds of training, without evaluation
     */
    public record Speed(double examplesPerSecond, double epochSeconds) {}

    /**
     * Trains briefly and measures.
     *
     * @param check is called often, and may throw to stop
     * @throws CancellationException if {@code check} threw it
     */
    public Speed of(Fitting fitting, Runnable check) {
        Watch watch = new Watch(check);
        while (!watch.over) {
            watch.before = watch.done;
            try {
                fitting.epoch((done, total, loss) -> watch.at(done, total));
            } catch (CancellationException e) {
                check.run();
            }
        }
        return new Speed(watch.rate, watch.total / watch.rate);
    }

    /** Counts examples per period, and ends the epoch when enough is known. */
    private final class Watch {
        private final Runnable check;
        private long begun;
        private long stretchFrom;
        private long doneFrom;
        private long before;
        private long done;
        private long total;
        private double rate;
        private int steady;
        private boolean over;

        Watch(Runnable check) {
            this.check = check;
        }

        void at(long doneOfEpoch, long ofEpoch) {
            check.run();
            total = ofEpoch;
            long now = System.nanoTime();
            done = before + doneOfEpoch;
            if (begun == 0) {
                begun = now;
                stretchFrom = now;
                doneFrom = done;
            } else if (now - stretchFrom > stretch * 1e9) {
                endStretch((done - doneFrom) / ((now - stretchFrom) / 1e9));
                stretchFrom = now;
                doneFrom = done;
                over = steady >= STEADY || now - begun > longest * 1e9;
                if (over) {
                    throw new CancellationException();
                }
            }
        }

        private void endStretch(double its) {
            steady = its > FASTER * rate ? 0 : steady + 1;
            rate = Math.max(rate, its);
        }
    }
}
