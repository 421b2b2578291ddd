package dev.nara.vector;

import static dev.nara.vector.Products.padded;

import dev.nara.neumf.Optimizer;
import java.util.Arrays;

/**
 * One fully connected layer, or the user's or item's part of the first: its padded weights, also transposed, so that
 * both passes read contiguous rows; and the gradient of each chunk of a batch. Chunks are summed in a fixed order, so
 * the sum does not depend on which thread computed them.
 */
final class Layer {
    /** Maps a range within a row of the dense parameters to columns of this layer. */
    record Stretch(int denseColumn, int column, int length) {}

    private final int in;
    private final int out;
    private final int inPad;
    private final int outPad;
    private final int denseFrom;
    private final int denseWidth;
    private final Stretch[] stretches;
    private final int biasFrom;
    private final float[] weights;
    private final float[] turned;
    private final float[] bias;
    private final float[] zeros;
    private final float[][] gradient;
    private final float[][] biasGradient;

    /**
     * @param in inputs
     * @param out units
     * @param denseFrom offset of the first unit's weights in the dense parameters
     * @param denseWidth distance between the weights of two units there
     * @param biasFrom offset of the biases there; below 0 for a part without biases
     */
    Layer(int in, int out, int denseFrom, int denseWidth, Stretch[] stretches, int biasFrom, int chunks) {
        this.in = in;
        this.out = out;
        this.inPad = padded(in);
        this.outPad = padded(out);
        this.denseFrom = denseFrom;
        this.denseWidth = denseWidth;
        this.stretches = stretches;
        this.biasFrom = biasFrom;
        weights = new float[out * inPad];
        turned = new float[in * outPad];
        bias = new float[outPad];
        zeros = new float[inPad];
        gradient = new float[chunks][out * inPad];
        biasGradient = new float[chunks][outPad];
    }

    int inPad() {
        return inPad;
    }

    int outPad() {
        return outPad;
    }

    int units() {
        return out;
    }

    /** z = bias + x W': {@code rows} rows of inputs give as many rows of sums. */
    void forward(int rows, float[] x, int xFrom, float[] z, int zFrom) {
        Products.sum(rows, in, outPad, x, xFrom, inPad, 1, turned, 0, outPad, bias, 0, 0, z, zFrom, outPad);
    }

    /** dx = dz W: the gradient of the inputs from that of the sums. */
    void backward(int rows, float[] dz, int dzFrom, float[] dx, int dxFrom) {
        Products.sum(rows, out, inPad, dz, dzFrom, outPad, 1, weights, 0, inPad, zeros, 0, 0, dx, dxFrom, inPad);
    }

    /** Clears a chunk's gradient. */
    void clear(int chunk) {
        Arrays.fill(gradient[chunk], 0);
        Arrays.fill(biasGradient[chunk], 0);
    }

    /** Adds dz' x, and the sum of dz for the bias, to a chunk's gradient, which {@code begins} with them or goes on. */
    void addGradient(int chunk, boolean begins, int rows, float[] dz, int dzFrom, float[] x, int xFrom) {
        float[] sum = gradient[chunk];
        float[] before = begins ? zeros : sum;
        int stride = begins ? 0 : inPad;
        Products.sum(out, rows, inPad, dz, dzFrom, 1, outPad, x, xFrom, inPad, before, 0, stride, sum, 0, inPad);
        if (begins) {
            Arrays.fill(biasGradient[chunk], 0);
        }
        if (biasFrom >= 0) {
            Lanes.addRows(rows, dz, dzFrom, biasGradient[chunk], outPad);
        }
    }

    /** Reads units {@code from} … {@code to - 1} from the dense parameters. */
    void load(float[] dense, int from, int to) {
        for (int o = from; o < to; o++) {
            for (Stretch stretch : stretches) {
                int place = denseFrom + o * denseWidth + stretch.denseColumn;
                System.arraycopy(dense, place, weights, o * inPad + stretch.column, stretch.length);
                for (int i = 0; i < stretch.length; i++) {
                    turned[(stretch.column + i) * outPad + o] = dense[place + i];
                }
            }
            bias[o] = biasFrom < 0 ? 0 : dense[biasFrom + o];
        }
    }

    /** Updates units {@code from} … {@code to - 1} of the dense parameters with the gradients of that many chunks. */
    void update(int from, int to, int chunks, Optimizer.Update update, float[] dense, float scale) {
        Lanes.collect(gradient, chunks, from * inPad, (to - from) * inPad);
        for (int o = from; o < to; o++) {
            for (int c = 1; c < chunks; c++) {
                biasGradient[0][o] += biasGradient[c][o];
            }
            for (Stretch stretch : stretches) {
                int place = denseFrom + o * denseWidth + stretch.denseColumn;
                update.at(place, stretch.length, gradient[0], o * inPad + stretch.column, scale);
            }
        }
        if (biasFrom >= 0) {
            update.at(biasFrom + from, to - from, biasGradient[0], from, scale);
        }
        load(dense, from, to);
    }
}
