package dev.nara.neumf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.algorithm.Recommender;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldInTest {
    private static final NeuMfSpec SPEC = NeuMfTestModel.large(40, 60, List.of(16, 8));

    private static NeuMfRecommender recommender(NeuMfSpec spec) {
        return new NeuMfRecommender(NeuMfTestModel.weights(spec, 3), 1, new PlainKernels());
    }

    private static Recommender refitted(NeuMfSpec spec, int user, int... history) {
        return recommender(spec)
                .refitted(new int[] {user}, new int[][] {history})
                .orElseThrow();
    }

    /** The log loss of all items, those of the history being positives. */
    private static double loss(Recommender of, NeuMfSpec spec, int... history) {
        float[] logits = new float[spec.items()];
        of.scores(2, logits);
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            boolean positive = Arrays.binarySearch(history, i) >= 0;
            sum += Math.log1p(Math.exp(positive ? -logits[i] : logits[i]));
        }
        return sum / logits.length;
    }

    /** With half of the items and a negative each, what is fitted is nearly the loss of all items. */
    @Test
    void theLossOfTheHistoryFalls() {
        for (NeuMfSpec spec : List.of(SPEC, NeuMfTestModel.gmf(), NeuMfTestModel.mlp())) {
            int[] history =
                    IntStream.range(0, spec.items()).filter(i -> i % 4 < 2).toArray();
            double stranger = loss(refitted(spec, 2), spec, history);
            double known = loss(refitted(spec, 2, history), spec, history);
            assertTrue(known < stranger - 1e-3, known + " " + stranger + " " + spec);
        }
    }

    @Test
    void theOthersStayAndOneHistoryGivesOneResult() {
        float[] before = new float[SPEC.items()];
        float[] after = new float[SPEC.items()];
        recommender(SPEC).scores(5, before);
        refitted(SPEC, 2, 1, 4, 7).scores(5, after);
        assertArrayEquals(before, after, "another user's scores stay");
        float[] again = new float[SPEC.items()];
        refitted(SPEC, 2, 1, 4, 7).scores(2, after);
        refitted(SPEC, 2, 1, 4, 7).scores(2, again);
        assertArrayEquals(after, again);
    }

    @Test
    void withoutAHistoryTheMeanOfAllUsersIsTheAnswer() {
        NeuMfSpec spec = NeuMfTestModel.gmf();
        NeuMfWeights weights = NeuMfTestModel.weights(spec, 3);
        float[] scores = new float[spec.items()];
        refitted(spec, 1).scores(1, scores);
        for (int item = 0; item < scores.length; item++) {
            double logit = weights.dense()[spec.denseSize() - 1];
            for (int j = 0; j < spec.gmf(); j++) {
                double mean = 0;
                for (int u = 0; u < spec.users(); u++) {
                    mean += weights.gmfUser()[u * spec.gmf() + j] / (double) spec.users();
                }
                logit += mean * weights.gmfItem()[item * spec.gmf() + j] * weights.dense()[spec.outputOffset() + j];
            }
            assertEquals(logit, scores[item], 1e-4);
        }
    }

    /** Replacing a feature by its average by hand: all users have the same age, so that nothing changes with it. */
    @Test
    void aFeatureAddsWhatItsAverageWouldNot() {
        NeuMfRecommender model = recommender(SPEC);
        Map<String, Double> effects = model.featureEffects(3, 8);
        assertEquals(3, effects.size());
        double[] sums = new double[SPEC.features().size()];
        for (int user = 0; user < SPEC.users(); user++) {
            int place = 0;
            for (double effect : model.featureEffects(user, 8).values()) {
                sums[place++] += Math.abs(effect);
            }
        }
        assertTrue(Arrays.stream(sums).allMatch(sum -> sum > 0), "every feature matters to somebody");
        float[] ages = new float[SPEC.users()];
        Arrays.fill(ages, 0.4f);
        NeuMfSpec same = new NeuMfSpec(
                SPEC.users(),
                SPEC.items(),
                SPEC.gmf(),
                SPEC.mlpUser(),
                SPEC.mlpItem(),
                SPEC.layers(),
                List.of(SideFeature.numeric("user.age", true, ages)));
        assertEquals(
                0, recommender(same).featureEffects(3, 8).values().iterator().next(), 1e-6);
    }
}
