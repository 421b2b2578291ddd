package dev.nara.store.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Toy;
import dev.nara.run.RunControl;
import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.database.FaultyConnection;
import dev.nara.store.entry.StoredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The weights and the users' figures on disk are those of the epoch that is stored as the best one, whenever a program ends. */
@Tag("process")
class BestFilesTest {
    private static final Dataset DATA = Toy.twoTastes(40, 60, 12);
    private static final RunSpec SPEC = RunSpec.draft()
            .data("/data")
            .format("toy")
            .fingerprint(DATA.fingerprint())
            .split("leave-one-out")
            .validation("none")
            .candidates("all")
            .algorithm("bpr")
            .epochs(4)
            .metrics("HR@10")
            .spec();

    @TempDir
    private Path folder;

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static Optional<String> epochOf(Path file) throws IOException {
        return Files.exists(file) ? Optional.of(Safetensors.read(file).note("best_epoch")) : Optional.empty();
    }

    private static void assertFilesOfTheBestEpoch(RunStore store) throws Exception {
        for (StoredRun run : store.list()) {
            Optional<String> best = run.best().map(epoch -> Integer.toString(epoch.epoch()));
            assertEquals(best, epochOf(TestModels.weightsFile(store, run.id())));
            assertEquals(best.isPresent(), store.models().hasWeights(run));
            Optional<String> reported =
                    run.spec().chosenOnTest() ? best : run.tested().map(tested -> Integer.toString(tested.epoch()));
            assertEquals(
                    reported,
                    store.models().userFigures(run.id()).map(figures -> figures.note("best_epoch")),
                    "figures of what the events tell");
        }
    }

