package dev.nara.competition;

import dev.nara.algorithm.Recommender;
import dev.nara.data.DataException;
import dev.nara.eval.CandidateRules;
import dev.nara.eval.CutoffMetric;
import dev.nara.eval.Evaluator;
import dev.nara.eval.Period;
import dev.nara.eval.Protocol;
import dev.nara.explain.Recommendations;
import dev.nara.spec.PreparedRun;
import dev.nara.store.database.TestLooks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The competition's Score of lists on the held-out items of a split, whole and in the two halves of its period if it has one; named by
 * split and protocol, such as {@code time:2022-04-15 all:kept@near}.
 */
public final class LocalScores {
    private static final String SCORE = "Score";
    private static final List<String> PROTOCOLS =
            List.of(CandidateRules.KEPT, CandidateRules.KEPT_NEAR, CandidateRules.KEPT_FAR);

    private LocalScores() {}

    /**
     * The scores of composed lists by protocol, whose look at the test part is counted elsewhere; halves without held-out items are left
     * out.
     */
    public static Map<String, Double> of(CompositionSetup setup, CompositionSetup.Scored scored) throws DataException {
        int[] users = setup.users();
        int[][] items = new int[setup.preparedRun().dataset().users().size()][0];
        for (int n = 0; n < users.length; n++) {
            items[users[n]] = scored.lists().items()[n];
        }
        return scores(setup.preparedRun(), u -> items[u], new LinkedHashMap<>());
    }

    /**
     * The scores of a file's lists, items by user id; a user without a list scores 0.
     *
     * @param hash of the file, under which the look at the test part is counted
     */
    public static Map<String, Double> of(
            TestLooks looks, PreparedRun preparedRun, String hash, Map<String, List<Integer>> lists)
            throws DataException {
        looks.add(preparedRun.spec(), TestLooks.Kind.SUBMISSION, "file " + hash);
        return scores(
                preparedRun,
                u -> lists.getOrDefault(preparedRun.dataset().users().id(u), List.of()).stream()
                        .mapToInt(i -> i)
                        .toArray(),
                new LinkedHashMap<>());
    }

    /** The scores of the lists of a stored run's own model. */
    public static Map<String, Double> of(TestLooks looks, long run, PreparedRun preparedRun, Recommender model)
            throws DataException {
        looks.add(preparedRun.spec(), TestLooks.Kind.SUBMISSION, "run " + run);
        int[][] items = new int[preparedRun.dataset().users().size()][0];
        int[] users = IntStream.range(0, items.length)
                .filter(u -> preparedRun.reportedWholeSplit().truth(u).length > 0)
                .toArray();
        int[][] lists =
                Submission.Lists.of(new Recommendations(model, preparedRun)).of(users, Submission.LENGTH);
        for (int n = 0; n < users.length; n++) {
            items[users[n]] = lists[n];
        }
        return scores(preparedRun, u -> items[u], new LinkedHashMap<>());
    }

    private static Map<String, Double> scores(
            PreparedRun preparedRun, IntFunction<int[]> itemsOf, Map<String, Double> scores) throws DataException {
        boolean halves = Period.halves(preparedRun.dataset(), preparedRun.wholeSplit());
        String split = preparedRun.wholeSplit().spec()
                + (preparedRun.spec().drawnSplit() ? " #" + preparedRun.spec().splitSeed() : "");
        for (String spec : halves ? PROTOCOLS : PROTOCOLS.subList(0, 1)) {
            Protocol protocol = preparedRun.protocol(spec, 1);
            Evaluator evaluator = new Evaluator(
                    preparedRun.dataset(), protocol.split(), protocol.candidates(), CutoffMetric.parse(SCORE));
            int[] users = evaluator.users();
            if (users.length > 0) {
                int[][] items = new int[users.length][];
                for (int n = 0; n < users.length; n++) {
                    items[n] = itemsOf.apply(users[n]);
                }
                scores.put(
                        split + " " + spec,
                        evaluator
                                .evaluate(items, preparedRun.dataset().items().size())
                                .mean(SCORE));
            }
        }
        return scores;
    }
}
