package dev.nara.neumf;

/**
 * A batch after gathering, and its gradients. Matrices are row-major, one row per example, for {@code capacity} examples of which
 * {@code size} are used. Reused from step to step.
 */
public final class GatheredBatch {
    private final float[] labels;
    private final float[] input;
    private final float[] gmfUser;
    private final float[] gmfItem;
    private final float[][] masks;
    private int size;

    GatheredBatch(NeuMfSpec spec, int capacity, boolean dropout) {
        labels = new float[capacity];
        input = new float[capacity * (spec.layers().isEmpty() ? 0 : spec.inputWidth())];
        gmfUser = new float[capacity * spec.gmf()];
        gmfItem = new float[capacity * spec.gmf()];
        masks = new float[dropout ? spec.layers().size() : 0][];
        for (int k = 0; k < masks.length; k++) {
            masks[k] = new float[capacity * spec.layers().get(k)];
        }
    }

    void size(int newSize) {
        size = newSize;
    }

    /** Examples in use. */
    public int size() {
        return size;
    }

    /** 1 for a positive, 0 for a negative: [size]. */
    public float[] labels() {
        return labels;
    }

    /** The MLP's input [size × inputWidth]; a step replaces it by its gradient. */
    public float[] input() {
        return input;
    }

    /** GMF user rows [size × gmf]; a step replaces them by their gradient. */
    public float[] gmfUser() {
        return gmfUser;
    }

    /** GMF item rows [size × gmf]; a step replaces them by their gradient. */
    public float[] gmfItem() {
        return gmfItem;
    }

    /** Dropout masks, one per hidden layer: [size × width] of 0 or 1 / (1 - rate); none without dropout. */
    public float[][] masks() {
        return masks;
    }
}
