package dev.nara.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.algorithm.Recommender;
import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("process")
class CounterfactualTest {
    @TempDir
    private static Path folder;

    private static Services services;
    private static Prepared data;
    private static int user;

    @BeforeAll
    static void read() throws DataException {
        services = TestServices.on(folder);
        data = services.open(services.sample(), Recipe.USUAL, Progress.NONE);
        user = data.dataset().users().indexOf("389");
    }

    private static Services.Reopened trained(String algorithm, Map<String, String> values) throws DataException {
        try (RunStore store = RunStore.open(folder.resolve(algorithm))) {
            TestServices.train(services, store, data, algorithm, values, 4, 1);
            return services.reopen(store, store.find("latest"), data);
        }
    }

    private static float[] scores(Recommender of) {
        float[] scores = new float[of.items()];
        of.scores(user, scores);
        return scores;
    }

    /** These recommend from the history itself, so the history as it is gives what was learnt. */
    @ParameterizedTest
    @ValueSource(strings = {"ease", "item-knn", "own-watched", "popularity"})
    void theHistoryAsItIsChangesNothing(String algorithm) throws DataException {
        Services.Reopened run = trained(algorithm, Map.of());
        Counterfactual counterfactual = new Counterfactual(run.preparedRun(), run.recommender());
        int[] history = run.preparedRun().split().train().distinctItems(user);
        assertArrayEquals(
                scores(run.recommender()),
                scores(counterfactual.of(user, history).recommender()),
                1e-6f);
        Counterfactual.Folded nothing = counterfactual.of(user);
        assertEquals(0, nothing.preparedRun().split().train().count(user));
        // What is held out for validation was seen whatever is trained on.
        int[] held = nothing.preparedRun().split().known().distinctItems(user);
        assertTrue(new Recommendations(nothing.recommender(), nothing.preparedRun())
                .top(user, 25).stream()
                        .allMatch(entry -> entry.seen() == (Arrays.binarySearch(held, entry.item()) >= 0)));
    }

    /** The last half-step of alternating least squares fitted the items; fitting the user again moves it a little only. */
    @Test
    void leastSquaresFindTheUserAgain() throws DataException {
        Services.Reopened run = trained("ials", Map.of("factors", "16", "confidence", "0"));
        Counterfactual counterfactual = new Counterfactual(run.preparedRun(), run.recommender());
        int[] history = run.preparedRun().split().train().distinctItems(user);
        float[] learnt = scores(run.recommender());
        float[] folded = scores(counterfactual.of(user, history).recommender());
        float[] nothing = scores(counterfactual.of(user).recommender());
        assertTrue(distance(learnt, folded) < 0.5 * distance(learnt, nothing), "nearer than a stranger's");
        assertTrue(Arrays.stream(history).mapToDouble(i -> folded[i]).average().orElse(0)
                > Arrays.stream(history).mapToDouble(i -> nothing[i]).average().orElse(0));
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    @Test
    void whoIsLearntWithTheOthersCannotBeAsked() throws DataException {
        Services.Reopened run = trained("bpr", Map.of("factors", "8"));
        Counterfactual counterfactual = new Counterfactual(run.preparedRun(), run.recommender());
        assertThrows(DataException.class, () -> counterfactual.of(user, 1, 2));
    }

    @Test
    void takingAwayWhatSpeaksForAnAlbumLowersIt() throws DataException {
        Services.Reopened run = trained("ease", Map.of());
        int item = new Recommendations(run.recommender(), run.preparedRun())
                .top(user, 1)
                .get(0)
                .item();
        int strongest = run.recommender().why(user, item).stream()
                .filter(r -> r.amount() > 0)
                .max((a, b) -> Double.compare(a.amount(), b.amount()))
                .orElseThrow()
                .index();
        Counterfactual.Removal without = new Counterfactual(run.preparedRun(), run.recommender())
                .without(user, item, List.of(strongest), () -> {})
                .get(0);
        assertTrue(without.without() < without.score() && without.rankWithout() >= without.rank());
    }

    private static Attribution attribution(String algorithm, Map<String, String> values) throws DataException {
        Services.Reopened run = trained(algorithm, values);
        int item = new Recommendations(run.recommender(), run.preparedRun())
                .top(user, 1)
                .get(0)
                .item();
        Explainer explainer = new Explainer(run.preparedRun(), run.recommender());
        Attribution of = Attribution.of(run.preparedRun(), run.recommender(), explainer, user, item, () -> {});
        if (of.way() != Attribution.Way.LEFT_OUT) {
            float[] score = new float[1];
            run.recommender().scores(user, new int[] {item}, score);
            assertEquals(
                    score[0],
                    of.parts().stream().mapToDouble(Attribution.Part::amount).sum(),
                    1e-4);
        }
        return of;
    }

    @Test
    void whatAPlaceOwesToIsReportedAsFarAsTheModelKnowsIt() throws DataException {
        Attribution sum = attribution("ease", Map.of());
        assertEquals(Attribution.Way.SUM, sum.way());
        assertEquals(Attribution.Source.ITEM, sum.parts().get(0).source());
        assertEquals(1, sum.rank(), "counted as the list counts");
        assertTrue(sum.without().get(0).rank() >= 1 && sum.without().size() <= 3);
        Attribution leftOut = attribution("ials", Map.of("factors", "8"));
        assertEquals(Attribution.Way.LEFT_OUT, leftOut.way());
        assertTrue(leftOut.parts().stream().anyMatch(part -> part.source() == Attribution.Source.OTHER_ITEMS));
        Attribution model = attribution("bpr", Map.of("factors", "8"));
        assertEquals(Attribution.Way.MODEL, model.way());
        assertEquals(0, model.rank());
    }

    @Test
    void listsOfOtherHistoriesAndTheItemsAPlaceMayOweTo() throws DataException {
        Services.Reopened run = trained("item-knn", Map.of());
        Counterfactual counterfactual = new Counterfactual(run.preparedRun(), run.recommender());
        int[] history = run.preparedRun().split().train().distinctItems(user);
        List<Recommendations.Entry> list = new Recommendations(run.recommender(), run.preparedRun()).top(user, 25);
        assertEquals(list, counterfactual.list(user, 25, history), "the history as it is");
        assertEquals(1, counterfactual.ranks(user, 25).get(list.get(0).item()));
        assertEquals(
                UserHistory.latest(run.preparedRun().split().train(), user, 5),
                new Explainer(run.preparedRun(), run.recommender())
                        .likelyCauses(user, list.get(0).item()),
                "neighbours have no vectors, so the latest items are asked about");
    }

    @Test
    void knownUsersAreFoldedInBetterTheMoreIsKnownOfThem() throws DataException {
        Services.Reopened run = trained("ease", Map.of());
        FoldInQuality quality = FoldInQuality.of(
                run.preparedRun(), run.recommender(), List.of(0, 5, Integer.MAX_VALUE), (done, total) -> {});
        assertEquals(quality.trained(), quality.steps().get(2).figure(), 1e-9, "all of it is what was learnt");
        assertEquals(1, quality.steps().get(2).overlap(), 1e-9);
        assertTrue(quality.steps().get(0).figure() < quality.steps().get(2).figure());
        assertTrue(quality.steps().get(0).overlap() < quality.steps().get(1).overlap());
    }
}
