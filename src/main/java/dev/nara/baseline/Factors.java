package dev.nara.baseline;

import dev.nara.algebra.MatrixProducts;
import dev.nara.algorithm.Reason;
import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Scores by the dot product of a user's and an item's factors and an item's bias. */
final class Factors implements Recommender {
    private static final String USERS = "user_factors";
    private static final String ITEMS = "item_factors";
    private static final String BIAS = "item_bias";
    /** Items stored together in a tile; the tile's factors and the scores of a dozen users fit in the L2 cache. */
    private static final int TILE = 512;

    /** Computes the factors of users from histories with fixed item factors (fold-in). */
    @FunctionalInterface
    interface Refit {
        /** Writes the factors of some users, [dimension] each, to {@code factors} at their rows. */
        void fit(int[] users, int[][] histories, float[] items, float[] factors);
    }

    private final MatrixProducts products;
    private final @Nullable Refit refit;
    private final int dimension;
    private final float[] users;
    private final float[] items;
    private final float[] bias;
    /** The items' factors transposed, tile by tile: shape [tiles][dimension][tile], 0 beyond the last item. */
    private final float[] tiles;

    /** The number of items per tile. */
    private final int tile;

    /**
     * Factors and biases.
     *
     * @param users shape [users * dimension]
     * @param items shape [items * dimension]
     * @param bias shape [items]
     */
    Factors(MatrixProducts products, int dimension, float[] users, float[] items, float[] bias) {
        this.products = products;
        this.dimension = dimension;
        this.users = users;
        this.items = items;
        this.bias = bias;
        tile = Math.min(TILE, MatrixProducts.padded(bias.length));
        tiles = tiles();
        refit = null;
    }

    private Factors(Factors of, float[] users, @Nullable Refit refit) {
        products = of.products;
        dimension = of.dimension;
        items = of.items;
        bias = of.bias;
        tile = of.tile;
        tiles = of.tiles;
        this.users = users;
        this.refit = refit;
    }

    private float[] tiles() {
        int count = tile == 0 ? 0 : (bias.length + tile - 1) / tile;
        float[] numbers = new float[Math.multiplyExact(Math.multiplyExact(count, tile), dimension)];
        for (int i = 0; i < bias.length; i++) {
            int to = i / tile * tile * dimension + i % tile;
            for (int f = 0; f < dimension; f++) {
                numbers[to + f * tile] = items[i * dimension + f];
            }
        }
        return numbers;
    }

    /** A copy with a way to refit a user. */
    Factors with(Refit other) {
        return new Factors(this, users, other);
    }

    @Override
    public Optional<Recommender> refitted(int[] of, int[][] histories) {
        if (refit == null) {
            return Optional.empty();
        }
        float[] others = users.clone();
        refit.fit(of, histories, items, others);
        return Optional.of(new Factors(this, others, refit));
    }

    /** Restores the recommender with these weights. */
    static Factors of(MatrixProducts products, Weights weights, int userCount, int itemCount, int dimension)
            throws DataException {
        return new Factors(
                products,
                dimension,
                WeightArrays.table(weights, USERS, userCount, dimension),
                WeightArrays.table(weights, ITEMS, itemCount, dimension),
                WeightArrays.array(weights, BIAS, itemCount));
    }

    @Override
    public int items() {
        return bias.length;
    }

    @Override
    public void scores(int[] of, Scores to) {
        float[] own = new float[of.length * dimension];
        for (int n = 0; n < of.length; n++) {
            System.arraycopy(users, of[n] * dimension, own, n * dimension, dimension);
        }
        float[] scores = new float[of.length * tile];
        for (int first = 0; first < bias.length; first += tile) {
            int count = Math.min(tile, bias.length - first);
            for (int n = 0; n < of.length; n++) {
                System.arraycopy(bias, first, scores, n * tile, count);
            }
            products.addProduct(
                    of.length, dimension, tile, own, 0, dimension, tiles, first * dimension, tile, scores, 0, tile);
            for (int n = 0; n < of.length; n++) {
                to.stretch(n, first, scores, n * tile, count);
            }
        }
    }

    @Override
    public void scores(int user, int[] of, float[] out) {
        for (int n = 0; n < of.length; n++) {
            float sum = bias[of[n]];
            for (int f = 0; f < dimension; f++) {
                sum += users[user * dimension + f] * items[of[n] * dimension + f];
            }
            out[n] = sum;
        }
    }

    @Override
    public List<Reason> why(int user, int item) {
        List<Reason> reasons = new ArrayList<>();
        for (int f = 0; f < dimension; f++) {
            double product = (double) users[user * dimension + f] * items[item * dimension + f];
            reasons.add(new Reason(Reason.Kind.FACTOR, f, product));
        }
        reasons.add(new Reason(Reason.Kind.BIAS, 0, bias[item]));
        return reasons;
    }

    @Override
    public float[] vector(int item) {
        return Arrays.copyOfRange(items, item * dimension, (item + 1) * dimension);
    }

    @Override
    public Weights weights() {
        return new Weights()
                .put(USERS, users, users.length / dimension, dimension)
                .put(ITEMS, items, bias.length, dimension)
                .put(BIAS, bias, bias.length)
                .axes(USERS, "user, factor")
                .axes(ITEMS, "item, factor")
                .axes(BIAS, "item")
                .score("item_bias[i] + sum over f of user_factors[u, f] * item_factors[i, f]");
    }

    /** Numbers from N(0, deviation): shape [size]. */
    static float[] normal(int size, double deviation, long seed) {
        Random random = new Random(seed);
        float[] numbers = new float[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = (float) (deviation * random.nextGaussian());
        }
        return numbers;
    }

    /** A copy that later epochs do not change. */
    static Factors copy(MatrixProducts products, int dimension, float[] users, float[] items, float[] bias) {
        return new Factors(
                products,
                dimension,
                Arrays.copyOf(users, users.length),
                Arrays.copyOf(items, items.length),
                Arrays.copyOf(bias, bias.length));
    }
}
