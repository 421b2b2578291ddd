package dev.nara.chart;

/**
 * How curves are drawn.
 *
 * @param along the unit of the horizontal axis
 * @param logLoss whether losses have a logarithmic axis
 * @param smoothing of batch losses, from 0 for none to below 1: the weight of the past in an exponential mean
 */
public record CurveOptions(Along along, boolean logLoss, double smoothing) {
    /** Over epochs, on a linear axis, smoothed. */
    public static final CurveOptions USUAL = new CurveOptions(Along.EPOCHS, false, 0.8);

    /** The same without smoothing. */
    public static final CurveOptions RAW = new CurveOptions(Along.EPOCHS, false, 0);

    /** The unit of the horizontal axis. */
    public enum Along {
        /** Finished epochs, pretraining included. */
        EPOCHS,
        /** Thousands of optimiser steps; one step per example for algorithms without batches. */
        STEPS,
        /** Millions of examples trained on. */
        EXAMPLES,
        /** Minutes of training and evaluating, without pauses. */
        MINUTES
    }
}
