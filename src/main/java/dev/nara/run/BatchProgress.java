package dev.nara.run;

/** Tracks training progress: which batches to report as events, and the time left. Not thread-safe. */
final class BatchProgress {
    private static final long EVENT_NANOS = 50_000_000;

    private final TimeLeft timeLeft = new TimeLeft();
    private long examplesBefore;
    private long lastEvent;
    private int lastEpoch;
    private long lastDone;

    /** An epoch with that many examples is finished. */
    void finished(long examples) {
        examplesBefore += examples;
    }

    /** An epoch begins. */
    void begin() {
        timeLeft.begin(examplesBefore, System.nanoTime());
    }

    /** Whether to report a batch: not too soon after the last report, and never one that is older than it. */
    boolean isDue(int epoch, long done, long total) {
        long now = System.nanoTime();
        boolean late = epoch == lastEpoch && done < lastDone;
        if (late || (now - lastEvent < EVENT_NANOS && done < total)) {
            return false;
        }
        lastEvent = now;
        lastEpoch = epoch;
        lastDone = done;
        timeLeft.at(examplesBefore + done, now);
        return true;
    }

    /**
     * Seconds until the end of a run.
     *
     * @param done examples of this epoch so far
     * @param total examples of an epoch
     * @param epochs epochs of the whole run
     * @param secondsBetween time from the end of one epoch to the next, for evaluation
     */
    double secondsLeft(long done, long total, long epochs, double secondsBetween) {
        double examplesLeft = (double) epochs * total - examplesBefore - done;
        double epochsLeft = examplesLeft / Math.max(1, total);
        return timeLeft.seconds(examplesLeft) + epochsLeft * secondsBetween;
    }
}
