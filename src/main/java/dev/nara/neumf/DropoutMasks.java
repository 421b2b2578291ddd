package dev.nara.neumf;

import dev.nara.algorithm.HashedRandom;

/**
 * Decides which hidden units a step drops, from seed, step, layer and example alone: the same on every engine and for any number of
 * threads.
 */
public final class DropoutMasks {
    /** Units that share a hash, 16 bits each. */
    public static final int LANES = 4;

    private final long seed;
    private final int threshold;
    private final float kept;

    /** Drops this share of the units, 0 … 0.9; the others are scaled up by 1 / (1 - rate). */
    public DropoutMasks(float rate, long seed) {
        this.seed = seed;
        this.threshold = (int) (rate * (1 << 16));
        this.kept = 1 / (1 - rate);
    }

    /** The factor for units that are kept. */
    public float kept() {
        return kept;
    }

    /** Units whose 16 bits of a hash are below this are dropped. */
    public int threshold() {
        return threshold;
    }

    /**
     * The hash input for the units {@code unit} … of an example: this plus the example times 2^20, for which see
     * {@link HashedRandom#mixed}; the lowest 16 bits belong to the first of them.
     */
    public long hashed(long step, int layer, int unit) {
        return HashedRandom.mixed(seed + step * 0xD1342543DE82EF95L + layer * 0xAF251AF3B0F025B5L)
                + unit * HashedRandom.GOLDEN;
    }

    /** Writes 0 or {@link #kept} for each of {@code width} units of a layer, from {@code from} on. */
    public void fill(long step, int layer, int example, float[] mask, int from, int width) {
        long state = hashed(step, layer, 0) + ((long) example << 20);
        for (int i = 0; i < width; i += LANES) {
            long bits = HashedRandom.mixed(state + i * HashedRandom.GOLDEN);
            for (int j = i; j < Math.min(i + LANES, width); j++) {
                mask[from + j] = (bits & 0xFFFF) < threshold ? 0 : kept;
                bits >>>= 16;
            }
        }
    }
}
