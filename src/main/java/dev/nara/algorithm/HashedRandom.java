package dev.nara.algorithm;

/** Random numbers that are computed from where they are needed, so that any thread gets the same ones. */
public final class HashedRandom {
    /** The step between one seed and the next, as in SplittableRandom. */
    public static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private HashedRandom() {}

    /** The finaliser of SplittableRandom: every bit of the seed changes half of the result. */
    public static long mixed(long seed) {
        long z = (seed ^ (seed >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
