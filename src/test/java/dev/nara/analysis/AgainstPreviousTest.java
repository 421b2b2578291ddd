package dev.nara.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.nara.TestServices;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.folder.TestModels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred users, of whom some have a hit. */
class AgainstPreviousTest {
    private static final int USERS = 100;

    @TempDir
    private Path folder;

    private RunStore store;

    @BeforeEach
    void open() throws DataException {
        store = RunStore.open(folder.resolve("runs"));
    }

    @AfterEach
    void close() throws DataException {
        store.close();
    }

    private static RunSpec spec(String algorithm, String negatives, long seed, String validation) {
        return RunSpec.draft()
                .data("/somewhere/films.csv")
                .fingerprint("0123456789abcdef")
                .split("time")
                .candidates("all:kept")
                .run(Map.of("validation", validation))
                .algorithm(algorithm)
                .values(negatives.isEmpty() ? Map.of() : Map.of("negatives", negatives))
                .seed(seed)
                .metrics("HR@10")
                .spec();
    }

    private static RunSpec gmf(int negatives, long seed) {
        return spec("gmf", Integer.toString(negatives), seed, "ratio:0.8");
    }

    private long begun(RunSpec spec, double... ofEpochs) throws DataException {
        long run = store.create(spec, RunState.RUNNING, "");
        for (int epoch = 1; epoch <= ofEpochs.length; epoch++) {
            store.recorder(run)
                    .event(new RunEvent.EpochDone(
                            "train", epoch, 1, 1, 1, 1, Map.of("HR@10", ofEpochs[epoch - 1]), true, Map.of()));
        }
        return run;
    }

    /** The users from one to another have a hit. */
    private void end(long run, int from, int to) throws DataException, IOException {
        float[] figures = new float[USERS];
        Arrays.fill(figures, from, to, 1);
        TestModels.userFigures(store, run, new Weights().put("HR@10", figures, USERS));
        Map<String, Double> means = Map.of("HR@10", (to - from) / (double) USERS);
        store.recorder(run).event(new RunEvent.Tested(1, means, USERS, Map.of(), 0, Map.of()));
        store.recorder(run).event(new RunEvent.Finished(1, means, 1, false));
    }

    private long ended(RunSpec spec, int from, int to) throws DataException, IOException {
        long run = begun(spec, 0.3, 0.4);
        end(run, from, to);
        return run;
    }

    private Optional<AgainstPrevious> against(long run) throws DataException {
        List<StoredRun> all = store.list();
        StoredRun shown = all.stream().filter(r -> r.id() == run).findFirst().orElseThrow();
        return AgainstPrevious.of(store, TestServices.on(folder).algorithms(), shown, all);
    }

    private static String words(AgainstPrevious against) {
        return against.words().map(said -> said.in(Locale.ENGLISH)).orElse("");
    }

    @Test
    void theFirstRunHasNoneBeforeIt() throws Exception {
        assertEquals(Optional.empty(), against(ended(gmf(4, 1), 0, 40)));
    }

    @Test
    void whileItTrainsTheSameEpochsAreHeldAgainstEachOther() throws Exception {
        ended(gmf(4, 1), 0, 40);
        long second = begun(gmf(8, 1));
        assertEquals("", words(against(second).orElseThrow()), "there is no figure yet");
        long third = begun(gmf(16, 1), 0.312);
        AgainstPrevious against = against(third).orElseThrow();
        assertEquals(1, against.previous().id(), "the second has not ended");
        assertEquals("Same epoch: +.012 vs run 1 (not finished, no verdict yet)", words(against));
        assertEquals(0, against.seeds());
        assertEquals(2, against.curve().size());
        assertEquals("neg 4", against.difference().shortBefore(Locale.ENGLISH));
        assertEquals(Optional.empty(), against.interval(), "no verdict yet");
    }

    @Test
    void aLargeDifferenceOfFewSeedsWantsSeedsOfBoth() throws Exception {
        long first = ended(gmf(4, 1), 0, 30);
        long second = ended(gmf(8, 1), 0, 60);
        AgainstPrevious against = against(second).orElseThrow();
        String words = words(against);
        assertEquals(
                "Test: +.300 ± # vs run 1: too few seeds; 2 more seeds of each would settle it",
                words.replaceFirst("± [0-9.]+", "± #"));
        AgainstPrevious.Interval interval = against.interval().orElseThrow();
        assertEquals(0.3, interval.difference(), 1e-9);
        assertEquals(0.6, interval.low() + interval.high(), 1e-9, "the difference is its middle");
        assertEquals(
                List.of(second, first, second, first),
                against.again().stream().map(StoredRun::id).toList());
    }

