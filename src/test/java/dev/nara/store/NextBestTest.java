package dev.nara.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
class NextBestTest {
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
            assertEquals(best, epochOf(store.files().weights(run.id())));
            Optional<String> told =
                    run.spec().chosenOnTest() ? best : run.tested().map(tested -> Integer.toString(tested.epoch()));
            assertEquals(told, epochOf(store.files().userFigures(run.id())), "figures of what the events tell");
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
        List<RunEvent> told;
        PreparedRun prepared = TestServices.on(folder)
                .prepare(SPEC.change().validation(validation).spec(), DATA);
        try (RunStore store = RunStore.open(workspace, List.of(), watched.connector())) {
            long run = store.create(prepared.spec(), RunState.QUEUED, "");
            watched.arm();
            store.runner(run, prepared, event -> {}, new RunControl()).run();
            told = tests(store);
            assertEquals(validation.equals("none") ? 0 : 1, told.size());
            assertTrue(RunEvent.epochs(store.events(run)).stream()
                            .filter(RunEvent.EpochDone::best)
                            .count()
                    > 1);
            assertFilesOfTheBestEpoch(store);
        }
        for (Path moment : killed) {
            try (RunStore store = RunStore.open(moment)) {
                assertFilesOfTheBestEpoch(store);
                if (store.resumption().possible(store.find("1"))) {
                    store.runner(1, prepared, event -> {}, new RunControl()).run();
                    assertFilesOfTheBestEpoch(store);
                    assertEquals(RunState.FINISHED, store.find("1").state());
                    assertEquals(told, tests(store), "tested once, to the same figures");
                }
            }
        }
    }

    @Test
    void ofAProgramThatWasKilledAfterTheEventTheFilesTakeTheirPlaceOnOpening() throws Exception {
        RunEvent.EpochDone second =
                new RunEvent.EpochDone("train", 2, 0.5, 1, 10, 1, Map.of("HR@10", 0.2), true, Map.of());
        try (RunStore store = RunStore.open(folder)) {
            for (int run = 1; run <= 2; run++) {
                store.create(SPEC);
                store.recorder(run).event(second);
            }
            NextBest of1 = new NextBest(store.files(), 1, store.identity(store.find("1")));
            of1.writeUserFigures(2, weights());
            of1.write(2, weights());
            NextBest of2 = new NextBest(store.files(), 2, store.identity(store.find("2")));
            of2.writeUserFigures(3, weights());
            of2.write(3, weights());
        }
        try (RunStore store = RunStore.open(folder)) {
            assertEquals(Optional.of("2"), epochOf(store.files().weights(1)));
            assertEquals(Optional.of("2"), epochOf(store.files().userFigures(1)));
            assertFalse(Files.exists(store.files().weights(2)), "of an epoch whose event is not stored");
            store.requests().stop(2);
            assertTrue(store.trash().clean() > 0);
            for (Path file : List.of(store.files().nextWeights(2), store.files().nextUserFigures(2))) {
                assertFalse(Files.exists(file), "nobody resumes from it");
            }
        }
    }

    private static Weights weights() {
        return new Weights().put("a", new float[] {1, 2}, 2);
    }
}
