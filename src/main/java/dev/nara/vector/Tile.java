package dev.nara.vector;

import static dev.nara.vector.Lanes.LANES;

import dev.nara.algorithm.LogisticLoss;
import dev.nara.neumf.DropoutMasks;
import dev.nara.neumf.NeuMfSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Processes one chunk of a batch tile by tile: from the first layer's sums to the loss and back. */
final class Tile {
    private final NeuMfSpec spec;
    private final int chunk;
    private final int size;
    private final List<Layer> upper;
    private final OutputLayer output;
    private final @Nullable DropoutMasks masks;
    private final float[][] activations;
    private final float[][] slopes;
    private final float[] maskRow;
    private final int[] pads;
    private double lossSum;

    /** For at most {@code size} examples; {@code chunk} is the index for gradients. */
    Tile(NeuMfSpec spec, int chunk, int size, List<Layer> upper, OutputLayer output, @Nullable DropoutMasks masks) {
        this.spec = spec;
        this.chunk = chunk;
        this.size = size;
        this.upper = upper;
        this.output = output;
        this.masks = masks;
        pads = spec.layers().stream().mapToInt(Products::padded).toArray();
        activations = new float[pads.length][];
        slopes = new float[pads.length][];
        int widest = 0;
        for (int k = 0; k < pads.length; k++) {
            activations[k] = new float[size * pads[k]];
            slopes[k] = new float[k == 0 ? 0 : size * pads[k]];
            widest = Math.max(widest, pads[k]);
        }
        maskRow = new float[widest];
    }

    /** Runs examples {@code from} … {@code to - 1} of the batch. */
    void run(int from, int to, float[] labels, Tower users, Tower items, Tower.Slopes out, long step) {
        output.begin(chunk);
        // Frequently changed state is created here, by the thread itself, so that no two threads write to the same
        // cache line.
        LogisticLoss loss = new LogisticLoss();
        float[] lanes = new float[LANES];
        for (int first = from; first < to; first += size) {
            int count = Math.min(size, to - first);
            forward(first, count, users, items, step);
            outputs(first, count, labels, users, items, out, loss, lanes);
            backward(first == from, first, count, out.ofSums());
        }
        lossSum = loss.take();
    }

    /** The loss summed since the last call. */
    double takeLoss() {
        double taken = lossSum;
        lossSum = 0;
        return taken;
    }

    private void forward(int first, int count, Tower users, Tower items, long step) {
        for (int k = 0; k < pads.length; k++) {
            float[] here = activations[k];
            int pad = pads[k];
            if (k == 0) {
                for (int t = 0; t < count; t++) {
                    int user = users.sumOf(first + t, pad);
                    int item = items.sumOf(first + t, pad);
                    Lanes.addRectified(users.sums(), user, items.sums(), item, here, t * pad, pad);
                }
            } else {
                upper.get(k - 1).forward(count, activations[k - 1], 0, here, 0);
                Lanes.rectify(here, 0, count * pad);
            }
            if (masks != null) {
                for (int t = 0; t < count; t++) {
                    masks.fill(step, k, first + t, maskRow, 0, spec.layers().get(k));
                    Lanes.multiply(maskRow, 0, here, t * pad, pad);
                }
            }
        }
    }

    private void outputs(
            int first,
            int count,
            float[] labels,
            Tower users,
            Tower items,
            Tower.Slopes out,
            LogisticLoss loss,
            float[] lanes) {
        int last = pads.length - 1;
        float[] hidden = last < 0 ? maskRow : activations[last];
        int width = last < 0 ? 0 : pads[last];
        float[] to = last == 0 ? out.ofSums() : last > 0 ? slopes[last] : maskRow;
        int toFrom = last == 0 ? first * width : 0;
        for (int t = 0; t < count; t++) {
            int user = users.gmfRowOf(first + t);
            int item = items.gmfRowOf(first + t);
            float logit = output.logit(lanes, hidden, t * width, users.gmfRows(), user, items.gmfRows(), item);
            float slope = loss.add(logit, labels[first + t]);
            out.ofLogits()[first + t] = slope;
            output.slopes(slope, to, toFrom + t * width);
        }
        output.addGradient(chunk, first, count, out.ofLogits(), hidden, users, items);
        if (last >= 0) {
            Lanes.throughRectifier(hidden, 0, kept(), to, toFrom, count * width);
        }
    }

    private float kept() {
        return masks == null ? 1 : masks.kept();
    }

    private void backward(boolean begins, int first, int count, float[] sumSlopes) {
        for (int k = pads.length - 1; k > 0; k--) {
            Layer layer = upper.get(k - 1);
            float[] below = k == 1 ? sumSlopes : slopes[k - 1];
            int at = k == 1 ? first * pads[0] : 0;
            layer.addGradient(chunk, begins, count, slopes[k], 0, activations[k - 1], 0);
            layer.backward(count, slopes[k], 0, below, at);
            Lanes.throughRectifier(activations[k - 1], 0, kept(), below, at, count * pads[k - 1]);
        }
    }
}
