package dev.nara.neumf;

import dev.nara.algorithm.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * All parameters of a NeuMF as plain row-major arrays: embedding tables [rows × dimension], one table per categorical feature, and all
 * dense layers in one array laid out as {@link NeuMfSpec} says.
 */
public final class NeuMfWeights {
    private final NeuMfSpec spec;
    private final float[] gmfUser;
    private final float[] gmfItem;
    private final float[] mlpUser;
    private final float[] mlpItem;
    private final List<float[]> features;
    private final float[] dense;

    private NeuMfWeights(
            NeuMfSpec spec,
            float[] gmfUser,
            float[] gmfItem,
            float[] mlpUser,
            float[] mlpItem,
            List<float[]> features,
            float[] dense) {
        this.spec = spec;
        this.gmfUser = gmfUser;
        this.gmfItem = gmfItem;
        this.mlpUser = mlpUser;
        this.mlpItem = mlpItem;
        this.features = features;
        this.dense = dense;
    }

    /** All zero. */
    static NeuMfWeights zeros(NeuMfSpec spec) {
        List<float[]> features = new ArrayList<>();
        for (SideFeature feature : spec.features()) {
            features.add(new float[feature.categories() * feature.width()]);
        }
        return new NeuMfWeights(
                spec,
                new float[Math.multiplyExact(spec.users(), spec.gmf())],
                new float[Math.multiplyExact(spec.items(), spec.gmf())],
                new float[Math.multiplyExact(spec.users(), spec.mlpUser())],
                new float[Math.multiplyExact(spec.items(), spec.mlpItem())],
                features,
                new float[spec.denseSize()]);
    }

    /** How weights are initialised. */
    public enum Initialisation {
        /** Embeddings N(0, 0.01), hidden layers Glorot uniform, output layer LeCun uniform, biases 0 (the paper's code). */
        PAPER,
        /** Everything N(0, 0.01), biases 0 (the competition notebook). */
        NOTEBOOK
    }

    /** Random weights; the same seed gives the same weights. */
    public static NeuMfWeights random(NeuMfSpec spec, Initialisation initialisation, long seed) {
        NeuMfWeights weights = zeros(spec);
        SplittableRandom random = new SplittableRandom(seed);
        for (float[] table : weights.tables()) {
            normal(table, 0, table.length, random);
        }
        float[] dense = weights.dense;
        for (int k = 0; k < spec.layers().size(); k++) {
            int in = spec.widthBefore(k);
            int out = spec.layers().get(k);
            if (initialisation == Initialisation.PAPER) {
                uniform(dense, spec.weightOffset(k), in * out, Math.sqrt(6.0 / (in + out)), random);
            } else {
                normal(dense, spec.weightOffset(k), in * out, random);
            }
        }
        if (initialisation == Initialisation.PAPER) {
            uniform(dense, spec.outputOffset(), spec.outputWidth(), Math.sqrt(3.0 / spec.outputWidth()), random);
        } else {
            normal(dense, spec.outputOffset(), spec.outputWidth(), random);
        }
        return weights;
    }

    private static void normal(float[] array, int from, int count, SplittableRandom random) {
        for (int i = from; i < from + count; i++) {
            array[i] = (float) (0.01 * random.nextGaussian());
        }
    }

    private static void uniform(float[] array, int from, int count, double bound, SplittableRandom random) {
        for (int i = from; i < from + count; i++) {
            array[i] = (float) ((2 * random.nextDouble() - 1) * bound);
        }
    }

    /**
     * Joins a pretrained GMF and a pretrained MLP: embeddings and layers are copied, the output weights of both sides are
     * scaled by alpha and 1 - alpha, and the biases are mixed alike (He et al. 2017, equation 13).
     */
    static NeuMfWeights join(NeuMfSpec spec, NeuMfWeights gmf, NeuMfWeights mlp, double alpha) {
        List<float[]> features = mlp.features.stream().map(float[]::clone).toList();
        NeuMfWeights joined = new NeuMfWeights(
                spec,
                gmf.gmfUser.clone(),
                gmf.gmfItem.clone(),
                mlp.mlpUser.clone(),
                mlp.mlpItem.clone(),
                features,
                new float[spec.denseSize()]);
        int hidden = spec.outputOffset();
        int last = spec.lastWidth();
        System.arraycopy(mlp.dense, 0, joined.dense, 0, hidden);
        for (int j = 0; j < last; j++) {
            joined.dense[hidden + j] = (float) ((1 - alpha) * mlp.dense[hidden + j]);
        }
        for (int j = 0; j < spec.gmf(); j++) {
            joined.dense[hidden + last + j] = (float) (alpha * gmf.dense[j]);
        }
        joined.dense[hidden + spec.outputWidth()] =
                (float) ((1 - alpha) * mlp.dense[hidden + last] + alpha * gmf.dense[spec.gmf()]);
        return joined;
    }

