package dev.nara.ui.train;

/**
 * How far the run that trains is.
 *
 * @param run its number, 0 for none
 * @param share of the epoch, 0 … 1; -1 where it is not known
 * @param epoch that it is in
 * @param left the time left, in words; "" where it is not known
 */
public record LiveRun(long run, double share, int epoch, String left) {
    /** No run trains. */
    public static final LiveRun NONE = new LiveRun(0, 0, 0, "");
}
