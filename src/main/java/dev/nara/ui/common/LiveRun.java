package dev.nara.ui.common;

import dev.nara.text.Numbers;

/**
 * The progress of a running run.
 *
 * @param share the share of the current epoch that is done, 0 … 1
 * @param epoch the current epoch
 * @param secondsLeft NaN if unknown
 * @param request the text of a pending request, such as to pause; "" for none
 * @param done the share of its total time, 0 … 1; NaN if the time left is unknown
 * @param speed of its latest epoch, in examples per second; 0 before the first is done
 * @param engine the engine that it runs on, "" if there is no choice
 */
public record LiveRun(
        double share, int epoch, double secondsLeft, String request, double done, double speed, String engine) {
    /** No progress is known yet. */
    public static final LiveRun NONE = new LiveRun(0, 0, Double.NaN, "", Double.NaN, 0, "");

    /** The time left as text; "" if it is unknown. */
    public String left() {
        return Double.isNaN(secondsLeft) ? "" : Numbers.duration(secondsLeft);
    }

    /** A copy with another request. */
    public LiveRun asked(String words) {
        return new LiveRun(share, epoch, secondsLeft, words, done, speed, engine);
    }

    /** A copy with other progress. */
    public LiveRun at(double newShare, int newEpoch, double newLeft, double newDone) {
        return new LiveRun(newShare, newEpoch, newLeft, request, newDone, speed, engine);
    }

    /** A copy with another speed. */
    public LiveRun withSpeed(double newSpeed) {
        return new LiveRun(share, epoch, secondsLeft, request, done, newSpeed, engine);
    }

    /** A copy with an engine. */
    public LiveRun on(String newEngine) {
        return new LiveRun(share, epoch, secondsLeft, request, done, speed, newEngine);
    }
}
