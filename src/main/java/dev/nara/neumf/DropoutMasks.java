package dev.nara.neumf;

/**
 * Which hidden units a step drops, computed from the seed, the step, the layer and the example alone: the same on any
 * engine and any number of threads.
 */
public final class DropoutMasks {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

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
        long state = mixed(seed + step * 0xD1342543DE82EF95L + layer * 0xAF251AF3B0F025B5L) + ((long) example << 20);
        for (int i = 0; i < width; i += 4) {
            long bits = mixed(state + i * GOLDEN);
            for (int j = i; j < Math.min(i + 4, width); j++) {
                mask[from + j] = (bits & 0xFFFF) < threshold ? 0 : kept;
                bits >>>= 16;
            }
        }
    }

    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
