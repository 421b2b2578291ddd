package dev.nara.neumf;

import dev.nara.algorithm.Recommender;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Small models and batches for tests of any engine. */
public final class NeuMfTestModel {
    private static final int USERS = 7;
    private static final int ITEMS = 11;

    private NeuMfTestModel() {}

    /** A NeuMF with two hidden layers, a number of the user and a category of the item. */
    public static NeuMfSpec neuMf() {
        return new NeuMfSpec(USERS, ITEMS, 3, 4, 2, List.of(5, 3), features());
    }

    /** The GMF half. */
    public static NeuMfSpec gmf() {
        return new NeuMfSpec(USERS, ITEMS, 3, 0, 0, List.of(), List.of());
    }

    /** The MLP half. */
    public static NeuMfSpec mlp() {
        return new NeuMfSpec(USERS, ITEMS, 0, 4, 2, List.of(5, 3), features());
    }

    /** A NeuMF of that many users and items, of any layers, with three side features. */
    public static NeuMfSpec large(int users, int items, List<Integer> layers) {
        List<SideFeature> features = new ArrayList<>(features(users, items));
        int[] sexes = new int[users];
        Arrays.setAll(sexes, u -> u % 2);
        features.add(1, SideFeature.categorical("user.sex", true, 3, 2, sexes));
        return new NeuMfSpec(users, items, 11, 20, 9, layers, features);
    }

    private static List<SideFeature> features() {
        return features(USERS, ITEMS);
    }

    private static List<SideFeature> features(int users, int items) {
        float[] ages = new float[users];
        int[] genres = new int[items];
        for (int u = 0; u < users; u++) {
            ages[u] = 0.1f * (u % 10);
        }
        for (int i = 0; i < items; i++) {
            genres[i] = i % 3;
        }
        return List.of(
                SideFeature.numeric("user.age", true, ages),
                SideFeature.categorical("item.genre", false, 2, 3, genres));
    }

    /** Weights large enough that every part matters. */
    public static NeuMfWeights weights(NeuMfSpec spec, long seed) {
        NeuMfWeights weights = NeuMfWeights.zeros(spec);
        SplittableRandom random = new SplittableRandom(seed);
        for (float[] table : weights.tables()) {
            fill(table, random);
        }
        fill(weights.dense(), random);
        return weights;
    }

    /** A batch as after gathering, with random content; its first {@code size} examples are used. */
    public static GatheredBatch gathered(NeuMfSpec spec, int size, long seed) {
        GatheredBatch batch = new GatheredBatch(spec, size, true);
        batch.size(size);
        SplittableRandom random = new SplittableRandom(seed);
        fill(batch.input(), random);
        fill(batch.gmfUser(), random);
        fill(batch.gmfItem(), random);
        for (float[] mask : batch.masks()) {
            Arrays.fill(mask, 1);
        }
        for (int e = 0; e < size; e++) {
            batch.labels()[e] = e % 2;
        }
        return batch;
    }

    /** Weights whose output bias is no number, as after a training that diverged. */
    public static NeuMfWeights spoiled(NeuMfSpec spec) {
        NeuMfWeights weights = weights(spec, 1);
        weights.dense()[spec.denseSize() - 1] = Float.NaN;
        return weights;
    }

    private static void fill(float[] array, SplittableRandom random) {
        for (int i = 0; i < array.length; i++) {
            array[i] = (float) random.nextGaussian() * 0.5f;
        }
    }

    /** A recommender whose scores a device computes. */
    public static Recommender onDevice(NeuMfWeights weights, Function<CatalogueParts, CatalogueScorer> place) {
        return new DeviceRecommender(
                new NeuMfRecommender(weights, 4, new PlainKernels()), new ScoringDevice(place), Optional::empty);
    }

    /** A recommender that is stored, whose scores a device computes for many users. */
    public static Recommender stored(NeuMfWeights weights, Function<CatalogueParts, CatalogueScorer> place) {
        return new DeviceRecommender(
                new NeuMfRecommender(weights, 4, new PlainKernels()),
                null,
                () -> Optional.of(new ScoringDevice(place)));
    }

    /** The mean loss of the same examples, from the scores of the recommender: a computation of its own. */
    static double loss(NeuMfWeights weights, int[] users, int[] items, float[] labels) {
        NeuMfRecommender recommender = new NeuMfRecommender(weights, 4, new PlainKernels());
        double sum = 0;
        float[] scores = new float[ITEMS];
        for (int e = 0; e < users.length; e++) {
            recommender.scores(users[e], scores);
            double z = scores[items[e]];
            sum += Math.max(z, 0) - z * labels[e] + Math.log1p(Math.exp(-Math.abs(z)));
        }
        return sum / users.length;
    }
}
