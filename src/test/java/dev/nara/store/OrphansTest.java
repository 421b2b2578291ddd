package dev.nara.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.run.RunState;
import dev.nara.spec.RunSpec;
import dev.nara.store.entry.OrphanFolder;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.folder.FolderTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No run inherits what another left, and what a lost database knew is told again by the folders. */
class OrphansTest {
    @TempDir
    private Path folder;

    private Path workspace;

    @BeforeEach
    void train() throws Exception {
        workspace = folder.resolve("workspace");
        TrainedWorkspace.train(workspace, 1, 0);
    }

    private static List<Long> numbers(RunStore store) throws DataException {
        return store.orphans().list().stream().map(OrphanFolder::number).toList();
    }

    @Test
    void whereTheDatabaseWasLostANewRunIsAsInAFreshWorkspace() throws Exception {
        Files.delete(workspace.resolve("runs.db"));
        assertTrue(RunStore.exists(workspace));
        Path fresh = folder.resolve("fresh");
        assertEquals(2, TrainedWorkspace.train(workspace, 9, 0));
        assertEquals(1, TrainedWorkspace.train(fresh, 9, 0));
        try (RunStore store = RunStore.open(workspace);
                RunStore other = RunStore.open(fresh)) {
            assertEquals(List.of(1L), numbers(store));
            assertEquals(1, store.orphans().count());
            assertTrue(store.orphans().list().get(0).adoptable());
            assertEquals(
                    other.find("1").best().orElseThrow().metrics(),
                    store.find("2").best().orElseThrow().metrics());
            Weights expected = other.models().weights(other.find("1"));
            Weights found = store.models().weights(store.find("2"));
            assertEquals(expected.names(), found.names());
            for (String name : expected.names()) {
                assertArrayEquals(expected.get(name), found.get(name), name);
            }
        }
    }

    @Test
    void anAdoptedRunIsWhatItWas() throws Exception {
        List<Object> before;
        try (RunStore store = RunStore.open(workspace)) {
            store.label(1, new StoredRun.Label("첫 실행", "notes", "a, b", true));
            before = TrainedWorkspace.contents(store, 1);
        }
        Files.write(workspace.resolve("runs.db"), new byte[0]);
        try (RunStore store = RunStore.open(workspace)) {
            assertEquals(List.of(), store.list());
            OrphanFolder orphan = store.orphans().list().get(0);
            store.orphans().adopt(orphan);
            assertEquals(before, TrainedWorkspace.contents(store, 1));
            assertEquals(List.of(), numbers(store));
            assertFalse(store.models().weights(store.find("1")).names().isEmpty());
            assertTrue(store.models().userFigures(1).isPresent());
            assertThrows(DataException.class, () -> store.orphans().adopt(orphan), "it is there");
            assertEquals(2, store.create(store.find("1").spec(), RunState.QUEUED, ""));
        }
    }

    @Test
    void anAdoptedRunThatWasLeftEndsAsIfNothingHadBeen() throws Exception {
        TrainedWorkspace.train(workspace, 1, 2);
        Files.delete(workspace.resolve("runs.db"));
        try (RunStore store = RunStore.open(workspace)) {
            for (OrphanFolder orphan : store.orphans().list()) {
                store.orphans().adopt(orphan);
            }
            assertEquals(RunState.PAUSED, store.find("2").state());
        }
        TrainedWorkspace.resume(workspace, 2);
        try (RunStore store = RunStore.open(workspace)) {
            assertEquals(RunState.FINISHED, store.find("2").state());
            assertEquals(
                    store.find("1").best().orElseThrow().metrics(),
                    store.find("2").best().orElseThrow().metrics());
            assertEquals(
                    store.find("1").tested().orElseThrow().metrics(),
                    store.find("2").tested().orElseThrow().metrics());
        }
    }

    @Test
    void aFolderOfAnotherRunIsNotReadUnderTheNumberOfARow() throws Exception {
        Path backup = folder.resolve("backup.db");
        RunSpec spec;
        try (RunStore store = RunStore.open(workspace)) {
            spec = store.find("1").spec();
        }
        TrainedWorkspace.train(workspace, 2, 2);
        Files.copy(workspace.resolve("runs.db"), backup);
        // Another life of the workspace, in which number 2 is another run.
        Path other = folder.resolve("other");
        TrainedWorkspace.train(other, 3, 0);
        TrainedWorkspace.train(other, 4, 3);
        FolderTree.delete(workspace.resolve("runs/2"));
        TrainedWorkspace.copy(other.resolve("runs/2"), workspace.resolve("runs/2"));
        try (RunStore store = RunStore.open(workspace)) {
            assertEquals(List.of(3L), numbers(store), "it has a number of its own now");
            assertFalse(Files.exists(store.files().folder(2)));
            StoredRun second = store.find("2");
            assertThrows(DataException.class, () -> store.models().weights(second));
            assertThrows(DataException.class, () -> store.resumption().resume(2), "its checkpoint is gone");
            assertEquals(4, store.create(spec, RunState.QUEUED, ""));
            store.orphans().adopt(store.orphans().list().get(0));
            assertEquals(4, store.find("3").spec().seed());
        }
    }

    @Test
    void aFolderThatDoesNotTellItsRunIsSetAsideAndNothingOfItIsLost() throws Exception {
        Files.delete(workspace.resolve("runs.db"));
        TrainedWorkspace.flip(workspace.resolve("runs/1/run.json"), 40);
        try (RunStore store = RunStore.open(workspace)) {
            OrphanFolder orphan = store.orphans().list().get(0);
            assertFalse(orphan.adoptable());
            DataException refused =
                    assertThrows(DataException.class, () -> store.orphans().adopt(orphan));
            assertTrue(refused.message(Locale.ENGLISH).contains("nara workspace check --repair"), refused.getMessage());
            assertEquals(workspace.resolve("set-aside/run-1"), store.orphans().setAside(orphan));
            assertEquals(List.of(), numbers(store));
            assertTrue(Files.exists(workspace.resolve("set-aside/run-1/last.safetensors")));
        }
    }

    @Test
    void aRunThatIsBeingStoredOrDeletedIsNoOrphan() throws Exception {
        try (RunStore store = RunStore.open(workspace)) {
            Files.createDirectories(workspace.resolve("runs/7"));
            Files.createFile(workspace.resolve("runs/7/.unsettled"));
            Files.createDirectories(workspace.resolve("runs/.new-somebody.1"));
            assertEquals(List.of(), numbers(store));
        }
    }
}
