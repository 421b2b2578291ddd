package dev.nara.spec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.LogTime;
import dev.nara.data.Toy;
import dev.nara.run.RunControl;
import dev.nara.run.RunEvent;
import dev.nara.run.RunListener;
import dev.nara.run.Runner;
import dev.nara.store.Services;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run learns from, what its epoch is chosen on, and what it is told on. */
class ValidationPartTest {
    private static final long[][] ROWS = {
        {0, 0, day(1)},
        {0, 1, day(2)},
        {0, 2, day(4)},
        {0, 3, day(6)},
        {0, 4, day(8)},
        {1, 5, day(3)},
        {1, 6, day(5)},
        {2, 7, day(1)},
        {2, 8, day(8)}
    };

    @TempDir
    private Path folder;

    private static long day(int day) {
        return LogTime.of(LocalDate.of(2022, 3, day));
    }

    /** Twelve rows of every user, no item twice; the last is of another item where {@code last} is another. */
    private static Dataset everyItemOnce(int users, int last) {
        long[][] rows = new long[users * 12][];
        for (int u = 0; u < users; u++) {
            for (int n = 0; n < 12; n++) {
                int item = n == 11 ? 36 + (u + last) % 4 : (7 * u + 3 * n) % 36;
                rows[12 * u + n] = new long[] {u, item, n};
            }
        }
        return Toy.of(users, 40, rows, false, null);
    }

    private Services services() {
        return TestServices.on(folder);
    }

    private PreparedRun prepared(Dataset dataset, String split, String validation) throws DataException {
        return services()
                .prepare(
                        RunSpec.draft()
                                .split(split)
                                .validation(validation)
                                .candidates("all:kept")
                                .algorithm("popularity")
                                .metrics("HR@1")
                                .splitSeed(3)
                                .spec(),
                        dataset);
    }

