package dev.nara.competition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.data.Dataset;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import dev.nara.eval.Ties;
import dev.nara.split.Split;
import dev.nara.split.Splits;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompositionSetupTest {
    private static final String SPLIT = "time:2022-04-15";
    private static final ComposeRecipe RULE = new ComposeRecipe(ComposeRecipe.RULE, ComposeRecipe.Filters.NONE);

    @TempDir
    private Path folder;

    /** Whatever is tuned is tuned as if the rows of the test part were not there, and then told on them. */
    @Test
    void whatIsTunedNeverLooksAtTheTestPart() throws Exception {
        Services services = TestServices.on(folder);
        Prepared sample = services.open(services.sample(), Recipe.USUAL, Progress.NONE);
        try (RunStore store = RunStore.open(services.workspace())) {
            tunedAndReported(services, store, sample);
        }
    }

    private static void tunedAndReported(Services services, RunStore store, Prepared sample) throws Exception {
        CompositionSetup setup = CompositionSetup.of(services, store, RULE, sample, () -> sample, SPLIT);
        Split whole = Splits.split(sample.dataset(), SPLIT, 1);
        Dataset before = sample.dataset().with(whole.train());
        Split cut = Splits.split(before, setup.preparedRun().spec().validation(), 1);
        int[] users = IntStream.range(0, before.users().size())
                .filter(u -> cut.truth(u).length > 0 && cut.train().count(u) > 0)
                .toArray();
        Offers offers = new Composer(RULE, before, cut.train(), cut.train(), services.algorithms(), Map.of())
                .offers(users, Ties::drawn);
        ComposeRecipe expected = new CompositionTuning(25, n -> cut.truth(users[n]))
                .of(RULE, offers)
                .recipe();
        CompositionSetup tuned = setup.tuned(25);
        assertEquals(expected, tuned.recipe());
        assertEquals(
                "Tuned on the validation part (" + cut.spec() + "); the score is that of the test part.",
                tuned.howTuned().in(Locale.ENGLISH));
        assertEquals(
                IntStream.of(setup.preparedRun().evaluator().users()).boxed().toList(),
                IntStream.of(tuned.users()).boxed().toList(),
                "those of whom the figures of a run are");
        CompositionSetup.Scored judged = setup.judged(25);
        assertEquals(
                IntStream.of(users).boxed().toList(),
                IntStream.of(judged.users()).boxed().toList());
        int[] takes = {Integer.MAX_VALUE, Integer.MAX_VALUE};
        assertEquals(
                new Composition(offers.lists(25, takes), 25, 2, n -> cut.truth(users[n])).score(),
                judged.whole().score(),
                "on the part that recipes are chosen by");
        Gain gain = Gain.of(judged).orElseThrow();
        double best =
                Math.max(judged.alone().get(0).score(), judged.alone().get(1).score());
        assertEquals(judged.whole().score() - best, gain.difference(), 1e-12, "over the better of the two rules");
        assertTrue(gain.low() < gain.difference() && gain.difference() < gain.high());
        assertEquals(0, judged.lists().usual(25, 2)[0], "most begin with what was watched");
        assertEquals(1, judged.lists().usual(25, 2)[24], "and end with what the group watches");
        assertEquals(0, store.looks().count(setup.preparedRun().spec()));
        assertEquals(tuned.users().length, tuned.score(25).lists().items().length);
        assertEquals(1, store.looks().count(setup.preparedRun().spec()));
        tuned.score(25);
        assertEquals(1, store.looks().count(setup.preparedRun().spec()), "the same recipe");
        setup.score(25);
        assertEquals(2, store.looks().count(setup.preparedRun().spec()));
        assertEquals(
                "344 children; 70 without training rows apart: 0.2680",
                setup.score(25).scoredUsers().words().in(Locale.ENGLISH));
    }
}
