package dev.nara.chart;

/**
 * How curves are drawn.
 *
 * @param along what the common axis counts
 * @param logLoss whether losses stand on a logarithmic axis
 * @param smoothing of the loss of batches, 0 for none to below 1: the weight of what came before in an exponential mean
 */
public record CurveOptions(Along along, boolean logLoss, double smoothing) {
    /** Along epochs, on a plain axis, smoothed. */
    public static final CurveOptions USUAL = new CurveOptions(Along.EPOCHS, false, 0.8);

    /** The same with the losses of batches as they are. */
    public static final CurveOptions RAW = new CurveOptions(Along.EPOCHS, false, 0);

    /** What the common axis counts. */
    public enum Along {
        /** Finished epochs, pretraining included. */
        EPOCHS,
        /** Thousands of steps of the optimiser; an algorithm without batches takes one an example. */
        STEPS,
        /** Millions of examples trained on. */
        EXAMPLES,
        /** Minutes of training and evaluating, without pauses. */
        MINUTES
    }
}