    @Test
    void seedsThatAreUnderWayAreNotAskedForAgain() throws Exception {
        ended(gmf(4, 1), 0, 30);
        long second = ended(gmf(8, 1), 0, 60);
        AgainstPrevious before = against(second).orElseThrow();
        List<StoredRun> then = store.list();
        begun(gmf(8, 2));
        AgainstPrevious against = against(second).orElseThrow();
        assertEquals(0, against.seeds());
        assertEquals(
                "Test: +.300 ± # vs run 1: too few seeds; 1 run of these settings under way",
                words(against).replaceFirst("± [0-9.]+", "± #"));
        assertNotEquals(before.basis(then), before.basis(store.list()));
    }

    @Test
    void threeSeedsOfEachSettleIt() throws Exception {
        for (int seed = 1; seed <= 3; seed++) {
            ended(gmf(4, seed), 0, 30 + seed);
        }
        long second = 0;
        for (int seed = 1; seed <= 3; seed++) {
            second = ended(gmf(8, seed), 0, 60 + seed);
        }
        AgainstPrevious against = against(second).orElseThrow();
        assertEquals("Test: +.300 ± # vs run 3: real", words(against).replaceFirst("± [0-9.]+", "± #"));
        assertEquals(List.of(), against.again());
    }

    @Test
    void whatIsWithinNoiseOfUsersIsCalledSo() throws Exception {
        ended(spec("ease", "", 1, "ratio:0.8"), 0, 40);
        long second = ended(spec("item-knn", "", 1, "ratio:0.8"), 41, 82);
        AgainstPrevious against = against(second).orElseThrow();
        assertEquals("Test: +.010 ± # vs run 1: within noise", words(against).replaceFirst("± [0-9.]+", "± #"));
        assertEquals(List.of(), against.again(), "another seed gives the same");
    }

    /** Baselines have a word of their own; between a rule and a model no seeds are asked for. */
    @Test
    void aRuleIsHeldAgainstRulesAndAModelAgainstModels() throws Exception {
        ended(spec("popularity", "", 1, "ratio:0.8"), 0, 20);
        long model = ended(gmf(4, 1), 0, 60);
        assertEquals(Optional.empty(), against(model));
        long rule = ended(spec("ease", "", 1, "ratio:0.8"), 0, 70);
        AgainstPrevious against = against(rule).orElseThrow();
        assertEquals("Test: +.500 ± # vs run 1: real", words(against).replaceFirst("± [0-9.]+", "± #"));
        assertFalse(against.bySeeds());
        assertEquals(0, against.seeds());
    }

    @Test
    void aRunThatRepeatsASeedIsHeldAgainstTheSame() throws Exception {
        ended(gmf(4, 1), 0, 30);
        ended(gmf(8, 1), 0, 60);
        long again = ended(gmf(8, 1), 0, 60);
        assertEquals(
                "Test: +.300 ± # vs run 1: too few seeds; 2 more seeds of each would settle it",
                words(against(again).orElseThrow()).replaceFirst("± [0-9.]+", "± #"));
    }

    @Test
    void epochsChosenOnTheTestPartHaveNoVerdict() throws Exception {
        ended(spec("gmf", "4", 1, "none"), 0, 40);
        long second = ended(spec("gmf", "8", 1, "none"), 0, 50);
        assertEquals(
                "+.100 vs run 1; no verdict: best epochs chosen on test",
                words(against(second).orElseThrow()));
    }

    @Test
    void runsOfOtherRowsOrOfTheSameSettingAreNotTheOneBefore() throws Exception {
        long first = ended(gmf(4, 1), 0, 40);
        ended(gmf(8, 1), 0, 40);
        ended(spec("gmf", "16", 1, "none"), 0, 40);
        long again = ended(gmf(8, 2), 0, 40);
        assertEquals(first, against(again).orElseThrow().previous().id());
    }
}
