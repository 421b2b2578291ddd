package dev.nara.neumf;

import java.util.Arrays;
import java.util.List;

/**
 * Scores a tile of items for one user after another: the layers after the first, one row per unit, one column per item. One instance per
 * thread.
 */
final class ScoringTile {
    /** Items of a tile. */
    static final int SIZE = 128;

    /** The distance of rows; a power of two would cause cache conflicts. */
    static final int STRIDE = SIZE + 16;

    private final NeuMfSpec spec;
    private final float[] dense;
    private final Kernels arithmetic;
    private final float[][] activations;

    ScoringTile(NeuMfWeights weights, Kernels arithmetic) {
        this.spec = weights.spec();
        this.dense = weights.dense();
        this.arithmetic = arithmetic;
        List<Integer> layers = spec.layers();
        activations = new float[layers.size()][];
        for (int k = 0; k < activations.length; k++) {
            activations[k] = new float[layers.get(k) * STRIDE];
        }
    }

    /**
     * The logits of some users: [users × STRIDE], of which SIZE per row are used.
     *
     * @param userParts the users' shares of the first layer with its bias: [users × width]
     * @param itemPart offset of the items' share: [width × STRIDE]
     * @param gmfUsers output weights times the users' GMF rows: [users × gmf]
     * @param gmfPart offset of the items' GMF rows: [gmf × STRIDE]
     */
    void score(
            int users,
            float[] userParts,
            float[] itemParts,
            int itemPart,
            float[] gmfUsers,
            float[] gmfParts,
            int gmfPart,
            float[] logits) {
        Arrays.fill(logits, 0, users * STRIDE, dense[spec.outputOffset() + spec.outputWidth()]);
        arithmetic.addProduct(
                users, spec.gmf(), SIZE, gmfUsers, 0, spec.gmf(), gmfParts, gmfPart, STRIDE, logits, 0, STRIDE);
        if (activations.length == 0) {
            return;
        }
        int width = spec.layers().get(0);
        for (int u = 0; u < users; u++) {
            for (int o = 0; o < width; o++) {
                arithmetic.addAndRectify(
                        itemParts, itemPart + o * STRIDE, userParts[u * width + o], activations[0], o * STRIDE, SIZE);
            }
            upperLayers(logits, u * STRIDE);
        }
    }

    private void upperLayers(float[] logits, int row) {
        for (int k = 1; k < activations.length; k++) {
            float[] out = activations[k];
            int width = spec.widthBefore(k);
            int units = spec.layers().get(k);
            for (int o = 0; o < units; o++) {
                Arrays.fill(out, o * STRIDE, o * STRIDE + SIZE, dense[spec.biasOffset(k) + o]);
            }
            arithmetic.addProduct(
                    units,
                    width,
                    SIZE,
                    dense,
                    spec.weightOffset(k),
                    width,
                    activations[k - 1],
                    0,
                    STRIDE,
                    out,
                    0,
                    STRIDE);
            arithmetic.addAndRectify(out, 0, 0, out, 0, units * STRIDE);
        }
        float[] last = activations[activations.length - 1];
        arithmetic.addProduct(
                1,
                spec.lastWidth(),
                SIZE,
                dense,
                spec.outputOffset(),
                spec.lastWidth(),
                last,
                0,
                STRIDE,
                logits,
                row,
                STRIDE);
    }
}
