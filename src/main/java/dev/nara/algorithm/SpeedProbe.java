package dev.nara.algorithm;

import java.util.concurrent.CancellationException;

/**
 * Trains for a moment to see how fast a training would be; nothing of it is kept. Java compiles what runs often while it runs, so it is
 * measured until it gets no faster.
 */
public final class SpeedProbe {
    /** A stretch is this much faster, or it is none. */
    private static final double FASTER = 1.05;
    /** So many stretches in a row that are none end it. */
    private static final int STEADY = 4;

    private final double stretch;
    private final double longest;

    /** Measures stretches of so many seconds, no longer than so many in all. */
    public SpeedProbe(double stretch, double longest) {
        this.stretch = stretch;
        this.longest = longest;
    }

    /**
     * How fast it would be.
     *
     * @param examplesPerSecond in the fastest stretch
     * @param epochSeconds of training, without an evaluation
     */
    public record Speed(double examplesPerSecond, double epochSeconds) {}

    /**
     * Trains for a moment.
     *
     * @param check is called often, and ends the measurement by what it throws
     * @throws CancellationException if it was asked to stop
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

    /** Counts the examples of one stretch after the other, and ends the epoch when it has seen enough. */
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
