package dev.nara.ui.common;

import dev.nara.text.Numbers;

/**
 * How far a run that trains is.
 *
 * @param share of the epoch, 0 … 1
 * @param epoch that it is in
 * @param secondsLeft NaN where that is not known
 * @param request what it was asked to do and has not yet done, in words; "" for nothing
 * @param done of its whole time, 0 … 1; NaN where the time left is not known
 * @param speed of its latest epoch, in examples a second; 0 before the first is done
 * @param engine what computes it, "" where there is no choice
 */
public record LiveRun(
        double share, int epoch, double secondsLeft, String request, double done, double speed, String engine) {
    /** Nothing is known of it yet. */
    public static final LiveRun NONE = new LiveRun(0, 0, Double.NaN, "", Double.NaN, 0, "");

    /** The time left in words; "" where it is not known. */
    public String left() {
        return Double.isNaN(secondsLeft) ? "" : Numbers.duration(secondsLeft);
    }

    /** The same with another request. */
    public LiveRun asked(String words) {
        return new LiveRun(share, epoch, secondsLeft, words, done, speed, engine);
    }

    /** The same in another place. */
    public LiveRun at(double newShare, int newEpoch, double newLeft, double newDone) {
        return new LiveRun(newShare, newEpoch, newLeft, request, newDone, speed, engine);
    }

    /** The same at another speed. */
    public LiveRun withSpeed(double newSpeed) {
        return new LiveRun(share, epoch, secondsLeft, request, done, newSpeed, engine);
    }

    /** The same on an engine. */
    public LiveRun on(String newEngine) {
        return new LiveRun(share, epoch, secondsLeft, request, done, speed, newEngine);
    }
}
