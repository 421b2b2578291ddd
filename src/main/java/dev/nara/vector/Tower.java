package dev.nara.vector;

import static dev.nara.vector.Lanes.LANES;
import static dev.nara.vector.Lanes.SPECIES;
import static dev.nara.vector.Products.TILE;
import static dev.nara.vector.Products.padded;

import dev.nara.neumf.DistinctRows;
import dev.nara.neumf.NeuMfSpec;
import dev.nara.neumf.NeuMfWeights;
import dev.nara.neumf.Optimizer;
import dev.nara.neumf.SideFeature;
import java.util.ArrayList;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import org.jspecify.annotations.Nullable;

/**
 * The user tower or item tower of a model within a batch: each distinct row is gathered, passed through its part of the
 * first layer, and updated with its summed gradient only once.
 */
final class Tower {
    private final DistinctRows distinct;
    private final float[] mlpTable;
    private final int mlpDimension;
    private final float[] gmfTable;
    private final int gmf;
    private final int gmfPad;
    private final List<Feature> features = new ArrayList<>();
    private final @Nullable Layer share;
    private final float[] inputs;
    private final float[] gmfRows;
    private final float[] sums;
    private final Optimizer.@Nullable Update mlpUpdate;
    private final Optimizer.@Nullable Update gmfUpdate;
    private final float[][] sumScratch;
    private final float[][] slopeScratch;
    private final float[][] gmfScratch;

    /** A side feature: its position in the inputs, and its embedding unless it is a number. */
    private record Feature(
            SideFeature feature, int column, @Nullable FeatureRows rows) {}

    Tower(NeuMfWeights weights, boolean ofUser, int capacity, Optimizer optimizer, int chunks) {
        NeuMfSpec spec = weights.spec();
        int tableRows = ofUser ? spec.users() : spec.items();
        int most = Math.min(capacity, tableRows);
        distinct = new DistinctRows(tableRows, capacity);
        mlpTable = ofUser ? weights.mlpUser() : weights.mlpItem();
        mlpDimension = ofUser ? spec.mlpUser() : spec.mlpItem();
        gmfTable = ofUser ? weights.gmfUser() : weights.gmfItem();
        gmf = spec.gmf();
        gmfPad = padded(gmf);
        boolean mlp = !spec.layers().isEmpty();
        mlpUpdate = mlp ? optimizer.of(mlpTable) : null;
        gmfUpdate = gmf > 0 ? optimizer.of(gmfTable) : null;
        share = mlp ? share(weights, ofUser, most, optimizer, chunks) : null;
        int inPad = share == null ? 0 : share.inPad();
        int outPad = share == null ? 0 : share.outPad();
        inputs = new float[most * inPad];
        gmfRows = new float[most * gmfPad];
        sums = new float[most * outPad];
        sumScratch = new float[chunks][TILE * outPad];
        slopeScratch = new float[chunks][TILE * inPad];
        gmfScratch = new float[chunks][TILE * gmfPad];
    }

    /**
     * Makes this tower's inputs contiguous, wherever they are in the model's input, and creates their part of layer 0.
     */
    private Layer share(NeuMfWeights weights, boolean ofUser, int most, Optimizer optimizer, int chunks) {
        NeuMfSpec spec = weights.spec();
        List<Layer.Stretch> stretches = new ArrayList<>();
        stretches.add(new Layer.Stretch(ofUser ? 0 : spec.mlpUser(), 0, mlpDimension));
        int column = mlpDimension;
        int denseColumn = spec.mlpUser() + spec.mlpItem();
        for (int f = 0; f < spec.features().size(); f++) {
            SideFeature feature = spec.features().get(f);
            if (feature.ofUser() == ofUser) {
                stretches.add(new Layer.Stretch(denseColumn, column, feature.width()));
                FeatureRows rows =
                        feature.isCategorical() ? new FeatureRows(feature, weights.feature(f), most, optimizer) : null;
                features.add(new Feature(feature, column, rows));
                column += feature.width();
            }
            denseColumn += feature.width();
        }
        int biasFrom = ofUser ? spec.biasOffset(0) : -1;
        return new Layer(
                column,
                spec.layers().get(0),
                spec.weightOffset(0),
                spec.inputWidth(),
                stretches.toArray(Layer.Stretch[]::new),
                biasFrom,
                chunks);
    }

    /** This tower's part of the first layer; null without an MLP. */
    @Nullable
    Layer share() {
        return share;
    }

    /** Finds the distinct rows of a batch. */
    void find(int[] indices, int examples) {
        distinct.find(indices, examples);
    }

    /** Offset of an example's part of the first layer in {@link #sums}. */
    int sumOf(int example, int width) {
        return distinct.slot(example) * width;
    }

    /** The part of the first layer, one row per distinct row. */
    float[] sums() {
        return sums;
    }

    /** The padded GMF rows, one per distinct row. */
    float[] gmfRows() {
        return gmfRows;
    }

    /** Offset of an example's row in {@link #gmfRows}. */
    int gmfRowOf(int example) {
        return distinct.slot(example) * gmfPad;
    }

