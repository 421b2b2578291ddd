package dev.nara.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.algebra.PlainProducts;
import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.EpochProgress;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.ParameterValues;
import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.TrainingInput;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.LogTime;
import dev.nara.data.Toy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Baselines against what can be worked out by hand or by a slow way. */
class BaselinesTest {
    private static Recommender trained(Algorithm algorithm, Dataset data, Map<String, String> values, int epochs)
            throws DataException {
        TrainingInput input = new TrainingInput(data, data.interactions(), "", "auto");
        try (Fitting fitting = algorithm.start(input, ParameterValues.of(algorithm.parameters(), values), 1)) {
            for (int e = 0; e < epochs; e++) {
                fitting.epoch(EpochProgress.NONE);
            }
            return fitting.recommender();
        }
    }

    private static float[] scores(Recommender recommender, int user) {
        float[] scores = new float[recommender.items()];
        recommender.scores(user, scores);
        return scores;
    }

    private static Dataset random(int users, int items, int rows) {
        Random random = new Random(3);
        long[][] log = new long[rows][];
        for (int r = 0; r < rows; r++) {
            log[r] = new long[] {random.nextInt(users), random.nextInt(items), r};
        }
        return Toy.of(users, items, log);
    }

    /** Users 0 and 2 are of one sex, 1 and 3 of the other. */
    @Test
    void aGroupHasItsOwnOrder() throws DataException {
        Dataset data = Toy.of(
                4, 4, new long[][] {{0, 0, 1}, {2, 0, 1}, {1, 1, 1}, {3, 1, 1}, {3, 2, 1}, {1, 3, 1}, {3, 3, 2}});
        Recommender recommender = trained(Popularity.ofGroups(), data, Map.of("group", "sex"), 1);
        float[] even = scores(recommender, 0);
        assertTrue(even[0] > even[1] && even[1] == even[3] && even[3] > even[2], "what others watch breaks ties");
        float[] odd = scores(recommender, 1);
        assertTrue(odd[1] == odd[3] && odd[1] > odd[2] && odd[2] > odd[0]);
    }

    @Test
    void ownItemsComeFirstByViews() throws DataException {
        Dataset data = Toy.of(
                3, 4, new long[][] {{0, 2, 1}, {0, 3, 2}, {0, 3, 3}, {1, 0, 1}, {2, 0, 1}, {1, 1, 1}, {2, 2, 1}});
        float[] scores = scores(trained(new OwnFirst(), data, Map.of("group", "sex"), 1), 0);
        assertTrue(scores[3] > scores[2] && scores[2] > 1, "twice before once");
        assertTrue(scores[0] < 1 && scores[1] < 1 && scores[0] > scores[1], "then what the group watches");
    }

    @Test
    void oldViewsFade() throws DataException {
        Dataset data = Toy.of(1, 3, new long[][] {{0, 0, 0}, {0, 0, 1}, {0, 1, 20 * LogTime.DAY}});
        float[] kept = scores(trained(new OwnFirst(), data, Map.of(), 1), 0);
        assertTrue(kept[0] > kept[1]);
        float[] faded = scores(trained(new OwnFirst(), data, Map.of("view_half_life", "10"), 1), 0);
        assertTrue(faded[1] > faded[0]);
        assertEquals(1 + 2 * 0.25, faded[0], 2e-3);
    }

    @Test
    void neighboursAreThoseOfTheCosine() throws DataException {
        Dataset data = Toy.of(3, 3, new long[][] {{0, 0, 1}, {0, 1, 2}, {1, 0, 1}, {1, 1, 2}, {1, 2, 3}, {2, 0, 1}});
        // Items 0, 1, 2 have 3, 2, 1 users; 0 and 1 share two, 0 and 2 one, 1 and 2 one.
        float[] scores =
                scores(trained(NearestNeighbours.ofItems(), data, Map.of("shrinkage", "0", "neighbours", "5"), 1), 2);
        assertEquals(0, scores[0], "the user has item 0 alone, which is no neighbour of itself");
        assertEquals(2 / Math.sqrt(6), scores[1], 1e-6);
        assertEquals(1 / Math.sqrt(3), scores[2], 1e-6);
        float[] byUsers =
                scores(trained(NearestNeighbours.ofUsers(), data, Map.of("shrinkage", "1", "neighbours", "1"), 1), 2);
        // User 2 shares an item with users 0 (two items) and 1 (three); the nearest is 0.
        float near = (float) (1 / (Math.sqrt(2) + 1));
        assertArrayEquals(new float[] {near, near, 0}, byUsers, 1e-6f);
    }

    /** No small change of a weight off the diagonal makes EASE's objective smaller. */
    @Test
    void easeIsTheMinimum() throws DataException {
        Dataset data = random(30, 8, 90);
        double lambda = 2;
        Recommender recommender = trained(new Ease(new PlainProducts()), data, Map.of("lambda", "2"), 1);
        float[] weights = Objects.requireNonNull(recommender.weights().get("weights"));
        double least = objective(data, weights, lambda);
        for (int w = 0; w < weights.length; w++) {
            if (w % 9 == 0) {
                assertEquals(0, weights[w], "the diagonal");
                continue;
            }
            for (float step : new float[] {-0.01f, 0.01f}) {
                float[] other = weights.clone();
                other[w] += step;
                assertTrue(objective(data, other, lambda) > least, "weight " + w);
            }
        }
    }

