package dev.nara.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.run.RunJson;
import dev.nara.run.RunListener;
import dev.nara.run.RunState;
import dev.nara.spec.RunSpec;
import dev.nara.store.archive.RunArchive;
import dev.nara.store.entry.RunArtefact;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.entry.StudyRun;
import dev.nara.store.folder.Checkpoint;
import dev.nara.store.folder.Safetensors;
import dev.nara.store.folder.TestModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStoreTest {
    private static final RunSpec SPEC = RunSpec.draft()
            .data("/data")
            .format("toy")
            .fingerprint("0123456789abcdef")
            .split("time:2022-04-15")
            .candidates("all")
            .values(Map.of("layers", "8-4"))
            .epochs(3)
            .seed(7)
            .engine("mxnet")
            .device("cpu")
            .metrics("HR@10")
            .spec();
    private static final RunEvent.EpochDone EPOCH =
            new RunEvent.EpochDone("train", 1, 0.5, 1.25, 1000, 0.5, Map.of("HR@10", 0.25), true, Map.of());
    private static final RunEvent.Started STARTED =
            new RunEvent.Started("neumf", 5, 6, 7, 8, 3, "time:2022-04-15", "all", 4, Map.of("HR@10", 0.1), "none", "");

    @TempDir
    private Path workspace;

    @Test
    void oneProgramAtATimeHasTheWorkspaceForItself(@TempDir Path shared) throws Exception {
        try (RunStore second = RunStore.open(shared)) {
            try (RunStore first = RunStore.open(shared)) {
                assertTrue(first.claim().take());
                assertTrue(first.claim().take(), "as often as it is asked");
                assertFalse(second.claim().take());
            }
            assertTrue(second.claim().take());
        }
    }

    @Test
    void aDamagedCheckpointIsNotTrainedOnFrom() throws Exception {
        Path file = workspace.resolve("last.safetensors");
        Checkpoint.write(file, new Weights().put("x", new float[] {1, 2, 3}, 3).note("epoch", "1"), EPOCH, "run-a");
        assertEquals(1, Checkpoint.read(file, "run-a").orElseThrow().epoch().epoch());
        assertThrows(DataException.class, () -> Checkpoint.read(file, "run-b"), "of another run");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 2] ^= 1;
        Files.write(file, bytes);
        assertThrows(DataException.class, () -> Checkpoint.read(file, "run-a"), "another number than was written");
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 4));
        assertThrows(DataException.class, () -> Checkpoint.read(file, "run-a"), "one number too few");
    }

    @Test
    void whoeverLooksWhileARunEndsSeesItRunOrFinished() throws Exception {
        try (RunStore store = RunStore.open(workspace)) {
            AtomicBoolean done = new AtomicBoolean();
            CompletableFuture<Set<RunState>> seen = CompletableFuture.supplyAsync(() -> {
                Set<RunState> states = EnumSet.noneOf(RunState.class);
                while (!done.get()) {
                    try {
                        store.list().forEach(run -> states.add(run.state()));
                    } catch (DataException e) {
                        throw new IllegalStateException(e);
                    }
                }
                return states;
            });
            for (int n = 0; n < 20; n++) {
                store.recorder(store.create(SPEC)).event(new RunEvent.Finished(1, Map.of(), 1, false));
            }
            done.set(true);
            Set<RunState> states = seen.get(300, TimeUnit.SECONDS);
            assertTrue(EnumSet.of(RunState.RUNNING, RunState.FINISHED).containsAll(states), states.toString());
        }
    }

    @Test
    void eventsComeBackAsTheyWere() throws DataException {
        long run;
        try (RunStore store = RunStore.open(workspace)) {
            run = store.create(SPEC);
            RunListener recorder = store.recorder(run);
            recorder.event(STARTED);
            recorder.event(new RunEvent.Batch("train", 1, 5, 10, 0.7, 1, 3));
            recorder.event(EPOCH);
            recorder.event(new RunEvent.Finished(1, Map.of("HR@10", 0.25), 2, false));
        }
        try (RunStore again = RunStore.open(workspace)) {
            assertEquals(
                    List.of(STARTED, EPOCH, new RunEvent.Finished(1, Map.of("HR@10", 0.25), 2, false)),
                    again.events(run));
            assertEquals(Optional.of(EPOCH), again.list().get(0).best());
            assertEquals(SPEC, again.list().get(0).spec());
            assertEquals(RunState.FINISHED, again.list().get(0).state());
        }
    }

    @Test
    void aRunWhoseProcessIsGoneIsInterruptedAndKeepsItsEpochs() throws DataException, SQLException {
        long run;
        try (RunStore store = RunStore.open(workspace)) {
            run = store.create(SPEC);
            store.recorder(run).event(EPOCH);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + workspace.resolve("runs.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE runs SET state = 'RUNNING', process = 'former-name/12345/1700000000000'");
        }
        try (RunStore again = RunStore.open(workspace)) {
            assertEquals(RunState.INTERRUPTED, again.list().get(0).state());
            assertEquals(List.of(EPOCH), again.events(run));
        }
    }

    @Test
    void aWorkspaceOfAnOlderProgramIsBroughtUpToDate() throws DataException, SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + workspace.resolve("runs.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE runs (id INTEGER PRIMARY KEY AUTOINCREMENT,"
                    + " created TEXT NOT NULL, spec TEXT NOT NULL, state TEXT NOT NULL)");
            statement.execute("CREATE TABLE events (run INTEGER NOT NULL REFERENCES runs(id),"
                    + " seq INTEGER NOT NULL, event TEXT NOT NULL, PRIMARY KEY (run, seq))");
            statement.execute("INSERT INTO runs (created, spec, state) VALUES ('2026-01-02T03:04:05Z', '"
                    + RunJson.spec(SPEC) + "', 'FINISHED')");
            statement.execute("INSERT INTO events VALUES (1, 1, '" + RunJson.event(EPOCH) + "')");
        }
        try (RunStore store = RunStore.open(workspace)) {
            StoredRun old = store.list().get(0);
            assertEquals(SPEC, old.spec());
            assertEquals(Optional.of(EPOCH), old.best());
            assertEquals(2, store.create(SPEC));
        }
        RunStore.open(workspace).close();
    }

    @Test
    void aWorkspaceOfANewerProgramIsRefused() throws DataException, SQLException {
        RunStore.open(workspace).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + workspace.resolve("runs.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        assertThrows(DataException.class, () -> RunStore.open(workspace));
    }

    @Test
    void whatIsThrownAwayCanBeTakenBackUntilItIsCleanedUp() throws DataException, IOException {
        try (RunStore store = RunStore.open(workspace)) {
            long run = store.create(SPEC);
            TestModels.weights(store, run, new Weights().put("a", new float[] {1}, 1));
            store.recorder(run).event(new RunEvent.Finished(1, Map.of(), 2, false));
            store.trash().put(run);
            assertEquals(List.of(), store.list());
            store.trash().takeBack(run);
            assertEquals(run, store.list().get(0).id());
            store.trash().put(run);
            assertTrue(store.trash().clean() > 0);
            store.trash().takeBack(run);
            assertEquals(List.of(), store.list());
            assertFalse(Files.exists(store.files().folder(run)));
        }
    }

    @Test
    void cleaningUpKeepsTheBestOfEveryRun() throws DataException, IOException {
        try (RunStore store = RunStore.open(workspace)) {
            long run = store.create(SPEC);
            RunListener recorder = store.recorder(run);
            TestModels.weights(store, run, new Weights().put("a", new float[] {1}, 1));
            recorder.checkpoint(EPOCH, () -> new Weights().put("a", new float[] {1}, 1));
            assertEquals(0, store.trash().clean(), "a run under way keeps its checkpoint");
            recorder.event(new RunEvent.Finished(1, Map.of(), 2, false));
            assertTrue(store.trash().clean() > 0);
            assertTrue(Files.exists(TestModels.weightsFile(store, run)));
            assertFalse(Files.exists(store.files().checkpoint(run)));
        }
    }

    @Test
    void aRunTravelsAsOneFile() throws DataException, IOException {
        Path file = workspace.resolve("run.zip");
        try (RunStore store = RunStore.open(workspace)) {
            long run = store.create(SPEC);
            store.recorder(run).event(EPOCH);
            store.recorder(run).event(new RunEvent.Finished(1, Map.of("HR@10", 0.25), 2, false));
            store.label(run, new StoredRun.Label("첫 실행", "notes", "a, b", true));
            TestModels.weights(store, run, new Weights().put("a", new float[] {1}, 1));
            RunArchive.export(store, store.find("1"), file);
        }
        try (RunStore other = RunStore.open(workspace.resolve("other"))) {
            other.create(SPEC);
            long run = RunArchive.read(other, file);
            StoredRun read = other.find(Long.toString(run));
            assertEquals(RunState.FINISHED, read.state());
            assertEquals(new StoredRun.Label("첫 실행", "notes", "a, b", true), read.label());
            assertEquals(2, other.events(run).size());
            assertArrayEquals(
                    new float[] {1},
                    Safetensors.read(TestModels.weightsFile(other, run)).get("a"));
            Files.writeString(file, "something else");
            assertThrows(DataException.class, () -> RunArchive.read(other, file));
            assertEquals(2, other.list().size());
        }
    }

    @Test
    void aNewRunNeverInheritsAFolderThatWasThere() throws Exception {
        Files.createDirectories(workspace.resolve("runs/1"));
        Files.writeString(workspace.resolve("runs/1/last.safetensors"), "of a workspace whose database was lost");
        try (RunStore store = RunStore.open(workspace)) {
            assertEquals(2, store.create(SPEC, RunState.QUEUED, ""));
            assertEquals(Optional.empty(), store.resumption().resume(2));
        }
        assertTrue(Files.exists(workspace.resolve("runs/1/last.safetensors")), "nor is it deleted");
    }

    @Test
    void aRunDoesWithoutArtefactsThatCannotBeWritten() throws DataException {
        RunArtefact broken = (folder, events) -> {
            throw new IOException("no room");
        };
        RunArtefact wrong = (folder, events) -> {
            throw new IllegalStateException(events.toString());
        };
        try (RunStore store = RunStore.open(workspace, List.of(broken, wrong))) {
            store.recorder(store.create(SPEC)).event(new RunEvent.Finished(1, Map.of(), 2, false));
            assertEquals(RunState.FINISHED, store.find("1").state());
        }
    }

    @Test
    void terminalStatesNeverChange() throws DataException {
        try (RunStore store = RunStore.open(workspace)) {
            RunListener recorder = store.recorder(store.create(SPEC));
            recorder.event(new RunEvent.Cancelled(0, Map.of(), 1));
            recorder.event(new RunEvent.Failed("late", 0, ""));
            assertEquals(RunState.CANCELLED, store.list().get(0).state());
        }
    }

    @Test
    void latestIsTheNewestWithAModel() throws DataException, IOException {
        try (RunStore store = RunStore.open(workspace)) {
            assertThrows(DataException.class, () -> store.find("latest"));
            long first = store.create(SPEC);
            store.create(SPEC);
            TestModels.weights(store, first, new Weights().put("a", new float[] {1}, 1));
            assertEquals(first, store.find("latest").id());
            long trial = store.create(SPEC, new StudyRun(1, 1, List.of(), false));
            TestModels.weights(store, trial, new Weights().put("a", new float[] {1}, 1));
            assertEquals(first, store.find("latest").id(), "a trial of a search is asked for by its number");
            assertThrows(DataException.class, () -> store.find("77"));
        }
    }

    @Test
    void weightsSurviveTheirFile() throws IOException {
        Weights weights = new Weights()
                .put("table", new float[] {1, -2, 3.5f, Float.MIN_VALUE, 5, 6}, 2, 3)
                .put("bias", new float[] {0.25f}, 1);
        Path file = workspace.resolve("deep/weights.safetensors");
        Safetensors.write(file, weights);
        Weights again = Safetensors.read(file);
        assertEquals(weights.names(), again.names());
        assertArrayEquals(weights.get("table"), again.get("table"));
        assertArrayEquals(new int[] {2, 3}, again.shape("table"));
        assertArrayEquals(weights.get("bias"), again.get("bias"));
    }

    @Test
    void aDamagedWeightsFileIsRefused() throws IOException {
        Path file = workspace.resolve("weights.safetensors");
        Safetensors.write(file, new Weights().put("a", new float[100], 100));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 4));
        assertThrows(IOException.class, () -> Safetensors.read(file));
        Files.writeString(file, "something else entirely");
        assertThrows(IOException.class, () -> Safetensors.read(file));
    }

    /** Every bit of a small file, one after the other: header, notes, shapes and data. */
    @Test
    void noBitOfAWeightsFileCanBeChanged() throws IOException {
        Path file = workspace.resolve("weights.safetensors");
        Safetensors.write(
                file,
                new Weights()
                        .put("a", new float[] {1, 2}, 2)
                        .put("b", new float[] {3}, 1, 1)
                        .note("rate", "0.001")
                        .note("best_epoch", "7"));
        byte[] bytes = Files.readAllBytes(file);
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            Files.write(file, changed);
            int at = bit;
            assertThrows(IOException.class, () -> Safetensors.read(file), () -> "bit " + at);
        }
    }

    @Test
    void whatAnotherProgramDoesIsNoticed(@TempDir Path shared) throws DataException {
        try (RunStore here = RunStore.open(shared);
                RunStore there = RunStore.open(shared)) {
            assertFalse(here.changedElsewhere());
            here.parallelRuns(3);
            assertFalse(here.changedElsewhere(), "one's own doing");
            there.parallelRuns(2);
            assertTrue(here.changedElsewhere());
            assertFalse(here.changedElsewhere());
            assertEquals(2, here.parallelRuns());
        }
    }
}
