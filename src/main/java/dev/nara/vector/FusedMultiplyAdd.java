package dev.nara.vector;

/**
 * Whether the processor has a fused multiply-add instruction. Without it, Java emulates the rounding at about a
 * thousandth of the speed, and plain loops are far faster.
 */
final class FusedMultiplyAdd {
    private static final int CALLS = 20_000;
    private static final long SLOW_NANOS = 10_000_000;
    private static final boolean AVAILABLE = measured();

    private FusedMultiplyAdd() {}

    static boolean available() {
        return AVAILABLE;
    }

    /** Either one instruction or at least a microsecond per call, so the result is reliable even on a busy machine. */
    private static boolean measured() {
        long fastest = Long.MAX_VALUE;
        float value = 1;
        for (int turn = 0; turn < 3; turn++) {
            long begun = System.nanoTime();
            for (int call = 0; call < CALLS; call++) {
                value = Math.fma(value, 0.999f, 0.001f);
            }
            fastest = Math.min(fastest, System.nanoTime() - begun);
        }
        return fastest < SLOW_NANOS && value > 0;
    }
}
