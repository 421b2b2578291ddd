package dev.nara.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestWorkbench;
import dev.nara.algorithm.Recommender;
import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
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
class WhatIfTest {
    @TempDir
    private static Path folder;

    private static Workbench workbench;
    private static Prepared data;
    private static int user;

    @BeforeAll
    static void read() throws DataException {
        workbench = TestWorkbench.on(folder);
        data = workbench.open(workbench.sample(), Recipe.USUAL, Progress.NONE);
        user = data.dataset().users().indexOf("389");
    }

    private static Workbench.Reopened trained(String algorithm, Map<String, String> values) throws DataException {
        try (RunStore store = RunStore.open(folder.resolve(algorithm))) {
            TestWorkbench.train(workbench, store, data, algorithm, values, 4, 1);
            return workbench.reopen(store, store.find("latest"), data);
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
        Workbench.Reopened run = trained(algorithm, Map.of());
        WhatIf whatIf = new WhatIf(run.experiment(), run.recommender());
        int[] history = run.experiment().split().train().distinctItems(user);
        assertArrayEquals(
                scores(run.recommender()), scores(whatIf.of(user, history).recommender()), 1e-6f);
        WhatIf.Folded nothing = whatIf.of(user);
        assertEquals(0, nothing.experiment().split().train().count(user));
        assertTrue(new Recommendations(nothing.recommender(), nothing.experiment())
                .top(user, 25).stream().noneMatch(Recommendations.Entry::seen));
    }

    /** The last half-step of alternating least squares fitted the items; fitting the user again moves it a little only. */
    @Test
    void leastSquaresFindTheUserAgain() throws DataException {
        Workbench.Reopened run = trained("ials", Map.of("factors", "16", "confidence", "0"));
        WhatIf whatIf = new WhatIf(run.experiment(), run.recommender());
        int[] history = run.experiment().split().train().distinctItems(user);
        float[] learnt = scores(run.recommender());
        float[] folded = scores(whatIf.of(user, history).recommender());
        float[] nothing = scores(whatIf.of(user).recommender());
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
        Workbench.Reopened run = trained("bpr", Map.of("factors", "8"));
        WhatIf whatIf = new WhatIf(run.experiment(), run.recommender());
        assertThrows(DataException.class, () -> whatIf.of(user, 1, 2));
    }

    @Test
    void takingAwayWhatSpeaksForAnAlbumLowersIt() throws DataException {
        Workbench.Reopened run = trained("ease", Map.of());
        int item = new Recommendations(run.recommender(), run.experiment())
                .top(user, 1)
                .get(0)
                .item();
        int strongest = run.recommender().why(user, item).stream()
                .filter(r -> r.amount() > 0)
                .max((a, b) -> Double.compare(a.amount(), b.amount()))
                .orElseThrow()
                .index();
        WhatIf.Counterfactual without = new WhatIf(run.experiment(), run.recommender())
                .without(user, item, List.of(strongest))
                .get(0);
        assertTrue(without.without() < without.score() && without.rankWithout() >= without.rank());
    }

    @Test
    void knownUsersAreFoldedInBetterTheMoreIsKnownOfThem() throws DataException {
        Workbench.Reopened run = trained("ease", Map.of());
        FoldInQuality quality = FoldInQuality.of(
                run.experiment(), run.recommender(), List.of(0, 5, Integer.MAX_VALUE), (done, total) -> {});
        assertEquals(quality.trained(), quality.steps().get(2).figure(), 1e-9, "all of it is what was learnt");
        assertEquals(1, quality.steps().get(2).overlap(), 1e-9);
        assertTrue(quality.steps().get(0).figure() < quality.steps().get(2).figure());
        assertTrue(quality.steps().get(0).overlap() < quality.steps().get(1).overlap());
    }
}
