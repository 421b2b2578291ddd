package dev.nara.ui.common;

/**
 * How far a run that trains is.
 *
 * @param share of the epoch, 0 … 1
 * @param epoch that it is in
 * @param left the time left, in words; "" where it is not known
 * @param request what it was asked to do and has not yet done, in words; "" for nothing
 */
public record LiveRun(double share, int epoch, String left, String request) {
    /** Nothing is known of it yet. */
    public static final LiveRun NONE = new LiveRun(0, 0, "", "");

    /** The same with another request. */
    public LiveRun asked(String words) {
        return new LiveRun(share, epoch, left, words);
    }
}
