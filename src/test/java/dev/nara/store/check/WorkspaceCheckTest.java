package dev.nara.store.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import dev.nara.data.Pseudonyms;
import dev.nara.data.SealedJson;
import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.store.RunStore;
import dev.nara.store.TrainedWorkspace;
import dev.nara.store.database.ReferenceTable;
import dev.nara.store.entry.StoredStudy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was changed in a workspace is found, and what can be mended is. */
class WorkspaceCheckTest {
    @TempDir
    private Path folder;

    private Path workspace;

    /** 1 has ended, 2 was left after two epochs. */
    @BeforeEach
    void train() throws Exception {
        workspace = folder.resolve("workspace");
        TrainedWorkspace.train(workspace, 1, 0);
        TrainedWorkspace.train(workspace, 1, 2);
    }

    private List<String> found(boolean repair) throws DataException {
        return check(repair).findings().stream()
                .map(finding -> finding.kind() + " " + finding.what() + (finding.repaired() ? " mended" : ""))
                .toList();
    }

    private void assertWhole() throws DataException {
        assertEquals(List.of(), found(false));
    }

    private Path best(long run) throws IOException {
        try (Stream<Path> files = Files.list(workspace.resolve("runs/" + run))) {
            return files.filter(file -> file.getFileName().toString().matches("best-\\d+\\.safetensors"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private WorkspaceCheck.Report check(boolean repair) throws DataException {
        return WorkspaceCheck.of(workspace, repair, store -> store.studies().damaged());
    }

    @Test
    void aWorkspaceAsTheProgramLeavesItIsWhole() throws Exception {
        WorkspaceCheck.Report report = check(false);
        assertEquals(2, report.runs());
        assertEquals(List.of(), report.findings());
        assertEquals(0, report.left());
        TrainedWorkspace.resume(workspace, 2);
        assertWhole();
    }

    @Test
    void aDamagedRowIsRebuiltFromTheFolder() throws Exception {
        List<Object> before;
        try (RunStore store = RunStore.open(workspace)) {
            before = TrainedWorkspace.contents(store, 1);
        }
        TrainedWorkspace.sql(
                workspace, "UPDATE runs SET spec = replace(spec, '\"epochs\":4', '\"epochs\":9') WHERE id = 1");
        assertEquals(List.of("RUN runs.db"), found(false));
        assertEquals(List.of("RUN runs.db mended"), found(true));
        try (RunStore store = RunStore.open(workspace)) {
            assertEquals(before, TrainedWorkspace.contents(store, 1));
        }
        assertWhole();
    }

    /** Each is a change of one value of the database that decides what is told of run 1. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE runs SET created = '2020-01-01T00:00:00Z' WHERE id = 1",
                "UPDATE runs SET created = 'banana' WHERE id = 1",
                "UPDATE runs SET series = 'other' WHERE id = 1",
                "UPDATE events SET event = replace(event, '\"loss\":0', '\"loss\":1') WHERE run = 1 AND seq = 2",
                "UPDATE events SET event = '{' WHERE run = 1 AND seq = 3",
                "UPDATE events SET event = replace(event, '\"HR@10\":0', '\"HR@10\":1') WHERE run = 1",
                "UPDATE runs SET environment = '[' WHERE id = 1",
                "UPDATE runs SET environment = '{\"cores\":\"x\"}', sum = NULL WHERE id = 1",
                "DELETE FROM events WHERE run = 1 AND seq = 3",
                "UPDATE events SET seq = 99 WHERE run = 1 AND seq = 2"
            })
    void soIsEveryOther(String change) throws Exception {
        List<Object> before;
        try (RunStore store = RunStore.open(workspace)) {
            before = TrainedWorkspace.contents(store, 1);
        }
        TrainedWorkspace.sql(workspace, change);
        try (RunStore store = RunStore.open(workspace)) {
            assertEquals(2, store.list().size() + store.damaged().size());
            assertEquals(RunState.PAUSED, store.find("2").state());
        }
        assertEquals(List.of("RUN runs.db mended"), found(true));
        try (RunStore store = RunStore.open(workspace)) {
            assertEquals(before, TrainedWorkspace.contents(store, 1));
        }
        assertWhole();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lost", "emptied", "overwritten"})
    void withoutADatabaseTheFoldersTellTheRuns(String how) throws Exception {
        List<Object> before;
        try (RunStore store = RunStore.open(workspace)) {
            before = TrainedWorkspace.contents(store, 1);
        }
        Path file = workspace.resolve("runs.db");
        switch (how) {
            case "lost" -> Files.delete(file);
            case "emptied" -> Files.write(file, new byte[0]);
            default -> Files.write(file, new byte[10_000]);
        }
        List<String> found = found(true);
        assertEquals(
                how.equals("overwritten")
                        ? List.of("DATABASE runs.db mended", "ORPHAN runs/1 mended", "ORPHAN runs/2 mended")
                        : List.of("ORPHAN runs/1 mended", "ORPHAN runs/2 mended"),
                found);
        assertEquals(how.equals("overwritten"), Files.exists(workspace.resolve("set-aside/runs.db")));
        try (RunStore store = RunStore.open(workspace)) {
            assertEquals(before, TrainedWorkspace.contents(store, 1));
        }
        TrainedWorkspace.resume(workspace, 2);
        assertWhole();
    }

    @Test
    void aDatabaseThatIsNoneIsReportedWithItsRemedy() throws Exception {
        Files.write(workspace.resolve("runs.db"), "x".repeat(5000).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        DataException damaged = assertThrows(DataException.class, () -> RunStore.open(workspace));
        assertTrue(damaged.message(Locale.ENGLISH).contains("nara workspace check --repair"), damaged.getMessage());
        assertEquals(List.of("DATABASE runs.db"), found(false));
    }

    /** What can be read again from what is whole, or is written anew when it is needed. */
    @ParameterizedTest
    @ValueSource(strings = {"batches.bin", "canaries.jsonl", "split.jsonl", "run.log", "run.json"})
    void aFileBesideTheResultIsMendedAndKept(String name) throws Exception {
        Path file = workspace.resolve("runs/2/" + name);
        TrainedWorkspace.flip(file, -40);
        assertEquals(List.of("FILE runs/2/" + name), found(false));
        assertEquals(List.of("FILE runs/2/" + name + " mended"), found(true));
        assertEquals(!name.equals("run.json"), Files.exists(workspace.resolve("set-aside/run-2-" + name)));
        assertWhole();
        TrainedWorkspace.resume(workspace, 2);
        try (RunStore store = RunStore.open(workspace)) {
            assertEquals(
                    store.find("1").tested().orElseThrow().metrics(),
                    store.find("2").tested().orElseThrow().metrics());
        }
        assertWhole();
    }

    @Test
    void aDamagedSplitIsNotResumedOn() throws Exception {
        TrainedWorkspace.flip(workspace.resolve("runs/2/split.jsonl"), 200);
        try (RunStore store = RunStore.open(workspace)) {
            DataException refused =
                    assertThrows(DataException.class, () -> store.resumption().resume(2));
            assertTrue(refused.message(Locale.ENGLISH).contains("nara workspace check --repair"), refused.getMessage());
        }
    }

    @Test
    void weightsAndCheckpointsThatAreNeededAreReportedAndStay() throws Exception {
        TrainedWorkspace.flip(best(1), -3);
        TrainedWorkspace.flip(workspace.resolve("runs/2/last.safetensors"), 60);
        String model = "FILE " + workspace.relativize(best(1));
        assertEquals(List.of(model, "FILE runs/2/last.safetensors"), found(true));
        assertTrue(Files.exists(best(1)));
        TrainedWorkspace.flip(best(1), -3);
        Files.delete(best(2));
        assertEquals(2, check(true).left(), "a checkpoint that is damaged, weights that are gone");
    }

    @Test
    void aCheckpointThatNobodyNeedsIsSetAside() throws Exception {
        TrainedWorkspace.flip(workspace.resolve("runs/1/last.safetensors"), 60);
        assertEquals(List.of("FILE runs/1/last.safetensors mended"), found(true));
        assertFalse(Files.exists(workspace.resolve("runs/1/last.safetensors")));
        assertTrue(Files.exists(workspace.resolve("set-aside/run-1-last.safetensors")));
        assertWhole();
    }

    @Test
    void weightsOfAnotherRunAreFound() throws Exception {
        Files.copy(best(2), best(1), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertEquals(1, check(false).left());
    }

    @Test
    void studiesAndReferencesAreChecked() throws Exception {
        try (RunStore store = RunStore.open(workspace)) {
            store.studies().create("{\"a\":1}");
            store.studies().create("{\"a\":2}");
            store.studies().ask(2, "{\"event\":\"paused\"}");
            store.references().keep("key", new ReferenceTable.Figures(Map.of("HR@10", 0.5), Map.of("HR@10", 0.25)));
            store.parallelRuns(3);
        }
        assertWhole();
        TrainedWorkspace.sql(
                workspace,
                "UPDATE studies SET spec = '{\"a\":3}' WHERE id = 1",
                "UPDATE study_events SET event = '{\"event\":\"stopped\"}' WHERE study = 2",
                "UPDATE reference_figures SET figures = replace(figures, '0.5', '0.9')",
                "UPDATE choices SET value = '7'");
        try (RunStore store = RunStore.open(workspace)) {
            assertEquals(
                    List.of(2L),
                    store.studies().list().stream().map(StoredStudy::id).toList());
            assertThrows(DataException.class, () -> store.studies().find(1));
            DataException damaged =
                    assertThrows(DataException.class, () -> store.studies().events(2, 0));
            assertTrue(damaged.message(Locale.ENGLISH).contains("Search 2 is damaged"), damaged.getMessage());
            assertTrue(store.references().find("key").isEmpty());
            assertEquals(1, store.parallelRuns());
        }
        assertEquals(
                List.of("STUDY runs.db mended", "STUDY runs.db mended", "REFERENCE reference_figures mended"),
                found(true));
        assertWhole();
        try (RunStore store = RunStore.open(workspace)) {
            store.parallelRuns(2);
            assertEquals(2, store.parallelRuns());
        }
    }

    @Test
    void aDamagedKeyOfNamesIsSetAside() throws Exception {
        Pseudonyms.of(workspace);
        TrainedWorkspace.flip(workspace.resolve("pseudonyms.key"), 7);
        assertEquals(List.of("FILE pseudonyms.key"), found(false));
        assertEquals(List.of("FILE pseudonyms.key mended"), found(true));
        assertTrue(Files.exists(workspace.resolve("set-aside/pseudonyms.key")));
        assertWhole();
    }

    @Test
    void whatOthersMayReadIsClosed() throws Exception {
        Path file = workspace.resolve("runs/1/run.log");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertEquals(List.of("PERMISSION runs/1/run.log"), found(false));
        assertEquals(List.of("PERMISSION runs/1/run.log mended"), found(true));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertWhole();
    }

    /** Tables that are not those of the program, and rows that lost what they belong to. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE events",
                "DROP TABLE looks",
                "ALTER TABLE runs RENAME COLUMN notes TO remarks",
                "PRAGMA user_version = -1",
                "PRAGMA user_version = 3",
                "PRAGMA user_version = 0"
            })
    void tablesThatAreOthersAreSetAsideAndBuiltAnew(String change) throws Exception {
        List<Object> before;
        try (RunStore store = RunStore.open(workspace)) {
            before = TrainedWorkspace.contents(store, 1);
        }
        TrainedWorkspace.sql(workspace, change);
        DataException damaged = assertThrows(DataException.class, () -> RunStore.open(workspace));
        assertTrue(damaged.message(Locale.ENGLISH).contains("nara workspace check --repair"), damaged.getMessage());
        assertEquals(List.of("DATABASE runs.db"), found(false));
        assertEquals(List.of("DATABASE runs.db mended", "ORPHAN runs/1 mended", "ORPHAN runs/2 mended"), found(true));
        assertTrue(Files.exists(workspace.resolve("set-aside/runs.db")));
        try (RunStore store = RunStore.open(workspace)) {
            assertEquals(before, TrainedWorkspace.contents(store, 1));
        }
        assertWhole();
    }

    @Test
    void eventsThatLostTheirRunsAreReportedOnce() throws Exception {
        List<Object> before;
        try (RunStore store = RunStore.open(workspace)) {
            before = TrainedWorkspace.contents(store, 1);
        }
        TrainedWorkspace.sql(workspace, "DELETE FROM runs", "DELETE FROM sqlite_sequence");
        assertEquals(List.of("ORPHAN runs/1 mended", "ORPHAN runs/2 mended"), found(true));
        try (RunStore store = RunStore.open(workspace)) {
            assertEquals(before, TrainedWorkspace.contents(store, 1));
        }
        assertWhole();
    }

    /** A run of a number that was given before would begin with the events of the other. */
    @Test
    void aNewRunTakesNoEventsOfOneThatIsGone() throws Exception {
        TrainedWorkspace.sql(workspace, "DELETE FROM runs WHERE id = 2", "DELETE FROM sqlite_sequence");
        try (Stream<Path> files = Files.walk(workspace.resolve("runs/2"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        assertEquals(3, TrainedWorkspace.train(workspace, 5, 1));
        try (RunStore store = RunStore.open(workspace)) {
            assertEquals(1, RunEvent.epochs(store.events(3)).size());
        }
    }

    /** It names no run, with a sum that fits. */
    @Test
    void aFolderThatSaysSomethingElseThanARunIsReported() throws Exception {
        Path file = workspace.resolve("runs/1/run.json");
        String plain = SealedJson.open(Files.readString(file).strip());
        Files.writeString(file, SealedJson.seal(plain.replaceFirst("\"values\":\\{[^}]*}", "\"values\":[]")) + "\n");
        TrainedWorkspace.sql(workspace, "UPDATE runs SET spec = '{' WHERE id = 1");
        assertEquals(List.of("RUN runs.db"), found(false));
        assertEquals(List.of("RUN runs.db"), found(true));
    }

    @Test
    void whatAKilledProgramWasWritingIsSwept() throws Exception {
        Path dead = Files.writeString(workspace.resolve(".canaries.txt.2147483647.tmp"), "kim");
        Path ofRun = Files.writeString(workspace.resolve("runs/1/.split.jsonl.2147483647.tmp"), "kim");
        Path alive = Files.writeString(
                workspace.resolve(".canaries.txt." + ProcessHandle.current().pid() + ".tmp"), "kim");
        RunStore.open(workspace).close();
        assertFalse(Files.exists(dead));
        assertTrue(Files.exists(alive), "another program may be writing it");
        found(true);
        assertFalse(Files.exists(ofRun));
    }

    @Test
    void watchedUsersOfWhateverBytesAreRead() throws Exception {
        Files.write(workspace.resolve("canaries.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 'a', 0, '\n', 'b', '\n'});
        try (RunStore store = RunStore.open(workspace)) {
            assertTrue(store.watchedUsers().chosen().contains("b"));
        }
    }

    /** Every file is whole, and is the run's own. */
    @Test
    void aCheckpointOfOtherSettingsIsReportedInWords() throws Exception {
        TrainedWorkspace.sql(
                workspace, "UPDATE runs SET sum = NULL, spec = json_set(spec, '$.values.factors', '3') WHERE id = 2");
        TrainedWorkspace.resume(workspace, 2);
        try (RunStore store = RunStore.open(workspace)) {
            List<RunEvent> events = store.events(2);
            RunEvent.Failed failed = assertInstanceOf(RunEvent.Failed.class, events.get(events.size() - 1));
            assertTrue(failed.message().contains("checkpoint is damaged"), failed.message());
        }
    }

    @Test
    void whatIsDamagedIsReportedWithoutNamesOfCode() throws Exception {
        TrainedWorkspace.sql(workspace, "UPDATE runs SET environment = '{\"cores\":\"x\"}', sum = NULL WHERE id = 1");
        try (RunStore store = RunStore.open(workspace)) {
            String said = store.damaged().get(0).problem().message(Locale.ENGLISH);
            assertTrue(said.contains("Expected an int"), said);
            assertFalse(said.contains("Exception"), said);
        }
    }

    @Test
    void anEventOfAStudyThatIsGoneIsMissed() throws Exception {
        try (RunStore store = RunStore.open(workspace)) {
            store.studies().create("{\"a\":1}");
            store.studies().ask(1, "{\"event\":\"a\"}");
            store.studies().ask(1, "{\"event\":\"b\"}");
        }
        TrainedWorkspace.sql(workspace, "DELETE FROM study_events WHERE seq = 1");
        assertEquals(List.of("STUDY runs.db"), found(false));
    }

    /** It has no end, and a length of 0. */
    @ParameterizedTest
    @ValueSource(strings = {"run.json", "run.log", "batches.bin", "canaries.jsonl"})
    void aDeviceInThePlaceOfAFileHoldsNobodyUp(String name) throws Exception {
        Path file = workspace.resolve("runs/1/" + name);
        Files.delete(file);
        Files.createSymbolicLink(file, Path.of("/dev/zero"));
        try (RunStore store = RunStore.open(workspace)) {
            assertEquals(2, store.list().size());
        }
        found(true);
        assertWhole();
    }
}
