package dev.nara;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.GivenTest;
import dev.nara.data.LogTime;
import dev.nara.data.Toy;
import dev.nara.run.RunControl;
import dev.nara.run.RunEvent;
import dev.nara.run.Runner;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs on which a protocol once went wrong, each under the usual settings: the right figure, or a word, and no crash. */
class SmallInputsTest {
    private static final long DAY = LogTime.of(LocalDate.ofEpochDay(1)) - LogTime.of(LocalDate.EPOCH);

    @TempDir
    private static Path folder;

    private final List<RunEvent> events = new ArrayList<>();

    private RunEvent train(Dataset dataset, String algorithm) throws DataException {
        events.clear();
        RunSpec spec = RunSpec.draft()
                .algorithm(algorithm)
                .values(algorithm.equals("gmf") ? Map.of("gmf_dimension", "4") : Map.of())
                .engine("vector")
                .epochs(2)
                .metrics("HR@5,NDCG@5")
                .spec();
        PreparedRun preparedRun =
                PreparedRun.prepare(spec, dataset, TestServices.on(folder).algorithms());
        return new Runner(preparedRun, events::add, new RunControl()).run();
    }

    private RunEvent.Tested tested(Dataset dataset, String algorithm) throws DataException {
        train(dataset, algorithm);
        return (RunEvent.Tested) events.stream()
                .filter(RunEvent.Tested.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private String cut() {
        RunEvent.Started started = (RunEvent.Started) events.get(0);
        return started.split() + " " + started.candidates();
    }

    /** 200 users with 25 of 120 items each, the popular ones more often. */
    private static int[][] trap() {
        Random random = new Random(5);
        int[][] rows = new int[5000][];
        for (int u = 0; u < 200; u++) {
            int[] items = random.ints(0, 120)
                    .map(i -> i * i / 120)
                    .distinct()
                    .limit(25)
                    .toArray();
            for (int n = 0; n < 25; n++) {
                rows[25 * u + n] = new int[] {u, items[n]};
            }
        }
        return rows;
    }

    /** One repeated row is one user's affair. */
    @Test
    void aRepeatedRowMovesNoFigureByMoreThanOneUser() throws DataException {
        int[][] once = trap();
        int[][] twice = Arrays.copyOf(once, once.length + 1);
        twice[once.length] = once[0];
        for (String algorithm : List.of("popularity", "item-knn")) {
            Map<String, Double> before =
                    tested(Toy.lines(200, 120, once), algorithm).metrics();
            String cut = cut();
            Map<String, Double> after =
                    tested(Toy.lines(200, 120, twice), algorithm).metrics();
            assertEquals("random-ratio:0.8 all:masked", cut);
            assertEquals(cut, cut());
            before.forEach((name, figure) -> assertEquals(figure, after.get(name), 1 / 200.0, algorithm + " " + name));
        }
    }

    /** Each of 60 users has all of its ten rows within a day of its own: nobody is new to the model. */
    @Test
    void oneSittingIsNotCutByTime() throws DataException {
        Random random = new Random(7);
        long[][] rows = new long[600][];
        for (int r = 0; r < rows.length; r++) {
            int item = random.nextInt(40);
            rows[r] = new long[] {r / 10, item * item / 40, r / 10 * 5L * DAY + r};
        }
        RunEvent.Tested tested = tested(Toy.of(60, 40, rows), "popularity");
        assertTrue(cut().startsWith("leave-one-out "), cut());
        assertEquals(60, tested.users());
        assertEquals(0, tested.coldUsers());
    }

    private static Dataset sequential(int users, int items) {
        return Toy.of(
                users,
                items,
                IntStream.range(0, users * items)
                        .mapToObj(r -> new long[] {r / items, r % items, r * DAY})
                        .toArray(long[][]::new));
    }

    private static Map<String, Dataset> extremes() {
        Map<String, Dataset> inputs = new LinkedHashMap<>();
        inputs.put("one user", sequential(1, 20));
        inputs.put("everybody has everything, one after the other", sequential(5, 5));
        inputs.put(
                "everybody has everything, by item",
                Toy.of(
                        20,
                        15,
                        IntStream.range(0, 300)
                                .mapToObj(r -> new long[] {r % 20, r / 20, r * DAY / 20})
                                .toArray(long[][]::new)));
        long[][] one = new long[180][];
        for (int r = 0; r < 20; r++) {
            one[r] = new long[] {0, r, r * 3L * DAY};
        }
        for (int r = 20; r < 180; r++) {
            one[r] = new long[] {1 + (r - 20) / 8, (r * 3L + r / 8) % 20, (r * 7L % 60) * DAY};
        }
        inputs.put("one user has everything", Toy.of(21, 20, one));
        GivenTest given = Toy.given(6, new int[][] {{3}, {}, {1}}, new int[][] {{4, 5}, {}, {4, 5}});
        inputs.put(
                "a user of the test part alone",
                Toy.of(3, 6, new long[][] {{0, 1, 0}, {0, 2, 1}, {1, 2, 0}, {1, 0, 1}}, false, given));
        return inputs;
    }

    @Test
    void extremesEndWithFigures() throws DataException {
        for (Map.Entry<String, Dataset> input : extremes().entrySet()) {
            for (String algorithm : List.of("popularity", "item-knn", "ease", "gmf")) {
                RunEvent end = train(input.getValue(), algorithm);
                assertTrue(end instanceof RunEvent.Finished, input.getKey() + ", " + algorithm + ": " + end);
            }
        }
    }

    @Test
    void theColdOneOfTheFilesIsReportedApart() throws DataException {
        RunEvent.Tested tested = tested(extremes().get("a user of the test part alone"), "popularity");
        assertEquals(1, tested.users());
        assertEquals(1, tested.coldUsers());
    }
}
