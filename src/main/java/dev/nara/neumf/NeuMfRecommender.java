package dev.nara.neumf;

import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.Weights;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Scores with fixed weights, in plain Java. The first layer is linear in [user ; item ; features], so its item part is
 * computed once an item and its user part once a user, and only added; what follows runs over tiles of items.
 */
final class NeuMfRecommender implements Recommender {
    private static final int TILE = 256;

    private final NeuMfWeights weights;
    private final NeuMfSpec spec;
    private final int items;
    /** First layer of the items, without bias: [width of layer 0 × items], so that a tile is contiguous. */
    private final float[] itemPart;
    /** GMF rows of the items, turned the same way: [gmf × items]. */
    private final float[] gmfColumns;

    /** Takes weights that nobody changes any more. */
    NeuMfRecommender(NeuMfWeights weights) {
        this.weights = weights;
        this.spec = weights.spec();
        this.items = spec.items();
        this.itemPart = itemPart();
        this.gmfColumns = turned(weights.gmfItem(), spec.gmf());
    }

    private float[] turned(float[] rows, int width) {
        float[] columns = new float[rows.length];
        IntStream.range(0, width).parallel().forEach(j -> {
            for (int i = 0; i < items; i++) {
                columns[j * items + i] = rows[i * width + j];
            }
        });
        return columns;
    }

    private float[] itemPart() {
        if (spec.layers().isEmpty()) {
            return new float[0];
        }
        int width = spec.layers().get(0);
        float[] part = new float[width * items];
        float[][] inputs = new float[items][];
        IntStream.range(0, items).parallel().forEach(i -> inputs[i] = input(i, false));
        IntStream.range(0, width).parallel().forEach(o -> {
            float[] row = inputWeights(o, false);
            for (int i = 0; i < items; i++) {
                part[o * items + i] = dot(row, inputs[i]);
            }
        });
        return part;
    }

    /** The user's or the item's side of the MLP input: its embedding, then its features in order. */
    private float[] input(int index, boolean ofUser) {
        float[] table = ofUser ? weights.mlpUser() : weights.mlpItem();
        int dimension = ofUser ? spec.mlpUser() : spec.mlpItem();
        float[] input = new float[sideWidth(ofUser)];
        System.arraycopy(table, index * dimension, input, 0, dimension);
        int place = dimension;
        for (int f = 0; f < spec.features().size(); f++) {
            SideFeature feature = spec.features().get(f);
            if (feature.ofUser() != ofUser) {
                continue;
            }
            if (feature.isCategorical()) {
                int from = feature.code(index) * feature.width();
                System.arraycopy(weights.feature(f), from, input, place, feature.width());
            } else {
                input[place] = feature.number(index);
            }
            place += feature.width();
        }
        return input;
    }

    /** The weights of one unit of the first layer that meet {@link #input}. */
    private float[] inputWeights(int unit, boolean ofUser) {
        int row = spec.weightOffset(0) + unit * spec.inputWidth();
        float[] result = new float[sideWidth(ofUser)];
        int dimension = ofUser ? spec.mlpUser() : spec.mlpItem();
        System.arraycopy(weights.dense(), row + (ofUser ? 0 : spec.mlpUser()), result, 0, dimension);
        int place = dimension;
        int column = spec.mlpUser() + spec.mlpItem();
        for (SideFeature feature : spec.features()) {
            if (feature.ofUser() == ofUser) {
                System.arraycopy(weights.dense(), row + column, result, place, feature.width());
                place += feature.width();
            }
            column += feature.width();
        }
        return result;
    }

    private int sideWidth(boolean ofUser) {
        int embedding = ofUser ? spec.mlpUser() : spec.mlpItem();
        return embedding
                + spec.features().stream()
                        .filter(f -> f.ofUser() == ofUser)
                        .mapToInt(SideFeature::width)
                        .sum();
    }

