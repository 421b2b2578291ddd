package dev.nara.vector;

/**
 * Whether the processor multiplies and adds in one instruction. Where it does not, Java rounds as if it did, at some
 * thousandth of the speed, and plain loops are far better.
 */
final class FusedMultiplyAdd {
    private static final int CALLS = 20_000;
    private static final long SLOW_NANOS = 10_000_000;
    private static final boolean AVAILABLE = measured();

    private FusedMultiplyAdd() {}

    static boolean available() {
        return AVAILABLE;
    }

    /** A call is an instruction, or takes a microsecond and more; so a busy machine does not change the answer. */
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
