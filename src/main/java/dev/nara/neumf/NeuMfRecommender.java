package dev.nara.neumf;

import dev.nara.algorithm.Reason;
import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Scores with fixed weights. The first layer is linear in [user ; item ; features], so its share for an item is computed once per item and
 * that for a user once per user, and both are added; the rest runs over tiles of items that stay in the cache.
 */
final class NeuMfRecommender implements Recommender {
    private static final int SIZE = ScoringTile.SIZE;
    private static final int STRIDE = ScoringTile.STRIDE;

    private final NeuMfWeights weights;
    private final NeuMfSpec spec;
    private final Kernels arithmetic;
    private final FirstLayer firstLayer;
    private final int items;
    private final int width;
    /** Each tile's items' share of the first layer, without bias: [width × STRIDE]. */
    private final float[][] itemParts;
    /** Each tile's items' GMF rows, transposed: [gmf × STRIDE]. */
    private final float[][] gmfParts;

    private final int negatives;
    private @Nullable UserMoments moments;
    private @Nullable FoldIn foldIn;

    /**
     * Uses weights that are no longer modified.
     *
     * @param negatives per positive in training
     */
    NeuMfRecommender(NeuMfWeights weights, int negatives, Kernels arithmetic) {
        this.weights = weights;
        this.negatives = negatives;
        this.spec = weights.spec();
        this.arithmetic = arithmetic;
        this.firstLayer = new FirstLayer(weights);
        this.items = spec.items();
        this.width = spec.layers().isEmpty() ? 0 : spec.layers().get(0);
        int tiles = (items + SIZE - 1) / SIZE;
        itemParts = new float[tiles][width * STRIDE];
        gmfParts = new float[tiles][spec.gmf() * STRIDE];
        IntStream.range(0, tiles).parallel().forEach(this::fill);
    }

    /** For some of the trained users, given the moments of all. */
    NeuMfRecommender(NeuMfWeights some, int negatives, Kernels arithmetic, UserMoments moments) {
        this(some, negatives, arithmetic);
        this.moments = moments;
    }

    /** The items of another recommender with other users. */
    private NeuMfRecommender(NeuMfRecommender other, NeuMfWeights weights) {
        this.weights = weights;
        this.negatives = other.negatives;
        this.spec = other.spec;
        this.arithmetic = other.arithmetic;
        this.firstLayer = new FirstLayer(weights);
        this.items = other.items;
        this.width = other.width;
        this.itemParts = other.itemParts;
        this.gmfParts = other.gmfParts;
        this.moments = other.moments;
        this.foldIn = other.foldIn;
    }

    @Override
    public Optional<Recommender> refitted(int[] users, int[][] histories) {
        FoldIn fit = foldIn();
        float[][] rows = new float[users.length][];
        IntStream.range(0, users.length).parallel().forEach(n -> rows[n] = fit.fit(users[n], histories[n]));
        return Optional.of(new NeuMfRecommender(this, weights.withUsers(users, rows)));
    }

    @Override
    public Map<String, Double> featureEffects(int user, int item) {
        Map<String, Double> effects = new LinkedHashMap<>();
        double score = score(user, item, -1);
        for (int f = 0; f < spec.features().size(); f++) {
            effects.put(spec.features().get(f).name(), score - score(user, item, f));
        }
        return effects;
    }

    /** A score with the average of one feature in its place, -1 for none. */
    private double score(int user, int item, int averaged) {
        float[] dense = weights.dense();
        int output = spec.outputOffset();
        double score = dense[output + spec.outputWidth()];
        for (int j = 0; j < spec.gmf(); j++) {
            score += (double) weights.gmfUser()[user * spec.gmf() + j]
                    * weights.gmfItem()[item * spec.gmf() + j]
                    * dense[output + spec.lastWidth() + j];
        }
        float[] last = lastLayer(firstLayer.ofUser(user, averaged), firstLayer.ofItem(item, averaged));
        for (int j = 0; j < last.length; j++) {
            score += (double) last[j] * dense[output + j];
        }
        return score;
    }

    private synchronized FoldIn foldIn() {
        FoldIn known = foldIn;
        if (known == null) {
            known = new FoldIn(weights, firstLayer, this::itemPart, negatives, moments());
            foldIn = known;
        }
        return known;
    }

    private UserMoments moments() {
        return moments == null ? UserMoments.of(weights) : moments;
    }

    private float[] itemPart(int item) {
        float[] part = new float[width];
        float[] tile = itemParts[item / SIZE];
        for (int o = 0; o < width; o++) {
            part[o] = tile[o * STRIDE + item % SIZE];
        }
        return part;
    }

    private void fill(int tile) {
        int count = Math.min(SIZE, items - tile * SIZE);
        for (int t = 0; t < count; t++) {
            put(tile * SIZE + t, itemParts[tile], gmfParts[tile], t);
        }
    }

    /** Computes an item's share and writes it to a column of a tile. */
    private void put(int item, float[] itemPart, float[] gmfPart, int column) {
        float[] part = firstLayer.ofItem(item);
        for (int o = 0; o < part.length; o++) {
            itemPart[o * STRIDE + column] = part[o];
        }
        for (int j = 0; j < spec.gmf(); j++) {
            gmfPart[j * STRIDE + column] = weights.gmfItem()[item * spec.gmf() + j];
        }
    }

    /** What a device needs to score the catalogue. */
    CatalogueParts parts() {
        float[] parts = new float[Math.multiplyExact(items, width)];
        IntStream.range(0, items).parallel().forEach(i -> System.arraycopy(itemPart(i), 0, parts, i * width, width));
        return new CatalogueParts(spec, weights.dense(), parts, weights.gmfItem());
    }

