package dev.nara.neumf;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The first hidden layer, split into the shares of user and item, which are added before the ReLU. */
final class FirstLayer {
    private static final int NO_FEATURE = -1;

    private final NeuMfWeights weights;
    private final NeuMfSpec spec;
    private final Map<Integer, float[]> averages = new ConcurrentHashMap<>();
    private final float[][] userWeights;
    private final float[][] itemWeights;

    FirstLayer(NeuMfWeights weights) {
        this.weights = weights;
        this.spec = weights.spec();
        int width = spec.layers().isEmpty() ? 0 : spec.layers().get(0);
        userWeights = new float[width][];
        itemWeights = new float[width][];
        for (int o = 0; o < width; o++) {
            userWeights[o] = weightsOf(o, true);
            itemWeights[o] = weightsOf(o, false);
        }
    }

    /** The item's share, without bias: [width of layer 0]. */
    float[] ofItem(int item) {
        return ofItem(item, NO_FEATURE);
    }

    /** The same with the average of one side feature, by index, instead of the item's. */
    float[] ofItem(int item, int averaged) {
        float[] part = new float[itemWeights.length];
        if (part.length > 0) {
            float[] input = input(item, false, averaged);
            for (int o = 0; o < part.length; o++) {
                part[o] = dot(itemWeights[o], input);
            }
        }
        return part;
    }

    /** The user's share, with the bias: [width of layer 0]. */
    float[] ofUser(int user) {
        return ofUser(user, embedding(user), NO_FEATURE);
    }

    /** The same with the average of one side feature, by index, instead of the user's. */
    float[] ofUser(int user, int averaged) {
        return ofUser(user, embedding(user), averaged);
    }

    private float[] embedding(int user) {
        int dimension = spec.mlpUser();
        return Arrays.copyOfRange(weights.mlpUser(), user * dimension, (user + 1) * dimension);
    }

    /** The same for a user with another embedding: [mlpUser]. */
    float[] ofUser(int user, float[] embedding) {
        return ofUser(user, embedding, NO_FEATURE);
    }

    private float[] ofUser(int user, float[] embedding, int averaged) {
        float[] part = new float[userWeights.length];
        if (part.length > 0) {
            float[] input = input(user, true, averaged);
            System.arraycopy(embedding, 0, input, 0, embedding.length);
            for (int o = 0; o < part.length; o++) {
                part[o] = weights.dense()[spec.biasOffset(0) + o] + dot(userWeights[o], input);
            }
        }
        return part;
    }

    /** Adds to the gradient of a user's embedding, [mlpUser] from an offset on, the contribution from that of the user's share. */
    void backToUser(double[] byShare, int from, double[] gradient, int to) {
        for (int o = 0; o < userWeights.length; o++) {
            for (int j = 0; j < spec.mlpUser(); j++) {
                gradient[to + j] += byShare[from + o] * userWeights[o][j];
            }
        }
    }

    /** The user's or the item's part of the MLP input: its embedding, then its features in order. */
    private float[] input(int index, boolean ofUser, int averaged) {
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
            if (f == averaged) {
                System.arraycopy(average(f), 0, input, place, feature.width());
            } else if (feature.isCategorical()) {
                int from = feature.code(index) * feature.width();
                System.arraycopy(weights.feature(f), from, input, place, feature.width());
            } else {
                input[place] = feature.number(index);
            }
            place += feature.width();
        }
        return input;
    }

    /** A side feature's mean over all users or items: [width]. */
    private float[] average(int place) {
        return averages.computeIfAbsent(place, this::computeAverage);
    }

    private float[] computeAverage(int place) {
        SideFeature feature = spec.features().get(place);
        int count = feature.ofUser() ? spec.users() : spec.items();
        double[] sums = new double[feature.width()];
        for (int index = 0; index < count; index++) {
            for (int j = 0; j < sums.length; j++) {
                sums[j] += feature.isCategorical()
                        ? weights.feature(place)[feature.code(index) * feature.width() + j]
                        : feature.number(index);
            }
        }
        float[] average = new float[sums.length];
        for (int j = 0; j < average.length; j++) {
            average[j] = (float) (sums[j] / count);
        }
        return average;
    }

    /** The weights of one unit for {@link #input}. */
    private float[] weightsOf(int unit, boolean ofUser) {
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
        int width = ofUser ? spec.mlpUser() : spec.mlpItem();
        for (SideFeature feature : spec.features()) {
            width += feature.ofUser() == ofUser ? feature.width() : 0;
        }
        return width;
    }

    private static float dot(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
