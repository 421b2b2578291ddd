package dev.nara.search.sampler;

import dev.nara.algorithm.HashedRandom;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * The Sobol sequence with the direction numbers of Joe and Kuo (2008), scrambled by a hash of its seed: each digit is flipped depending on
 * those before it, which preserves uniformity (Owen 1995). Points depend only on seed and index.
 */
final class Sobol {
    private static final double DIGITS = 1L << 32;

    private final SobolSequenceGenerator generator;
    private final long seed;

    /** A sequence of points; refuses more than 1,000 dimensions. */
    Sobol(int dimensions, long seed) {
        this.seed = seed;
        generator = new SobolSequenceGenerator(dimensions);
    }

    /** The point with an index, from 0, each coordinate in 0 … 1. */
    double[] point(int index) {
        double[] point = generator.skipTo(index);
        for (int d = 0; d < point.length; d++) {
            long plain = (long) (point[d] * DIGITS);
            point[d] = (scrambled(plain, HashedRandom.mixed(seed + d * HashedRandom.GOLDEN)) + .5) / DIGITS;
        }
        return point;
    }

    private static long scrambled(long digits, long key) {
        long result = 0;
        for (int bit = 31; bit >= 0; bit--) {
            long before = digits >>> (bit + 1);
            long flip = HashedRandom.mixed(key ^ ((before << 6) | bit)) & 1;
            result = (result << 1) | (((digits >>> bit) & 1) ^ flip);
        }
        return result;
    }
}
