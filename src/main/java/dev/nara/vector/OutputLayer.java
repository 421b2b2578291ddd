package dev.nara.vector;

import static dev.nara.vector.Lanes.LANES;
import static dev.nara.vector.Lanes.SPECIES;
import static dev.nara.vector.Products.padded;

import dev.nara.neumf.NeuMfSpec;
import dev.nara.neumf.Optimizer;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/** The output layer over [last hidden layer ; GMF product], its weights padded, with the gradient of each chunk. */
final class OutputLayer {
    private final NeuMfSpec spec;
    private final int lastPad;
    private final int gmfPad;
    private final float[] hidden;
    private final float[] product;
    private final float[][] hiddenGradient;
    private final float[][] productGradient;
    private final float[] biasGradient;
    private float bias;

    OutputLayer(NeuMfSpec spec, int chunks) {
        this.spec = spec;
        lastPad = padded(spec.lastWidth());
        gmfPad = padded(spec.gmf());
        hidden = new float[lastPad];
        product = new float[gmfPad];
        hiddenGradient = new float[chunks][lastPad];
        productGradient = new float[chunks][gmfPad];
        biasGradient = new float[chunks];
    }

    /** The weights of the GMF product: [padded gmf]. */
    float[] product() {
        return product;
    }

    /** Writes the gradient of the last hidden layer's units, given the logit's. */
    void slopes(float slope, float[] to, int at) {
        for (int i = 0; i < lastPad; i += LANES) {
            FloatVector.fromArray(SPECIES, hidden, i).mul(slope).intoArray(to, at + i);
        }
    }

    /**
     * The logit of one example; lanes are added in a fixed order, which Java's reduction over lanes does not guarantee.
     *
     * @param lanes buffer for the addition: [lanes]
     */
    float logit(float[] lanes, float[] last, int at, float[] userRows, int user, float[] itemRows, int item) {
        FloatVector sum = Lanes.products(last, at, hidden, 0, lastPad);
        for (int i = 0; i < gmfPad; i += LANES) {
            sum = FloatVector.fromArray(SPECIES, userRows, user + i)
                    .mul(FloatVector.fromArray(SPECIES, itemRows, item + i))
                    .fma(FloatVector.fromArray(SPECIES, product, i), sum);
        }
        sum.intoArray(lanes, 0);
        float logit = bias;
        for (float part : lanes) {
            logit += part;
        }
        return logit;
    }

    /** Adds the weight gradients of examples {@code first} … of a batch, given their last hidden layer and the gradients of their logits. */
    void addGradient(int chunk, int first, int count, float[] slopes, float[] last, Tower users, Tower items) {
        Products.add(1, count, lastPad, slopes, first, 0, 1, last, 0, lastPad, hiddenGradient[chunk], 0, lastPad);
        for (int i = 0; i < gmfPad; i += LANES) {
            FloatVector sum = FloatVector.fromArray(SPECIES, productGradient[chunk], i);
            for (int e = first; e < first + count; e++) {
                sum = FloatVector.fromArray(SPECIES, users.gmfRows(), users.gmfRowOf(e) + i)
                        .mul(FloatVector.fromArray(SPECIES, items.gmfRows(), items.gmfRowOf(e) + i))
                        .mul(slopes[e])
                        .add(sum);
            }
            sum.intoArray(productGradient[chunk], i);
        }
        float sum = biasGradient[chunk];
        for (int e = first; e < first + count; e++) {
            sum += slopes[e];
        }
        biasGradient[chunk] = sum;
    }

    /** Reads the weights from the dense parameters. */
    void load(float[] dense) {
        int from = spec.outputOffset();
        System.arraycopy(dense, from, hidden, 0, spec.lastWidth());
        System.arraycopy(dense, from + spec.lastWidth(), product, 0, spec.gmf());
        bias = dense[from + spec.outputWidth()];
    }

    /** Updates the dense parameters with the gradients of that many chunks. */
    void update(int chunks, Optimizer.Update update, float[] dense, float scale) {
        Lanes.collect(hiddenGradient, chunks, 0, lastPad);
        Lanes.collect(productGradient, chunks, 0, gmfPad);
        for (int c = 1; c < chunks; c++) {
            biasGradient[0] += biasGradient[c];
        }
        int from = spec.outputOffset();
        update.at(from, spec.lastWidth(), hiddenGradient[0], 0, scale);
        update.at(from + spec.lastWidth(), spec.gmf(), productGradient[0], 0, scale);
        update.at(from + spec.outputWidth(), 1, biasGradient, 0, scale);
        load(dense);
    }

    /** Clears a chunk's gradients. */
    void begin(int chunk) {
        Arrays.fill(hiddenGradient[chunk], 0);
        Arrays.fill(productGradient[chunk], 0);
        biasGradient[chunk] = 0;
    }
}
