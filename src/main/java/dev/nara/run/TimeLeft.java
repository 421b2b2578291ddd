package dev.nara.run;

import java.util.Arrays;

/** Estimates the time left from the median of the latest speeds. */
public final class TimeLeft {
    private static final int WINDOW = 31;
    private static final double SECONDS = 3;
    private static final double SHARE = .05;
    private static final double LONG = 20;
    private static final double SOME = .01;

    private final double[] speeds = new double[WINDOW];
    private int count;
    private long lastDone;
    private long lastNanos;

    /**
     * Whether an estimate is reliable enough to show, as the first steps are the slowest: after a few seconds and a twentieth of the work,
     * or after many seconds and a hundredth.
     *
     * @param seconds so far
     * @param left estimated seconds remaining; NaN for no estimate
     */
    public static boolean known(double seconds, double left) {
        return Double.isFinite(left)
                && ((seconds >= SECONDS && seconds >= SHARE * (seconds + left))
                        || (seconds >= LONG && seconds >= SOME * (seconds + left)));
    }

    /** Begins to measure at {@code done} units. */
    public void begin(long done, long nanos) {
        lastDone = done;
        lastNanos = nanos;
    }

    /** {@code done} units are finished now. */
    public void at(long done, long nanos) {
        if (done > lastDone && nanos > lastNanos) {
            speeds[count++ % WINDOW] = (done - lastDone) * 1e9 / (nanos - lastNanos);
            begin(done, nanos);
        }
    }

    /** Seconds for that many more units; NaN before a speed is known. */
    public double seconds(double units) {
        int known = Math.min(count, WINDOW);
        if (known == 0) {
            return Double.NaN;
        }
        double[] sorted = Arrays.copyOf(speeds, known);
        Arrays.sort(sorted);
        return units / sorted[known / 2];
    }
}
