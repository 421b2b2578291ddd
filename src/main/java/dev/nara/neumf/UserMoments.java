package dev.nara.neumf;

import dev.nara.algorithm.Weights;

/** Mean and variance of the embeddings of all trained users, per dimension: GMF, then MLP. */
final class UserMoments {
    private static final String MEAN = "moments.mean";
    private static final String VARIANCE = "moments.variance";

    private final float[] mean;
    private final float[] variance;

    private final boolean renumbered;

    private UserMoments(float[] mean, float[] variance, boolean renumbered) {
        this.mean = mean;
        this.variance = variance;
        this.renumbered = renumbered;
    }

    /** Of the users of a model. */
    static UserMoments of(NeuMfWeights weights) {
        NeuMfSpec spec = weights.spec();
        int size = spec.gmf() + spec.mlpUser();
        UserMoments moments = new UserMoments(new float[size], new float[size], false);
        moments.fill(weights.gmfUser(), spec.users(), spec.gmf(), 0);
        moments.fill(weights.mlpUser(), spec.users(), spec.mlpUser(), spec.gmf());
        return moments;
    }

    private void fill(float[] table, int users, int dimension, int place) {
        for (int j = 0; j < dimension; j++) {
            double sum = 0;
            double squares = 0;
            for (int u = 0; u < users; u++) {
                double value = table[u * dimension + j];
                sum += value;
                squares += value * value;
            }
            mean[place + j] = (float) (sum / users);
            variance[place + j] = (float) Math.max(1e-8, squares / users - (sum / users) * (sum / users));
        }
    }

    /** Those stored by {@link #addTo}. */
    static UserMoments in(Weights weights) {
        float[] mean = weights.get(MEAN);
        float[] variance = weights.get(VARIANCE);
        if (mean == null || variance == null) {
            throw new IllegalArgumentException(MEAN);
        }
        return new UserMoments(mean, variance, true);
    }

    Weights addTo(Weights weights) {
        return weights.put(MEAN, mean, mean.length).put(VARIANCE, variance, variance.length);
    }

    /** The seed of draws in addition to a history: the user, unless users were renumbered. */
    int draws(int user) {
        return renumbered ? 0 : user;
    }

    /** Shape [gmf + mlpUser]; do not modify. */
    float[] mean() {
        return mean;
    }

    /** The same shape, above 0; do not modify. */
    float[] variance() {
        return variance;
    }
}
