package dev.nara.neumf;

import dev.nara.algorithm.HashedRandom;

/**
 * Which hidden units a step drops, computed from the seed, the step, the layer and the example alone: the same on any
 * engine and any number of threads.
 */
public final class DropoutMasks {
    private final long seed;
    private final int threshold;
    private final float kept;

    /** Drops that share, 0 … 0.9, of the units; the others are scaled up by 1 / (1 - rate). */
    public DropoutMasks(float rate, long seed) {
        this.seed = seed;
        this.threshold = (int) (rate * (1 << 16));
        this.kept = 1 / (1 - rate);
    }

    /** What a unit that is kept is multiplied with. */
    public float kept() {
        return kept;
    }

    /** Writes 0 or {@link #kept} for each of {@code width} units of a layer, from {@code from} on. */
    public void fill(long step, int layer, int example, float[] mask, int from, int width) {
        long state = HashedRandom.mixed(seed + step * 0xD1342543DE82EF95L + layer * 0xAF251AF3B0F025B5L)
                + ((long) example << 20);
        for (int i = 0; i < width; i += 4) {
            long bits = HashedRandom.mixed(state + i * HashedRandom.GOLDEN);
            for (int j = i; j < Math.min(i + 4, width); j++) {
                mask[from + j] = (bits & 0xFFFF) < threshold ? 0 : kept;
                bits >>>= 16;
            }
        }
    }
}
