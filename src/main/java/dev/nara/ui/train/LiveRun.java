package dev.nara.ui.train;

/**
 * How far a run that trains is.
 *
 * @param share of the epoch, 0 … 1
 * @param epoch that it is in
 * @param left the time left, in words; "" where it is not known
 * @param wish what it was asked to do and has not yet done, in words; "" for nothing
 */
public record LiveRun(double share, int epoch, String left, String wish) {}
