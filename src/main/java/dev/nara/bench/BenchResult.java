package dev.nara.bench;

import org.jspecify.annotations.Nullable;

/**
 * One measured figure.
 *
 * @param what "train" (examples), "rank" (user-item pairs) or "product" (multiply-adds)
 * @param benchCase a, b, …, "" for the machine
 * @param engine the engine's name
 * @param batch examples per step, 0 where there is none
 * @param perSecond median of the repeats
 * @param slowest lowest of the repeats
 * @param fastest highest of the repeats
 * @param share of the fastest multiply-adds of this machine, counting those of the model as in the paper; above 1 is possible where
 *     work is shared between examples; null where other programs took too much for it to mean anything
 * @param cores processors that it used, on average
 * @param others the share of all processors that other programs took meanwhile, 0 … 1
 * @param memoryMegabytes resident memory of the process afterwards, 0 where the system does not report it
 */
public record BenchResult(
        String what,
        String benchCase,
        String engine,
        int batch,
        double perSecond,
        double slowest,
        double fastest,
        @Nullable Double share,
        double cores,
        double others,
        long memoryMegabytes) {
    /** If other programs take more of the machine than this, no ratio is printed. */
    private static final double BUSY = 1.0 / 3;

    /** Whether other programs took so much that a ratio is meaningless. */
    public static boolean busy(double others) {
        return others > BUSY;
    }

    /** Processor seconds per million units. */
    public double secondsPerMillion() {
        return 1e6 * cores / perSecond;
    }
}
