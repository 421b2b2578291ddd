package dev.nara.algorithm;

/** Stateless random numbers, computed by hashing a seed, so that every thread gets the same ones. */
public final class HashedRandom {
    /** The increment between seeds, as in SplittableRandom. */
    public static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private HashedRandom() {}

    /** The finaliser of SplittableRandom: changing one bit of the seed changes about half of the bits of the result. */
    public static long mixed(long seed) {
        long z = (seed ^ (seed >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