    /** Gathers one of {@code parts} equal parts of the distinct rows and computes their part of the first layer. */
    void forward(int part, int parts) {
        int from = bound(part, parts);
        int to = bound(part + 1, parts);
        for (int s = from; s < to; s++) {
            System.arraycopy(gmfTable, distinct.row(s) * gmf, gmfRows, s * gmfPad, gmf);
        }
        if (share == null) {
            return;
        }
        int width = share.inPad();
        for (int s = from; s < to; s++) {
            int row = distinct.row(s);
            System.arraycopy(mlpTable, row * mlpDimension, inputs, s * width, mlpDimension);
            for (Feature feature : features) {
                gather(feature, row, s * width + feature.column);
            }
        }
        share.forward(to - from, inputs, from * width, sums, from * share.outPad());
    }

    private void gather(Feature feature, int row, int to) {
        if (feature.rows == null) {
            inputs[to] = feature.feature.number(row);
        } else {
            feature.rows.gather(row, inputs, to);
        }
    }

    private int bound(int part, int parts) {
        return (int) ((long) distinct.count() * part / parts);
    }

    /** The gradients that the examples of a batch give to their rows. */
    static final class Slopes {
        private final float[] ofSums;
        private final float[] ofLogits;

        Slopes(int capacity, int width) {
            ofSums = new float[Math.multiplyExact(capacity, width)];
            ofLogits = new float[capacity];
        }

        /** Of the first layer's sums: [examples × padded width]. */
        float[] ofSums() {
            return ofSums;
        }

        /** Of the logits: [examples]. */
        float[] ofLogits() {
            return ofLogits;
        }
    }

    /**
     * Updates one part of the distinct rows; the part is also the chunk that the layer's gradient goes to.
     *
     * @param product the output layer's weights of the GMF product
     */
    void backward(int part, int parts, Slopes slopes, Tower other, float[] product, float scale) {
        int begin = bound(part, parts);
        int to = bound(part + 1, parts);
        if (share != null && begin == to) {
            share.clear(part);
        }
        for (int from = begin; from < to; from += TILE) {
            int count = Math.min(TILE, to - from);
            if (gmfUpdate != null) {
                updateGmf(part, from, count, slopes.ofLogits, other, product, gmfUpdate, scale);
            }
            if (share != null && mlpUpdate != null) {
                updateMlp(part, from == begin, from, count, slopes.ofSums, share, mlpUpdate, scale);
            }
        }
    }

    private void updateGmf(
            int part,
            int from,
            int count,
            float[] slopes,
            Tower other,
            float[] product,
            Optimizer.Update update,
            float scale) {
        float[] gradient = gmfScratch[part];
        for (int s = from; s < from + count; s++) {
            for (int i = 0; i < gmfPad; i += LANES) {
                FloatVector sum = FloatVector.zero(SPECIES);
                for (int m = distinct.start(s); m < distinct.start(s + 1); m++) {
                    int example = distinct.member(m);
                    sum = FloatVector.fromArray(SPECIES, other.gmfRows, other.gmfRowOf(example) + i)
                            .fma(FloatVector.broadcast(SPECIES, slopes[example]), sum);
                }
                sum.mul(FloatVector.fromArray(SPECIES, product, i)).intoArray(gradient, (s - from) * gmfPad + i);
            }
        }
        update.rows(distinct.rows(), from, count, 0, gmf, gradient, 0, gmfPad, scale);
    }

    private void updateMlp(
            int part,
            boolean begins,
            int from,
            int count,
            float[] slopes,
            Layer layer,
            Optimizer.Update update,
            float scale) {
        float[] rowSums = sumScratch[part];
        float[] inputSlopes = slopeScratch[part];
        for (int t = 0; t < count; t++) {
            sumMembers(from + t, slopes, layer.outPad(), rowSums, t * layer.outPad());
        }
        layer.backward(count, rowSums, 0, inputSlopes, 0);
        layer.addGradient(part, begins, count, rowSums, 0, inputs, from * layer.inPad());
        for (int t = 0; t < count; t++) {
            int at = t * layer.inPad();
            for (Feature feature : features) {
                if (feature.rows != null) {
                    feature.rows.keep(from + t, inputSlopes, at + feature.column);
                }
            }
        }
        update.rows(distinct.rows(), from, count, 0, mlpDimension, inputSlopes, 0, layer.inPad(), scale);
    }

    private void sumMembers(int slot, float[] slopes, int width, float[] to, int at) {
        int start = distinct.start(slot);
        int end = distinct.start(slot + 1);
        System.arraycopy(slopes, distinct.member(start) * width, to, at, width);
        for (int m = start + 1; m < end; m++) {
            Lanes.add(slopes, distinct.member(m) * width, to, at, width);
        }
    }

    /** Number of side features; embeddings of some may remain to be updated after all parts are done. */
    int featureTasks() {
        return features.size();
    }

    /** Updates the embedding of a feature. */
    void updateFeature(int feature, float scale) {
        FeatureRows rows = features.get(feature).rows;
        if (rows != null) {
            rows.update(distinct, scale);
        }
    }
}
