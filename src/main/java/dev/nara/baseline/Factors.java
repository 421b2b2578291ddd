package dev.nara.baseline;

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
    private static final int TILE = 2048;

    /** Finds the factors of users from histories while the items' stay. */
    @FunctionalInterface
    interface Refit {
        /** Writes the factors of some users, [dimension] each, into {@code factors} at their rows. */
        void fit(int[] users, int[][] histories, float[] items, float[] factors);
    }

    private final @Nullable Refit refit;
    private final int dimension;
    private final float[] users;
    private final float[] items;
    private final float[] bias;
    /** The items' factors the other way: shape [dimension][items], so that a tile is one stretch of memory a factor. */
    private final float[][] byFactor;

    /**
     * @param users shape [users * dimension]
     * @param items shape [items * dimension]
     * @param bias shape [items]
     */
    Factors(int dimension, float[] users, float[] items, float[] bias) {
        this(dimension, users, items, bias, byFactor(dimension, items, bias.length), null);
    }

    private Factors(
            int dimension, float[] users, float[] items, float[] bias, float[][] byFactor, @Nullable Refit refit) {
        this.dimension = dimension;
        this.users = users;
        this.items = items;
        this.bias = bias;
        this.byFactor = byFactor;
        this.refit = refit;
    }

    private static float[][] byFactor(int dimension, float[] items, int count) {
        float[][] byFactor = new float[dimension][count];
        for (int i = 0; i < count; i++) {
            for (int f = 0; f < dimension; f++) {
                byFactor[f][i] = items[i * dimension + f];
            }
        }
        return byFactor;
    }

    /** The same with a way to learn a user anew. */
    Factors with(Refit other) {
        return new Factors(dimension, users, items, bias, byFactor, other);
    }

    @Override
    public Optional<Recommender> refitted(int[] of, int[][] histories) {
        if (refit == null) {
            return Optional.empty();
        }
        float[] others = users.clone();
        refit.fit(of, histories, items, others);
        return Optional.of(new Factors(dimension, others, items, bias, byFactor, refit));
    }

    /** The recommender whose weights these are. */
    static Factors of(Weights weights, int userCount, int itemCount, int dimension) throws DataException {
        return new Factors(
                dimension,
                WeightArrays.array(weights, USERS, (long) userCount * dimension),
                WeightArrays.array(weights, ITEMS, (long) itemCount * dimension),
                WeightArrays.array(weights, BIAS, itemCount));
    }

    @Override
    public int items() {
        return bias.length;
    }

    @Override
    public void scores(int[] of, Scores to) {
        float[] tile = new float[Math.min(TILE, bias.length)];
        for (int first = 0; first < bias.length; first += TILE) {
            int count = Math.min(TILE, bias.length - first);
            for (int n = 0; n < of.length; n++) {
                System.arraycopy(bias, first, tile, 0, count);
                int user = of[n] * dimension;
                int f = 0;
                for (; f + 4 <= dimension; f += 4) {
                    addFour(tile, f, user, first, count);
                }
                for (; f < dimension; f++) {
                    addTo(tile, byFactor[f], users[user + f], first, count);
                }
                to.stretch(n, first, tile, 0, count);
            }
        }
    }

    /** Four factors at once, so that the tile is read and written once. */
    private void addFour(float[] tile, int f, int user, int first, int count) {
        float[] c0 = byFactor[f];
        float[] c1 = byFactor[f + 1];
        float[] c2 = byFactor[f + 2];
        float[] c3 = byFactor[f + 3];
        float u0 = users[user + f];
        float u1 = users[user + f + 1];
        float u2 = users[user + f + 2];
        float u3 = users[user + f + 3];
        for (int i = 0; i < count; i++) {
            tile[i] += u0 * c0[first + i] + u1 * c1[first + i] + u2 * c2[first + i] + u3 * c3[first + i];
        }
    }

    private static void addTo(float[] tile, float[] column, float factor, int first, int count) {
        for (int i = 0; i < count; i++) {
            tile[i] += factor * column[first + i];
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
    static Factors copy(int dimension, float[] users, float[] items, float[] bias) {
        return new Factors(
                dimension,
                Arrays.copyOf(users, users.length),
                Arrays.copyOf(items, items.length),
                Arrays.copyOf(bias, bias.length));
    }
}