    /** Some users' shares of the first layer with the bias: [users × width]. */
    float[] userParts(int... users) {
        float[] parts = new float[users.length * width];
        for (int u = 0; u < users.length; u++) {
            System.arraycopy(firstLayer.ofUser(users[u]), 0, parts, u * width, width);
        }
        return parts;
    }

    /** Some users' GMF embeddings times the output weights: [users × gmf]. */
    float[] userFactors(int... users) {
        float[] factors = new float[users.length * spec.gmf()];
        for (int f = 0; f < factors.length; f++) {
            int j = f % spec.gmf();
            factors[f] = weights.dense()[spec.outputOffset() + spec.lastWidth() + j]
                    * weights.gmfUser()[users[f / spec.gmf()] * spec.gmf() + j];
        }
        return factors;
    }

    @Override
    public int items() {
        return items;
    }

    /** Precomputed values for some users. */
    private final class Users {
        private final int count;
        private final float[] parts;
        private final float[] gmf;
        private final float[] logits;
        private final ScoringTile tile;

        Users(ScoringTile tile, int... users) {
            this.tile = tile;
            count = users.length;
            parts = userParts(users);
            gmf = userFactors(users);
            logits = new float[count * STRIDE];
        }

        float[] score(float[] itemPart, float[] gmfPart) {
            tile.score(count, parts, itemPart, 0, gmf, gmfPart, 0, logits);
            return logits;
        }
    }

    @Override
    public void scores(int[] users, Scores to) {
        Users block = new Users(new ScoringTile(weights, arithmetic), users);
        for (int n = 0; n < itemParts.length; n++) {
            float[] logits = block.score(itemParts[n], gmfParts[n]);
            int first = n * SIZE;
            for (int u = 0; u < users.length; u++) {
                to.stretch(u, first, logits, u * STRIDE, Math.min(SIZE, items - first));
            }
        }
    }

    @Override
    public void scores(int user, int[] wanted, float[] out) {
        new Chosen().score(user, wanted, out);
    }

    @Override
    public void scores(int[] users, int[][] wanted, float[][] out) {
        Chosen chosen = new Chosen();
        for (int n = 0; n < users.length; n++) {
            chosen.score(users[n], wanted[n], out[n]);
        }
    }

    /** Scores chosen items of one user after the other. */
    private final class Chosen {
        private final ScoringTile tile = new ScoringTile(weights, arithmetic);
        private final float[] itemPart = new float[width * STRIDE];
        private final float[] gmfPart = new float[spec.gmf() * STRIDE];

        void score(int user, int[] wanted, float[] out) {
            Users one = new Users(tile, user);
            for (int from = 0; from < wanted.length; from += SIZE) {
                int count = Math.min(SIZE, wanted.length - from);
                for (int t = 0; t < count; t++) {
                    int item = wanted[from + t];
                    copy(itemParts[item / SIZE], item % SIZE, itemPart, t, width);
                    copy(gmfParts[item / SIZE], item % SIZE, gmfPart, t, spec.gmf());
                }
                System.arraycopy(one.score(itemPart, gmfPart), 0, out, from, count);
            }
        }
    }

    private static void copy(float[] from, int f, float[] to, int t, int rows) {
        for (int r = 0; r < rows; r++) {
            to[r * STRIDE + t] = from[r * STRIDE + f];
        }
    }

    /** The last layer is linear over [MLP ; GMF], so the logit is a sum over units, dimensions and the bias. */
    @Override
    public List<Reason> why(int user, int item) {
        List<Reason> reasons = new ArrayList<>();
        float[] dense = weights.dense();
        int output = spec.outputOffset();
        for (int j = 0; j < spec.gmf(); j++) {
            double product =
                    (double) weights.gmfUser()[user * spec.gmf() + j] * weights.gmfItem()[item * spec.gmf() + j];
            reasons.add(new Reason(Reason.Kind.GMF, j, product * dense[output + spec.lastWidth() + j]));
        }
        float[] last = lastLayer(firstLayer.ofUser(user), firstLayer.ofItem(item));
        for (int j = 0; j < last.length; j++) {
            reasons.add(new Reason(Reason.Kind.MLP, j, (double) last[j] * dense[output + j]));
        }
        reasons.add(new Reason(Reason.Kind.BIAS, 0, dense[output + spec.outputWidth()]));
        return reasons;
    }

    /** The activations of the last hidden layer: [lastWidth]. */
    private float[] lastLayer(float[] ofUser, float[] ofItem) {
        if (width == 0) {
            return new float[0];
        }
        float[] input = new float[width];
        for (int o = 0; o < width; o++) {
            input[o] = Math.max(0, ofUser[o] + ofItem[o]);
        }
        for (int k = 1; k < spec.layers().size(); k++) {
            float[] next = new float[spec.layers().get(k)];
            for (int o = 0; o < next.length; o++) {
                float sum = weights.dense()[spec.biasOffset(k) + o];
                int row = spec.weightOffset(k) + o * input.length;
                for (int i = 0; i < input.length; i++) {
                    sum += weights.dense()[row + i] * input[i];
                }
                next[o] = Math.max(0, sum);
            }
            input = next;
        }
        return input;
    }

    /** The GMF embedding, or the MLP's if there is no GMF. */
    @Override
    public float[] vector(int item) {
        boolean gmf = spec.gmf() > 0;
        float[] table = gmf ? weights.gmfItem() : weights.mlpItem();
        int dimension = gmf ? spec.gmf() : spec.mlpItem();
        return Arrays.copyOfRange(table, item * dimension, (item + 1) * dimension);
    }

    @Override
    public Weights weights() {
        return NeuMfLayout.described(weights);
    }

    @Override
    public Weights weightsWithUserState() {
        return NeuMfLayout.unknownUsers(moments().addTo(weights()), spec);
    }
}
