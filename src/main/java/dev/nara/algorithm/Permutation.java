package dev.nara.algorithm;

import java.util.SplittableRandom;

/**
 * A random permutation of 0 … size - 1 that is computed, not stored: a Feistel network over a slightly larger domain, repeated until the
 * result is within range (cycle walking; Black and Rogaway 2002, "Ciphers with arbitrary finite domains"). An epoch of any length is thus
 * shuffled as a whole without memory, and any thread can compute any part of it.
 */
public final class Permutation {
    private static final int ROUNDS = 4;

    private final long size;
    private final long width;
    private final long height;
    private final long[] keys = new long[ROUNDS];

    /** The same seed gives the same permutation. */
    public Permutation(long size, long seed) {
        this.size = size;
        width = Math.max(1, (long) Math.ceil(Math.sqrt((double) size)));
        height = Math.max(1, (size + width - 1) / width);
        SplittableRandom random = new SplittableRandom(seed);
        for (int r = 0; r < ROUNDS; r++) {
            keys[r] = random.nextLong();
        }
    }

    /** The number at a position of the permutation. */
    public long at(long place) {
        long value = place;
        do {
            long row = value / width;
            long column = value - row * width;
            for (int r = 0; r < ROUNDS; r += 2) {
                row = shifted(row, below(height, column + keys[r]), height);
                column = shifted(column, below(width, row + keys[r + 1]), width);
            }
            value = row * width + column;
        } while (value >= size);
        return value;
    }

    private static long shifted(long from, long by, long bound) {
        long sum = from + by;
        return sum >= bound ? sum - bound : sum;
    }

    /** A number below {@code bound}, at most 2^32, that depends on all bits of the value. */
    private static long below(long bound, long value) {
        long z = (value ^ (value >>> 32)) * 0xD6E8FEB86659FD93L;
        z = (z ^ (z >>> 32)) * 0xD6E8FEB86659FD93L;
        return ((z >>> 32) * bound) >>> 32;
    }
}