    private static double objective(Dataset data, float[] weights, double lambda) {
        double sum = 0;
        for (float weight : weights) {
            sum += lambda * weight * weight;
        }
        for (int u = 0; u < data.interactions().users(); u++) {
            double[] row = new double[8];
            for (int item : data.interactions().distinctItems(u)) {
                row[item] -= 1;
                for (int j = 0; j < 8; j++) {
                    row[j] += weights[item * 8 + j];
                }
            }
            for (double error : row) {
                sum += error * error;
            }
        }
        return sum;
    }

    @Test
    void easeOfSomeItemsPutsTheOthersBehind() throws DataException {
        Dataset data = random(40, 20, 300);
        float[] scores = scores(trained(new Ease(new PlainProducts()), data, Map.of("items_at_most", "12"), 1), 0);
        int behind = 0;
        for (float score : scores) {
            behind += score < -1000 ? 1 : 0;
        }
        assertEquals(8, behind);
    }

    @Test
    void easeNeedsOnlyItemsThatAnybodyHas() throws DataException {
        Dataset data = Toy.of(3, 5, new long[][] {{0, 0, 1}, {0, 2, 2}, {1, 0, 1}, {1, 2, 2}, {2, 2, 1}});
        Recommender recommender = trained(new Ease(new PlainProducts()), data, Map.of("lambda", "1"), 1);
        assertArrayEquals(new float[] {0, 2}, recommender.weights().get("items"));
        // XX + I = [[3, 2], [2, 4]], its inverse [[4, -2], [-2, 3]] / 8.
        assertArrayEquals(
                new float[] {0, 2 / 3f, 0.5f, 0}, recommender.weights().get("weights"), 1e-6f);
        assertArrayEquals(new float[] {0.5f, 0, 2 / 3f, 0, 0}, scores(recommender, 0), 1e-6f);
    }

    /** Alternating least squares solves each half exactly, so the whole objective never grows. */
    @Test
    void ialsDescends() throws DataException {
        Dataset data = random(50, 30, 400);
        Map<String, String> values = Map.of("factors", "4", "confidence", "2");
        List<Double> objectives = new ArrayList<>();
        for (int epochs = 1; epochs <= 6; epochs++) {
            objectives.add(
                    objective(data, trained(new Ials(new PlainProducts()), data, values, epochs), 0.005, 0.3, 2));
        }
        for (int e = 1; e < objectives.size(); e++) {
            assertTrue(objectives.get(e) <= objectives.get(e - 1) * (1 + 1e-5), objectives.toString());
        }
    }

    /** Steps of conjugate gradient from the row before lead to where exact solutions do. */
    @Test
    void conjugateGradientEndsWhereCholeskyDoes() throws DataException {
        Dataset data = random(50, 30, 400);
        Map<String, String> values = Map.of("factors", "4", "confidence", "2", "initial_deviation", "0.5");
        Map<String, String> steps = new HashMap<>(values);
        steps.put("solver", "cg");
        double exact = objective(data, trained(new Ials(new PlainProducts()), data, values, 40), 0.005, 0.3, 2);
        double near = objective(data, trained(new Ials(new PlainProducts()), data, steps, 40), 0.005, 0.3, 2);
        assertEquals(exact, near, 1e-3 * exact);
    }

    private static double objective(
            Dataset data, Recommender model, double lambda, double unobserved, double confidence) {
        float[] users = Objects.requireNonNull(model.weights().get("user_factors"));
        float[] items = Objects.requireNonNull(model.weights().get("item_factors"));
        int[][] views = new int[50][30];
        for (int u = 0; u < 50; u++) {
            for (int r = data.interactions().start(u); r < data.interactions().end(u); r++) {
                views[u][data.interactions().item(r)]++;
            }
        }
        double sum = 0;
        int[] ofUser = new int[50];
        int[] ofItem = new int[30];
        for (int u = 0; u < 50; u++) {
            float[] scores = scores(model, u);
            for (int i = 0; i < 30; i++) {
                sum += unobserved * scores[i] * scores[i];
                if (views[u][i] > 0) {
                    sum += (1 + confidence * Math.log(views[u][i])) * (1 - scores[i]) * (1 - scores[i]);
                    ofUser[u]++;
                    ofItem[i]++;
                }
            }
        }
        for (int x = 0; x < users.length; x++) {
            sum += lambda * (ofUser[x / 4] + unobserved * 30) * users[x] * users[x];
        }
        for (int x = 0; x < items.length; x++) {
            sum += lambda * (ofItem[x / 4] + unobserved * 50) * items[x] * items[x];
        }
        return sum;
    }
}
