package dev.nara.neumf;

/** The first hidden layer, split into what a user and what an item adds to it before the ReLU. */
final class FirstLayer {
    private final NeuMfWeights weights;
    private final NeuMfSpec spec;
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
        float[] part = new float[itemWeights.length];
        if (part.length > 0) {
            float[] input = input(item, false);
            for (int o = 0; o < part.length; o++) {
                part[o] = dot(itemWeights[o], input);
            }
        }
        return part;
    }

    /** The user's share, with the bias: [width of layer 0]. */
    float[] ofUser(int user) {
        float[] part = new float[userWeights.length];
        if (part.length > 0) {
            float[] input = input(user, true);
            for (int o = 0; o < part.length; o++) {
                part[o] = weights.dense()[spec.biasOffset(0) + o] + dot(userWeights[o], input);
            }
        }
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

    /** The weights of one unit that meet {@link #input}. */
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
