package dev.nara.neumf;

import java.util.Arrays;
import java.util.List;

/**
 * The layers after the first over {@link #SIZE} items at once, one array a unit: loops over arrays of their own with one
 * index are what the compiler turns into vector instructions (measured: 4 times the speed of one array with offsets). One
 * a thread.
 */
final class Tile {
    /** Items scored at once. */
    static final int SIZE = 256;

    private final NeuMfSpec spec;
    private final float[] dense;
    private final float[][][] activations;
    private final float[] scores = new float[SIZE];

    Tile(NeuMfWeights weights) {
        this.spec = weights.spec();
        this.dense = weights.dense();
        List<Integer> layers = spec.layers();
        activations = new float[layers.size()][][];
        for (int k = 0; k < activations.length; k++) {
            activations[k] = new float[layers.get(k)][SIZE];
        }
    }

    /**
     * The logits of a tile of items; the array is valid until the next call.
     *
     * @param userPart the user's share of the first layer with its bias [width]
     * @param itemPart the items' share [width][SIZE]
     * @param gmf output weights times the user's GMF row [gmf]
     * @param gmfPart the items' GMF rows [gmf][SIZE]
     */
    float[] scores(float[] userPart, float[][] itemPart, float[] gmf, float[][] gmfPart) {
        for (int o = 0; o < userPart.length; o++) {
            addAndRectify(itemPart[o], userPart[o], activations[0][o]);
        }
        for (int k = 1; k < activations.length; k++) {
            for (int o = 0; o < activations[k].length; o++) {
                float[] out = activations[k][o];
                int width = activations[k - 1].length;
                Arrays.fill(out, dense[spec.biasOffset(k) + o]);
                addWeighted(activations[k - 1], dense, spec.weightOffset(k) + o * width, out);
                addAndRectify(out, 0, out);
            }
        }
        Arrays.fill(scores, dense[spec.outputOffset() + spec.outputWidth()]);
        if (activations.length > 0) {
            addWeighted(activations[activations.length - 1], dense, spec.outputOffset(), scores);
        }
        addWeighted(gmfPart, gmf, 0, scores);
        return scores;
    }

    private static void addAndRectify(float[] in, float bias, float[] out) {
        for (int t = 0; t < SIZE; t++) {
            out[t] = Math.max(0, in[t] + bias);
        }
    }

    /** out[t] += sum over f of weights[from + f] * in[f][t], four units at a time so that out is read less often. */
    private static void addWeighted(float[][] in, float[] weights, int from, float[] out) {
        int f = 0;
        for (; f + 4 <= in.length; f += 4) {
            addFour(
                    in[f],
                    in[f + 1],
                    in[f + 2],
                    in[f + 3],
                    weights[from + f],
                    weights[from + f + 1],
                    weights[from + f + 2],
                    weights[from + f + 3],
                    out);
        }
        for (; f < in.length; f++) {
            addOne(in[f], weights[from + f], out);
        }
    }

    private static void addFour(
            float[] a, float[] b, float[] c, float[] d, float wa, float wb, float wc, float wd, float[] out) {
        for (int t = 0; t < SIZE; t++) {
            out[t] += wa * a[t] + wb * b[t] + wc * c[t] + wd * d[t];
        }
    }

    private static void addOne(float[] in, float weight, float[] out) {
        for (int t = 0; t < SIZE; t++) {
            out[t] += weight * in[t];
        }
    }
}