    /** A deep copy. */
    NeuMfWeights copy() {
        return new NeuMfWeights(
                spec,
                gmfUser.clone(),
                gmfItem.clone(),
                mlpUser.clone(),
                mlpItem.clone(),
                features.stream().map(float[]::clone).toList(),
                dense.clone());
    }

    /** A copy with other embeddings of some users, GMF then MLP: [users][gmf + mlpUser]; other arrays are shared. */
    NeuMfWeights withUsers(int[] users, float[][] rows) {
        float[] gmf = gmfUser.clone();
        float[] mlp = mlpUser.clone();
        for (int n = 0; n < users.length; n++) {
            System.arraycopy(rows[n], 0, gmf, users[n] * spec.gmf(), spec.gmf());
            System.arraycopy(rows[n], spec.gmf(), mlp, users[n] * spec.mlpUser(), spec.mlpUser());
        }
        return new NeuMfWeights(spec, gmf, gmfItem, mlp, mlpItem, features, dense);
    }

    /** Moves every number by a share, 0 … 1, of the way to those of another set. */
    void moveTowards(NeuMfWeights other, float share) {
        List<float[]> mine = arrays();
        List<float[]> theirs = other.arrays();
        IntStream.range(0, mine.size()).parallel().forEach(a -> {
            float[] to = mine.get(a);
            float[] from = theirs.get(a);
            for (int i = 0; i < to.length; i++) {
                to[i] += share * (from[i] - to[i]);
            }
        });
    }

    /** All tables, then all layers. */
    List<float[]> arrays() {
        List<float[]> arrays = tables();
        arrays.add(dense);
        return arrays;
    }

    /** As named arrays. */
    Weights toWeights() {
        Weights weights = new Weights();
        if (spec.gmf() > 0) {
            weights.put("gmf.user", gmfUser, spec.users(), spec.gmf());
            weights.put("gmf.item", gmfItem, spec.items(), spec.gmf());
        }
        if (spec.lastWidth() > 0) {
            weights.put("mlp.user", mlpUser, spec.users(), spec.mlpUser());
            weights.put("mlp.item", mlpItem, spec.items(), spec.mlpItem());
        }
        for (int f = 0; f < features.size(); f++) {
            SideFeature feature = spec.features().get(f);
            if (feature.isCategorical()) {
                weights.put("feature." + feature.name(), features.get(f), feature.categories(), feature.width());
            }
        }
        return weights.put("dense", dense, dense.length);
    }

    /**
     * From named arrays.
     *
     * @throws IllegalArgumentException if an array is missing or has another shape than the spec
     */
    static NeuMfWeights of(NeuMfSpec spec, Weights weights) {
        NeuMfWeights result = zeros(spec);
        Weights places = result.toWeights();
        for (String name : places.names()) {
            float[] from = weights.get(name);
            float[] to = places.get(name);
            if (from == null || to == null || !Arrays.equals(weights.shape(name), places.shape(name))) {
                throw new IllegalArgumentException(name);
            }
            System.arraycopy(from, 0, to, 0, to.length);
        }
        return result;
    }

    /** The number of trained parameters. */
    long size() {
        return tables().stream().mapToLong(t -> t.length).sum() + dense.length;
    }

    /** All embedding tables: GMF user and item, MLP user and item, then one per feature (empty for a numeric one). */
    List<float[]> tables() {
        List<float[]> tables = new ArrayList<>(List.of(gmfUser, gmfItem, mlpUser, mlpItem));
        tables.addAll(features);
        return tables;
    }

    /** The dimensions. */
    public NeuMfSpec spec() {
        return spec;
    }

    /** GMF user rows: [users × gmf]. */
    public float[] gmfUser() {
        return gmfUser;
    }

    /** GMF item rows: [items × gmf]. */
    public float[] gmfItem() {
        return gmfItem;
    }

    /** MLP user rows: [users × mlpUser]. */
    public float[] mlpUser() {
        return mlpUser;
    }

    /** MLP item rows: [items × mlpItem]. */
    public float[] mlpItem() {
        return mlpItem;
    }

    /** The embedding of a side feature: [categories × width], empty for a number. */
    public float[] feature(int index) {
        return features.get(index);
    }

    /** All layers: [denseSize], laid out as {@link NeuMfSpec} says. */
    public float[] dense() {
        return dense;
    }
}
