package dev.nara.neumf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.vector.VectorEngine;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeuMfRecommenderTest {
    /** Layer by layer from the concatenated input, as the paper writes it. */
    private static double plainly(NeuMfWeights weights, int user, int item) {
        NeuMfSpec spec = weights.spec();
        double[] layer = new double[spec.inputWidth()];
        for (int j = 0; j < spec.mlpUser(); j++) {
            layer[j] = weights.mlpUser()[user * spec.mlpUser() + j];
        }
        for (int j = 0; j < spec.mlpItem(); j++) {
            layer[spec.mlpUser() + j] = weights.mlpItem()[item * spec.mlpItem() + j];
        }
        int place = spec.mlpUser() + spec.mlpItem();
        for (int f = 0; f < spec.features().size(); f++) {
            SideFeature feature = spec.features().get(f);
            int index = feature.ofUser() ? user : item;
            for (int j = 0; j < feature.width(); j++) {
                layer[place++] = feature.isCategorical()
                        ? weights.feature(f)[feature.code(index) * feature.width() + j]
                        : feature.number(index);
            }
        }
        for (int k = 0; k < spec.layers().size(); k++) {
            double[] next = new double[spec.layers().get(k)];
            for (int o = 0; o < next.length; o++) {
                double sum = weights.dense()[spec.biasOffset(k) + o];
                for (int i = 0; i < layer.length; i++) {
                    sum += weights.dense()[spec.weightOffset(k) + o * layer.length + i] * layer[i];
                }
                next[o] = Math.max(0, sum);
            }
            layer = next;
        }
        double logit = weights.dense()[spec.denseSize() - 1];
        for (int j = 0; j < spec.lastWidth(); j++) {
            logit += weights.dense()[spec.outputOffset() + j] * layer[j];
        }
        for (int j = 0; j < spec.gmf(); j++) {
            logit += weights.dense()[spec.outputOffset() + spec.lastWidth() + j]
                    * weights.gmfUser()[user * spec.gmf() + j]
                    * weights.gmfItem()[item * spec.gmf() + j];
        }
        return logit;
    }

    private static void agrees(NeuMfSpec spec) {
        agrees(spec, new PlainKernels());
        agrees(spec, VectorEngine.arithmetic());
    }

    private static void agrees(NeuMfSpec spec, Kernels arithmetic) {
        NeuMfWeights weights = NeuMfTestModel.weights(spec, 11);
        NeuMfRecommender recommender = new NeuMfRecommender(weights, 4, arithmetic);
        float[] all = new float[spec.items()];
        int[] reversed =
                IntStream.range(0, spec.items()).map(i -> spec.items() - 1 - i).toArray();
        float[] some = new float[reversed.length];
        for (int u = 0; u < spec.users(); u++) {
            recommender.scores(u, all);
            recommender.scores(u, reversed, some);
            for (int i = 0; i < spec.items(); i++) {
                assertEquals(plainly(weights, u, i), all[i], 1e-4, "user " + u + " item " + i);
                assertEquals(all[i], some[spec.items() - 1 - i], 1e-5);
            }
        }
        int[] users = IntStream.range(0, spec.users()).toArray();
        recommender.scores(users, (n, first, scores, from, count) -> {
            for (int i = 0; i < count; i++) {
                assertEquals(plainly(weights, n, first + i), scores[from + i], 1e-4, "block, user " + n);
            }
        });
    }

    @Test
    void tiledScoresAreThePlainFormula() {
        agrees(NeuMfTestModel.neuMf());
        agrees(NeuMfTestModel.gmf());
        agrees(NeuMfTestModel.mlp());
    }

    @Test
    void catalogueLargerThanATile() {
        agrees(new NeuMfSpec(3, 700, 4, 4, 4, List.of(8), List.of()));
        agrees(new NeuMfSpec(3, 700, 4, 4, 4, List.of(9, 7, 6), List.of()));
    }

    @Test
    void laterTrainingDoesNotChangeIt() {
        NeuMfWeights weights = NeuMfTestModel.weights(NeuMfTestModel.neuMf(), 2);
        NeuMfRecommender recommender = new NeuMfRecommender(weights.copy(), 4, new PlainKernels());
        float[] before = new float[11];
        recommender.scores(1, before);
        weights.dense()[0] += 100;
        weights.mlpUser()[4] += 100;
        float[] after = new float[11];
        recommender.scores(1, after);
        assertArrayEquals(before, after);
    }
}