    /** What another program would find at that moment, which opens nothing and corrects nothing. */
    private static void assertTheStoredBestIsThere(Path workspace, boolean chosenOnTest) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + workspace.resolve("runs.db"));
                Statement statement = connection.createStatement();
                ResultSet best = statement.executeQuery(
                        "SELECT id, json_extract(best, '$.epoch'), tested FROM runs" + " WHERE best <> ''")) {
            while (best.next()) {
                Path files = workspace.resolve("runs/" + best.getLong(1));
                Optional<String> epoch = Optional.of(best.getString(2));
                assertEquals(epoch, epochOf(files.resolve("best-" + best.getInt(2) + ".safetensors")));
                if (chosenOnTest || !best.getString(3).isEmpty()) {
                    assertEquals(epoch, epochOf(files.resolve("best-" + best.getInt(2) + "-users.safetensors")));
                }
            }
        }
    }

    private static List<RunEvent> tests(RunStore store) throws DataException {
        return store.events(1).stream()
                .filter(RunEvent.Tested.class::isInstance)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "ratio:0.7"})
    void whereverAProgramIsKilledTheFilesAreOfTheStoredBestEpoch(String validation) throws Exception {
        Path workspace = folder.resolve("workspace");
        List<Path> killed = new ArrayList<>();
        FaultyConnection watched = new FaultyConnection(number -> {
            Path moment = folder.resolve("killed" + number);
            copy(workspace, moment);
            killed.add(moment);
        });
        List<RunEvent> reported;
        PreparedRun prepared = TestServices.on(folder)
                .prepare(SPEC.change().validation(validation).spec(), DATA);
        try (RunStore store = RunStore.open(workspace, List.of(), watched.connector())) {
            long run = store.create(prepared.spec(), RunState.QUEUED, "");
            watched.arm();
            store.runner(run, prepared, event -> {}, new RunControl()).run();
            reported = tests(store);
            assertEquals(validation.equals("none") ? 0 : 1, reported.size());
            assertTrue(RunEvent.epochs(store.events(run)).stream()
                            .filter(RunEvent.EpochDone::best)
                            .count()
                    > 1);
            assertFilesOfTheBestEpoch(store);
        }
        for (Path moment : killed) {
            assertTheStoredBestIsThere(moment, validation.equals("none"));
            try (RunStore store = RunStore.open(moment)) {
                assertFilesOfTheBestEpoch(store);
                if (store.resumption().possible(store.find("1"))) {
                    store.runner(1, prepared, event -> {}, new RunControl()).run();
                    assertFilesOfTheBestEpoch(store);
                    assertEquals(RunState.FINISHED, store.find("1").state());
                    assertEquals(reported, tests(store), "tested once, to the same figures");
                }
            }
        }
    }

    private static RunEvent.EpochDone epoch(int number) {
        return new RunEvent.EpochDone("train", number, 0.5, 1, 10, 1, Map.of("HR@10", 0.1 * number), true, Map.of());
    }

    private static Weights weights() {
        return new Weights().put("a", new float[] {1, 2}, 2);
    }

    private List<String> files(long run) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("runs").resolve(Long.toString(run)))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatIsTheBestNoMoreIsDeletedAndWhatMayBecomeItStaysUntilTheRunEnds() throws Exception {
        try (RunStore store = RunStore.open(folder)) {
            store.create(SPEC);
            store.recorder(1).event(epoch(2));
            BestFiles best = new BestFiles(store.files(), 1, store.identity(store.find("1")));
            for (int epoch = 1; epoch <= 3; epoch++) {
                best.write(epoch, weights());
                best.writeUserFigures(epoch, weights());
            }
        }
        try (RunStore store = RunStore.open(folder)) {
            assertEquals(
                    List.of(
                            "best-2-users.safetensors",
                            "best-2.safetensors",
                            "best-3-users.safetensors",
                            "best-3.safetensors",
                            "run.json",
                            "run.log"),
                    files(1));
            store.requests().stop(1);
            assertTrue(store.trash().clean() > 0);
            assertEquals(List.of("best-2-users.safetensors", "best-2.safetensors", "run.json", "run.log"), files(1));
            assertEquals("2", store.models().weights(store.find("1")).note("best_epoch"));
        }
    }

    @Test
    void filesAsAnEarlierVersionCalledThemAreRead() throws Exception {
        try (RunStore store = RunStore.open(folder)) {
            for (int run = 1; run <= 2; run++) {
                store.create(SPEC);
                store.recorder(run).event(epoch(2));
                Weights of = weights()
                        .note("best_epoch", "2")
                        .note("run_identity", store.identity(store.find(Integer.toString(run))));
                String name = run == 1 ? "best.safetensors" : "next-best.safetensors";
                Safetensors.write(store.files().folder(run).resolve(name), of);
            }
        }
        try (RunStore store = RunStore.open(folder)) {
            assertEquals("2", store.models().weights(store.find("1")).note("best_epoch"));
            assertEquals("2", store.models().weights(store.find("2")).note("best_epoch"));
            assertEquals(List.of("best.safetensors", "run.json", "run.log"), files(1));
            assertEquals(List.of("best-2.safetensors", "run.json", "run.log"), files(2));
        }
    }

    @Test
    void weightsOfAnotherRunOrEpochAreNeverRead() throws Exception {
        try (RunStore store = RunStore.open(folder)) {
            for (int run = 1; run <= 2; run++) {
                store.create(SPEC);
                store.recorder(run).event(epoch(2));
                new BestFiles(store.files(), run, store.identity(store.find(Integer.toString(run))))
                        .write(2, weights());
            }
            Path first = store.files().folder(1).resolve("best-2.safetensors");
            Path second = store.files().folder(2).resolve("best-2.safetensors");
            Files.copy(second, first, StandardCopyOption.REPLACE_EXISTING);
            DataException other =
                    assertThrows(DataException.class, () -> store.models().weights(store.find("1")));
            assertTrue(other.message(Locale.ENGLISH).contains("The weights of run 1 are damaged"), other.getMessage());
            Files.copy(second, store.files().folder(2).resolve("best-3.safetensors"));
            store.recorder(2).event(epoch(3));
            assertThrows(DataException.class, () -> store.models().weights(store.find("2")));
        }
    }
}
