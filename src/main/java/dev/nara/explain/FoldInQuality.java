package dev.nara.explain;

import dev.nara.algorithm.Recommender;
import dev.nara.data.DataException;
import dev.nara.data.Interactions;
import dev.nara.eval.Evaluator;
import dev.nara.spec.PreparedRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Measures the quality of lists for users unknown to the model: known users are folded in from their first items, and the lists compared
 * with those of their trained parameters.
 *
 * @param metric the run's deciding metric
 * @param users how many were folded in
 * @param trained the metric with trained parameters, for comparison
 * @param steps one per length of history
 */
public record FoldInQuality(String metric, int users, double trained, List<Step> steps) {
    private static final int MOST_USERS = 200;
    private static final int LENGTH = 25;

    /**
     * The result for one length of history.
     *
     * @param items of the history, {@link Integer#MAX_VALUE} for all
     * @param figure the metric's mean over users
     * @param overlap the share of the trained list's 25 items that are in the folded-in list, 0 … 1
     * @param secondsAUser seconds per user for fold-in and list
     */
    public record Step(int items, double figure, double overlap, double secondsAUser) {}

    /** Measures histories of these lengths, each with the user's first items in order of time. */
    public static FoldInQuality of(
            PreparedRun preparedRun, Recommender recommender, List<Integer> lengths, Evaluator.Watch watch)
            throws DataException {
        int[] users = sample(preparedRun);
        String metric = preparedRun.decidingMetric();
        double trained = mean(preparedRun, users, recommender, metric, watch);
        List<Set<Integer>> learnt = lists(preparedRun, recommender, users);
        Counterfactual counterfactual = new Counterfactual(preparedRun, recommender);
        List<Step> steps = new ArrayList<>();
        for (int length : lengths) {
            int[][] histories = Arrays.stream(users)
                    .mapToObj(u -> first(preparedRun.split().train(), u, length))
                    .toArray(int[][]::new);
            long start = System.nanoTime();
            Recommender folded = counterfactual.of(users, histories).recommender();
            List<Set<Integer>> lists = lists(preparedRun, folded, users);
            double seconds = (System.nanoTime() - start) / 1e9 / users.length;
            double shared = 0;
            for (int n = 0; n < users.length; n++) {
                Set<Integer> both = new HashSet<>(learnt.get(n));
                both.retainAll(lists.get(n));
                shared += both.size() / (double) Math.max(1, learnt.get(n).size());
            }
            steps.add(
                    new Step(length, mean(preparedRun, users, folded, metric, watch), shared / users.length, seconds));
        }
        return new FoldInQuality(metric, users.length, trained, steps);
    }

    /** Evaluated users with training rows, a sample spread evenly over all of them. */
    private static int[] sample(PreparedRun preparedRun) {
        int[] all = Arrays.stream(preparedRun.evaluator().users())
                .filter(u -> preparedRun.split().train().count(u) > 0)
                .toArray();
        int count = Math.min(MOST_USERS, all.length);
        return IntStream.range(0, count)
                .map(n -> all[(int) ((long) n * all.length / count)])
                .toArray();
    }

    private static int[] first(Interactions train, int user, int length) {
        return IntStream.range(train.start(user), train.end(user))
                .map(train::item)
                .distinct()
                .limit(length)
                .toArray();
    }

    /** Evaluates these users alone. */
    private static double mean(
            PreparedRun preparedRun, int[] users, Recommender recommender, String metric, Evaluator.Watch watch)
            throws DataException {
        int[][] truth = new int[preparedRun.dataset().users().size()][0];
        for (int user : users) {
            truth[user] = preparedRun.split().truth(user);
        }
        return new Evaluator(
                        preparedRun.dataset(),
                        preparedRun.split().finding(truth),
                        preparedRun.candidates(),
                        preparedRun.evaluator().metrics())
                .evaluate(recommender, watch)
                .mean(metric);
    }

    private static List<Set<Integer>> lists(PreparedRun preparedRun, Recommender recommender, int[] users) {
        return new Recommendations(recommender, preparedRun)
                .top(users, LENGTH).stream()
                        .map(list -> {
                            Set<Integer> items = new HashSet<>();
                            list.forEach(entry -> items.add(entry.item()));
                            return items;
                        })
                        .toList();
    }
}