    private static float dot(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** The user's share of the first layer, with its bias: [width of layer 0]. */
    private float[] userPart(int user) {
        if (spec.layers().isEmpty()) {
            return new float[0];
        }
        float[] input = input(user, true);
        float[] part = new float[spec.layers().get(0)];
        for (int o = 0; o < part.length; o++) {
            part[o] = weights.dense()[spec.biasOffset(0) + o] + dot(inputWeights(o, true), input);
        }
        return part;
    }

    /** The GMF share of the output weights times the user's row: [gmf]. */
    private float[] gmfWeights(int user) {
        float[] result = new float[spec.gmf()];
        for (int j = 0; j < result.length; j++) {
            result[j] = weights.dense()[spec.outputOffset() + spec.lastWidth() + j]
                    * weights.gmfUser()[user * spec.gmf() + j];
        }
        return result;
    }

    @Override
    public int items() {
        return items;
    }

    @Override
    public void scores(int user, float[] out) {
        float[] userPart = userPart(user);
        float[] gmf = gmfWeights(user);
        Tile tile = new Tile(spec, TILE);
        for (int from = 0; from < items; from += TILE) {
            int count = Math.min(TILE, items - from);
            float[] hidden = tile.first(userPart.length);
            for (int o = 0; o < userPart.length; o++) {
                relu(itemPart, o * items + from, userPart[o], hidden, o * TILE, count);
            }
            tile.finish(weights.dense(), count, out, from);
            for (int j = 0; j < gmf.length; j++) {
                addScaled(gmfColumns, j * items + from, gmf[j], out, from, count);
            }
        }
    }

    @Override
    public void scores(int user, int[] wanted, float[] out) {
        float[] userPart = userPart(user);
        float[] gmf = gmfWeights(user);
        Tile tile = new Tile(spec, Math.min(TILE, wanted.length));
        for (int from = 0; from < wanted.length; from += TILE) {
            int count = Math.min(TILE, wanted.length - from);
            float[] hidden = tile.first(userPart.length);
            for (int t = 0; t < count; t++) {
                int item = wanted[from + t];
                for (int o = 0; o < userPart.length; o++) {
                    hidden[o * tile.stride() + t] = Math.max(0, itemPart[o * items + item] + userPart[o]);
                }
            }
            tile.finish(weights.dense(), count, out, from);
            for (int t = 0; t < count; t++) {
                int row = wanted[from + t] * gmf.length;
                for (int j = 0; j < gmf.length; j++) {
                    out[from + t] += gmf[j] * weights.gmfItem()[row + j];
                }
            }
        }
    }

    private static void relu(float[] in, int inFrom, float bias, float[] out, int outFrom, int count) {
        for (int t = 0; t < count; t++) {
            out[outFrom + t] = Math.max(0, in[inFrom + t] + bias);
        }
    }

    private static void addScaled(float[] in, int inFrom, float factor, float[] out, int outFrom, int count) {
        for (int t = 0; t < count; t++) {
            out[outFrom + t] += factor * in[inFrom + t];
        }
    }

    @Override
    public Weights weights() {
        return weights.toWeights();
    }

    /** The layers after the first over a tile of items; activations are [unit × stride]. One a thread. */
    private static final class Tile {
        private final NeuMfSpec spec;
        private final int stride;
        private float[] current;
        private float[] next;

        Tile(NeuMfSpec spec, int stride) {
            this.spec = spec;
            this.stride = stride;
            int widest = spec.layers().stream().mapToInt(w -> w).max().orElse(0);
            current = new float[widest * stride];
            next = new float[widest * stride];
        }

        int stride() {
            return stride;
        }

        /** Where the first layer's activations go. */
        float[] first(int width) {
            if (width * stride > current.length) {
                throw new IllegalArgumentException("layer wider than the tile: " + width);
            }
            return current;
        }

        /** Runs the remaining layers and writes the MLP's share of the logit and the bias. */
        void finish(float[] dense, int count, float[] out, int from) {
            // Two arrays take turns; the first layer is always written to the one that first() gave.
            float[] in = current;
            float[] to = next;
            for (int k = 1; k < spec.layers().size(); k++) {
                for (int o = 0; o < spec.layers().get(k); o++) {
                    int width = spec.widthBefore(k);
                    Arrays.fill(to, o * stride, o * stride + count, dense[spec.biasOffset(k) + o]);
                    weightedSum(in, dense, spec.weightOffset(k) + o * width, width, to, o * stride, count);
                    rectify(to, o * stride, count);
                }
                float[] kept = in;
                in = to;
                to = kept;
            }
            Arrays.fill(out, from, from + count, dense[spec.outputOffset() + spec.outputWidth()]);
            weightedSum(in, dense, spec.outputOffset(), spec.lastWidth(), out, from, count);
        }

        /** out[t] += sum over f of weights[f] * in[f][t], four units at a time so that out is read less often. */
        private void weightedSum(float[] in, float[] weights, int row, int width, float[] out, int from, int count) {
            int f = 0;
            for (; f + 4 <= width; f += 4) {
                int a = f * stride;
                addFour(in, a, a + stride, a + 2 * stride, a + 3 * stride, weights, row + f, out, from, count);
            }
            for (; f < width; f++) {
                addScaled(in, f * stride, weights[row + f], out, from, count);
            }
        }

        private static void addFour(
                float[] in, int a, int b, int c, int d, float[] weights, int row, float[] out, int from, int count) {
            float wa = weights[row];
            float wb = weights[row + 1];
            float wc = weights[row + 2];
            float wd = weights[row + 3];
            for (int t = 0; t < count; t++) {
                out[from + t] += wa * in[a + t] + wb * in[b + t] + wc * in[c + t] + wd * in[d + t];
            }
        }

        private static void rectify(float[] values, int from, int count) {
            for (int t = from; t < from + count; t++) {
                values[t] = Math.max(0, values[t]);
            }
        }
    }
}
