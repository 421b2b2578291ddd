package dev.nara.competition;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.eval.CandidateRules;
import dev.nara.eval.CutoffMetric;
import dev.nara.eval.Evaluation;
import dev.nara.eval.Evaluator;
import dev.nara.eval.Protocol;
import dev.nara.eval.Significance;
import dev.nara.split.Split;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The competition's Score of lists on later months, and on the two pairs of months of the public and the private leaderboard. */
public final class Leaderboard {
    private static final String SCORE = "Score";

    private Leaderboard() {}

    /**
     * The Score in a period.
     *
     * @param period a month, or "public" and "private" for its first and last two
     * @param users users with held-out items
     * @param low lower end of the 95% interval (bootstrap over users)
     * @param high upper end
     */
    public record Standing(String period, int users, double score, double low, double high) {}

    /**
     * Scores lists; a user without one scores 0.
     *
     * @param lists items by user id, best first
     * @param months each user's distinct items, ascending, by month in order
     */
    public static List<Standing> of(Dataset dataset, Map<String, List<Integer>> lists, Map<String, int[][]> months)
            throws DataException {
        Map<String, int[][]> periods = new LinkedHashMap<>(months);
        List<int[][]> inOrder = List.copyOf(months.values());
        if (inOrder.size() > 2) {
            periods.put("public", union(inOrder.subList(0, 2)));
            periods.put("private", union(inOrder.subList(inOrder.size() - 2, inOrder.size())));
        }
        List<Standing> standings = new ArrayList<>();
        for (Map.Entry<String, int[][]> period : periods.entrySet()) {
            Split split = Split.ofAll(dataset.interactions(), period.getValue());
            Evaluator evaluator = new Evaluator(
                    dataset,
                    split,
                    Protocol.of(dataset, split, CandidateRules.KEPT, 1).candidates(),
                    CutoffMetric.parse(SCORE));
            int[] users = evaluator.users();
            int[][] items = new int[users.length][];
            for (int n = 0; n < users.length; n++) {
                items[n] = lists.getOrDefault(dataset.users().id(users[n]), List.of()).stream()
                        .mapToInt(i -> i)
                        .toArray();
            }
            Evaluation evaluation = evaluator.evaluate(items, dataset.items().size());
            double[] figures = evaluation.perUser(SCORE);
            double[] interval =
                    figures.length == 0 ? new double[] {Double.NaN, Double.NaN} : Significance.meanInterval(figures, 1);
            standings.add(
                    new Standing(period.getKey(), users.length, evaluation.mean(SCORE), interval[0], interval[1]));
        }
        return standings;
    }

    /** The items of several months together, ascending. */
    private static int[][] union(List<int[][]> months) {
        int[][] all = new int[months.get(0).length][];
        Arrays.setAll(all, u -> months.stream()
                .flatMapToInt(month -> Arrays.stream(month[u]))
                .distinct()
                .sorted()
                .toArray());
        return all;
    }
}