    /** Of each user what is learnt from, what the epoch is chosen on, and what the run is told on. */
    private static List<String> parts(PreparedRun run) {
        return IntStream.range(0, run.split().train().users())
                .mapToObj(u -> Stream.of(
                                run.split().train().distinctItems(u),
                                run.chosenOnTest()
                                        ? new int[0]
                                        : run.validation().split().truth(u),
                                run.split().truth(u))
                        .map(items ->
                                Arrays.stream(items).mapToObj(Integer::toString).collect(Collectors.joining(" ")))
                        .collect(Collectors.joining(" | ")))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        // A user with one item left has none to hold out for validation.
        "leave-one-out, leave-one-out, 0 1 2 | 3 | 4, 5 |  | 6, 7 |  | 8",
        "ratio:0.6, ratio:0.6, 0 1 | 2 | 3 4, 5 6 |  | '', 7 8 |  | ''",
        // Days 6 to 8 are the test part, so days 3 to 5 are for validation; user 1 has no row before.
        "time:2022-03-06, time:2022-03-03, 0 1 | 2 | 3 4, ' |  | ', 7 |  | 8",
        "leave-last:2, leave-last:2, 0 | 1 2 | 3 4, 5 6 |  | '', 7 8 |  | ''"
    })
    void theTrainingPartIsCutAsTheWholeWas(String split, String validation, String a, String b, String c)
            throws DataException {
        PreparedRun run = prepared(Toy.of(3, 9, ROWS), split, "");
        assertEquals(validation, run.spec().validation());
        assertEquals(
                Stream.of(a, b, c).map(s -> s.replace("''", "").strip()).toList(),
                parts(run).stream().map(String::strip).toList());
        assertTrue(run.testedApart());
    }

    @Test
    void theTestPartOfTheFilesIsNoPartOfValidation() throws DataException {
        Dataset dataset = Toy.of(
                2,
                8,
                new long[][] {{0, 0, 1}, {0, 1, 2}, {0, 2, 3}, {0, 3, 4}, {1, 5, 1}, {1, 7, 2}},
                false,
                Toy.given(8, new int[][] {{4}, {6}}, new int[][] {{5, 6}, {0, 1}}));
        PreparedRun run = services()
                .prepare(RunSpec.draft().algorithm("popularity").metrics("HR@1").spec(), dataset);
        assertEquals("given", run.spec().split());
        assertEquals("leave-one-out", run.spec().validation());
        assertEquals(List.of("0 1 2 | 3 | 4", "5 | 7 | 6"), parts(run));
        assertEquals("given", run.protocol().spec());
        assertEquals("sampled:99", run.validation().spec(), "the files' negatives belong to their test part");
    }

    @ParameterizedTest
    @ValueSource(strings = {"random:0.7", "random-pairs:0.7", "random-ratio:0.7", "fold:1/3"})
    void whatIsDrawnIsCutIntoThreePartsThatMeetNowhere(String split) throws DataException {
        Dataset dataset = everyItemOnce(20, 0);
        PreparedRun run = prepared(dataset, split, "");
        assertEquals(split, run.spec().validation());
        assertArrayEquals(
                prepared(dataset, split, "none").split().truth(5), run.split().truth(5));
        for (int u = 0; u < 20; u++) {
            int[] all = Stream.of(
                            run.split().train().distinctItems(u),
                            run.validation().split().truth(u),
                            run.split().truth(u))
                    .flatMapToInt(Arrays::stream)
                    .sorted()
                    .toArray();
            assertArrayEquals(dataset.interactions().distinctItems(u), all, "user " + u);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "leave-one-out", "ratio:0.5", "random:0.6", "fold:2/4"})
    void theTestPartIsTheSameWhateverIsHeldOutForValidation(String validation) throws DataException {
        Dataset dataset = Toy.twoTastes(20, 40, 12);
        for (String candidates : List.of("all:masked", "sampled:7", "popular:7")) {
            RunSpec spec = RunSpec.draft()
                    .split("ratio:0.7")
                    .candidates(candidates)
                    .algorithm("popularity")
                    .metrics("HR@1")
                    .spec();
            PreparedRun usual = services().prepare(spec, dataset);
            PreparedRun other =
                    services().prepare(spec.change().validation(validation).spec(), dataset);
            for (int u = 0; u < 20; u++) {
                assertArrayEquals(usual.split().truth(u), other.split().truth(u));
                assertArrayEquals(
                        usual.split().known().distinctItems(u),
                        other.split().known().distinctItems(u));
            }
            assertArrayEquals(
                    usual.candidates().negatives(usual.split()),
                    other.candidates().negatives(other.split()));
        }
    }

    @Test
    void whereNothingIsHeldOutAllIsLearntFrom() throws DataException {
        PreparedRun run = prepared(Toy.of(3, 9, ROWS), "leave-one-out", "none");
        assertEquals(List.of("0 1 2 3 |  | 4", "5 |  | 6", "7 |  | 8"), parts(run));
        assertTrue(run.chosenOnTest() && !run.testedApart());
        assertEquals(run.evaluator(), run.validator());
    }

    @Test
    void whereTheUsualCutLeavesNothingToLearnFromUsersAreCutOneByOneAndItIsSaid() throws DataException {
        // All that is known is of one day.
        long[][] rows = {{0, 0, day(1)}, {0, 1, day(1)}, {0, 2, day(1)}, {0, 3, day(1)}, {0, 4, day(1)}, {0, 5, day(8)}
        };
        PreparedRun run = prepared(Toy.of(1, 6, rows), "time:2022-03-08", "");
        assertEquals("ratio:0.8", run.spec().validation());
        assertEquals(List.of("0 1 2 3 | 4 | 5"), parts(run));
        assertTrue(
                run.warnings().stream()
                        .map(w -> w.in(Locale.ENGLISH))
                        .anyMatch(
                                "Validation by time would leave too few users with training rows; ratio:0.8 is used."
                                        ::equals),
                () -> run.warnings().toString());
    }

    @Test
    void whereNobodyIsLeftToChooseAnEpochOnTheRunIsRefused() {
        Dataset dataset = Toy.of(1, 3, new long[][] {{0, 0, 1}, {0, 2, 2}}, false, null);
        assertThrows(DataException.class, () -> prepared(dataset, "leave-one-out", ""));
        DataException asked = assertThrows(DataException.class, () -> prepared(dataset, "leave-one-out", "ratio:0.5"));
        assertEquals(
                "Validation by ratio:0.5 would leave no user to evaluate. Choose another split with --validation, or"
                        + " --validation none to choose the best epoch on the test part.",
                asked.message(Locale.ENGLISH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"all:kept", "all:masked", "sampled:9"})
    void aFrozenSplitBringsItsValidationPart(String candidates) throws Exception {
        Dataset dataset = Toy.twoTastes(20, 40, 12);
        RunSpec spec = RunSpec.draft()
                .split("fold:1/3")
                .candidates(candidates)
                .splitSeed(5)
                .algorithm("popularity")
                .metrics("HR@1,NDCG@5")
                .spec();
        PreparedRun run = services().prepare(spec, dataset);
        Path file = folder.resolve("a.split");
        run.freezeSplit(file);
        Path alone = folder.resolve("alone.split");
        FrozenSplit.write(alone, dataset, spec.run().values());
        assertEquals(-1, Files.mismatch(file, alone), "frozen without a run, it is the same");
        assertTrue(Files.readString(file).startsWith("{\"naraSplit\":2,"));
        PreparedRun frozen = services()
                .prepare(
                        spec.change()
                                .split("file:" + file)
                                .candidates(candidates.startsWith("all") ? candidates : "")
                                .splitSeed(1)
                                .spec(),
                        dataset);
        assertEquals("given", frozen.spec().validation());
        assertEquals(parts(run), parts(frozen));
        assertEquals(figures(run), figures(frozen));
        Path again = folder.resolve("b.split");
        frozen.freezeSplit(again);
        assertEquals(-1, Files.mismatch(file, again), "frozen again, it is the same");
    }

    @Test
    void whatIsFrozenHasTheValidationPartThatWasAskedFor() throws Exception {
        Dataset dataset = Toy.of(3, 9, ROWS);
        Path file = folder.resolve("a.split");
        FrozenSplit.write(file, dataset, Map.of("split", "time:2022-03-08", "validation", "leave-one-out"));
        List<String> lines = Files.readAllLines(file);
        assertTrue(lines.get(0).contains("\"validation\":\"leave-one-out\""), lines.get(0));
        assertEquals(
                "{\"user\":\"0\",\"train\":\"0-2\",\"find\":[\"4\"],\"validation\":\"3\",\"choose\":[\"3\"]}",
                lines.get(1));
        for (String without : List.of("none", "fixed")) {
            FrozenSplit.write(file, dataset, Map.of("split", "time:2022-03-08", "validation", without));
            assertTrue(Files.readString(file).startsWith("{\"naraSplit\":1,"), without);
        }
        assertThrows(
                DataException.class,
                () -> FrozenSplit.write(
                        file, dataset, Map.of("split", "time:2022-03-08", "validation", "time:2022-03-01")));
    }

    private static List<Object> figures(PreparedRun run) {
        List<Object> figures = new ArrayList<>();
        new Runner(
                        run,
                        event -> {
                            if (event instanceof RunEvent.EpochDone epoch) {
                                figures.add(epoch.metrics());
                            } else if (event instanceof RunEvent.Tested tested) {
                                figures.add(tested);
                            }
                        },
                        new RunControl())
                .run();
        return figures;
    }

    /** What came of a run until its test: figures of epochs, and the weights of the best. */
    private static List<Object> learnt(PreparedRun run) {
        List<Object> learnt = new ArrayList<>();
        List<Weights> best = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void event(RunEvent event) {
                if (event instanceof RunEvent.Started started) {
                    learnt.add(started.baseline());
                } else if (event instanceof RunEvent.EpochDone epoch) {
                    learnt.add(epoch.loss() + " " + epoch.metrics() + " " + epoch.best());
                }
            }

            @Override
            public void model(Evaluated evaluated) {
                if (evaluated.epoch().best()) {
                    best.add(evaluated.recommender().weights());
                }
            }
        };
        new Runner(run, listener, new RunControl()).run();
        Weights weights = best.get(best.size() - 1);
        weights.names().forEach(name -> learnt.add(name + Arrays.toString(weights.get(name))));
        return learnt;
    }

    @Test
    void nothingOfTheTestPartDecidesAnything() throws DataException {
        Dataset dataset = everyItemOnce(30, 0);
        Dataset other = everyItemOnce(30, 1);
        RunSpec spec = RunSpec.draft()
                .split("leave-one-out")
                .candidates("all:kept")
                .algorithm("bpr")
                .values(Map.of("factors", "8"))
                .epochs(4)
                .metrics("HR@5")
                .spec();
        PreparedRun run = services().prepare(spec, dataset);
        PreparedRun ofOther = services().prepare(spec, other);
        assertNotEquals(parts(run), parts(ofOther), "other items are to be found");
        assertEquals(learnt(run), learnt(ofOther));
    }
}
