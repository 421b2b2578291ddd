package dev.nara.bench;

/**
 * One measured figure.
 *
 * @param what "train" (examples), "rank" (user-item pairs) or "peak" (multiply-adds)
 * @param benchCase a, b, …, "" for the machine
 * @param engine the engine's name
 * @param batch examples per step, 0 where there is none
 * @param perSecond median of the repeats
 * @param slowest lowest of the repeats
 * @param fastest highest of the repeats
 * @param share of the machine's peak, counting the multiply-adds of the model as in the paper; above 1 is possible
 *     where work is shared between examples
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
        double share,
        long memoryMegabytes) {}
