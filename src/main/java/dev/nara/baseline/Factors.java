package dev.nara.baseline;

import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import java.util.Arrays;
import java.util.Random;

/** Scores by the dot product of a user's and an item's factors and an item's bias. */
final class Factors implements Recommender {
    private static final String USERS = "user_factors";
    private static final String ITEMS = "item_factors";
    private static final String BIAS = "item_bias";
    private static final int TILE = 2048;

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
        this.dimension = dimension;
        this.users = users;
        this.items = items;
        this.bias = bias;
        byFactor = new float[dimension][bias.length];
        for (int i = 0; i < bias.length; i++) {
            for (int f = 0; f < dimension; f++) {
                byFactor[f][i] = items[i * dimension + f];
            }
        }
    }

    /** The recommender whose weights these are. */
    static Factors of(Weights weights, int userCount, int itemCount, int dimension) throws DataException {
        return new Factors(
                dimension,
                Shared.array(weights, USERS, (long) userCount * dimension),
                Shared.array(weights, ITEMS, (long) itemCount * dimension),
                Shared.array(weights, BIAS, itemCount));
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
                for (int f = 0; f < dimension; f++) {
                    addTo(tile, byFactor[f], users[user + f], first, count);
                }
                to.stretch(n, first, tile, 0, count);
            }
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
    public Weights weights() {
        return new Weights()
                .put(USERS, users, users.length / dimension, dimension)
                .put(ITEMS, items, bias.length, dimension)
                .put(BIAS, bias, bias.length);
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
