package dev.nara.store.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.NaraProcess;
import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.run.TakenAway;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a program that works on a run is alive is seen by the lock that it holds, and by nothing else. */
@Tag("process")
class LivingProcessesTest {
    private static final RunSpec SPEC = RunSpec.draft()
            .data("/data")
            .format("toy")
            .split("time:2022-04-15")
            .candidates("all")
            .algorithm("bpr")
            .epochs(3)
            .metrics("HR@10")
            .spec();

    @TempDir
    private Path folder;

    private static RunState state(RunStore store, long run) throws DataException {
        return store.find(Long.toString(run)).state();
    }

    private static void sql(Path workspace, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + workspace.resolve("runs.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    @Test
    void aRunIsRunningAsLongAsItsStoreIsOpen() throws Exception {
        Path workspace = folder.resolve("workspace");
        try (RunStore other = RunStore.open(workspace)) {
            long run;
            try (RunStore store = RunStore.open(workspace)) {
                run = store.create(SPEC);
                String name = store.find("1").process();
                assertTrue(name.matches("[0-9a-f]{32}"), () -> "neither host nor process nor time: " + name);
                assertEquals(RunState.RUNNING, state(other, run));
                assertTrue(other.owners().elsewhere(other.find("1")));
                assertThrows(DataException.class, () -> other.resumption().resume(run));
                assertThrows(DataException.class, () -> other.trash().put(run));
            }
            assertEquals(RunState.INTERRUPTED, state(other, run));
            assertFalse(other.owners().elsewhere(other.find("1")));
            other.resumption().resume(run);
            assertEquals(RunState.RUNNING, state(other, run));
        }
    }

    @Test
    void aRunOfAMachineThatHadAnotherNameIsInterrupted() throws Exception {
        Path workspace = folder.resolve("workspace");
        try (RunStore store = RunStore.open(workspace)) {
            store.create(SPEC);
        }
        sql(workspace, "UPDATE runs SET state = 'RUNNING', process = 'old-laptop-name/12345/1700000000000'");
        try (RunStore store = RunStore.open(workspace)) {
            assertEquals(RunState.INTERRUPTED, state(store, 1));
            store.resumption().resume(1);
        }
        sql(workspace, "UPDATE runs SET state = 'RUNNING', process = '../../etc/passwd'");
        try (RunStore store = RunStore.open(workspace)) {
            assertEquals(RunState.INTERRUPTED, state(store, 1));
            store.requests().stop(1);
            assertEquals(RunState.CANCELLED, state(store, 1));
        }
    }

    @Test
    void aClockThatIsSetChangesNothing() throws Exception {
        Path workspace = folder.resolve("workspace");
        for (String now : List.of("2001-01-01T00:00:00Z", "2100-01-01T00:00:00Z")) {
            try (RunStore trains = RunStore.open(workspace)) {
                long run = trains.create(SPEC);
                setClock(workspace, now);
                try (RunStore other = RunStore.open(workspace)) {
                    assertEquals(RunState.RUNNING, state(other, run), now);
                }
            }
            // As a program leaves it that is killed: the file is there, and nobody locks it.
            String dead = "0123456789abcdef0123456789abcdef";
            Files.createFile(workspace.resolve("processes").resolve(dead + ".lock"));
            sql(workspace, "UPDATE runs SET state = 'RUNNING', process = '" + dead + "'");
            setClock(workspace, now);
            try (RunStore other = RunStore.open(workspace)) {
                assertEquals(RunState.INTERRUPTED, state(other, 1), now);
            }
        }
    }

    /** All of a workspace as a machine writes it whose clock says something else. */
    private static void setClock(Path workspace, String now) throws IOException, SQLException {
        sql(workspace, "UPDATE runs SET head = NULL, created = '" + now + "'");
        try (Stream<Path> files = Files.list(workspace.resolve("processes"))) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.parse(now)));
            }
        }
    }

    @Test
    void inACopyOfAWorkspaceNobodyWorksOnTheRun() throws Exception {
        Path workspace = folder.resolve("workspace");
        try (RunStore store = RunStore.open(workspace)) {
            store.create(SPEC);
            copy(workspace, folder.resolve("copy"));
            try (RunStore copied = RunStore.open(folder.resolve("copy"))) {
                assertEquals(RunState.INTERRUPTED, state(copied, 1));
                copied.resumption().resume(1);
            }
            assertEquals(RunState.RUNNING, state(store, 1));
            Path link = Files.createSymbolicLink(folder.resolve("link"), workspace);
            try (RunStore linked = RunStore.open(link)) {
                assertEquals(RunState.RUNNING, state(linked, 1));
            }
        }
    }

    @Test
    void aRunThatIsTakenAwayGetsNothingMoreFromItsProgram() throws Exception {
        Path workspace = folder.resolve("workspace");
        RunEvent.EpochDone epoch =
                new RunEvent.EpochDone("train", 1, 0.5, 1, 10, 1, Map.of("HR@10", 0.2), true, Map.of());
        try (RunStore trains = RunStore.open(workspace);
                RunStore store = RunStore.open(workspace)) {
            long run = trains.create(SPEC);
            store.requests().takeAway(run);
            assertEquals(RunState.INTERRUPTED, state(store, run));
            assertThrows(TakenAway.class, () -> trains.recorder(run).event(epoch));
            store.resumption().resume(run);
            assertThrows(TakenAway.class, () -> trains.recorder(run).event(epoch));
            store.recorder(run).event(new RunEvent.Cancelled(0, Map.of(), 1));
            assertEquals(List.of(new RunEvent.Cancelled(0, Map.of(), 1)), store.events(run));
            assertThrows(DataException.class, () -> store.requests().takeAway(run), "it has ended");
        }
    }

    @Test
    void aProgramThatIsKilledIsSeenToBeGone() throws Exception {
        Path workspace = folder.resolve("workspace");
        Process trains = NaraProcess.start(folder, "train", "--algorithm", "mf", "--epochs", "100000", "--json");
        try (RunStore store = RunStore.open(workspace)) {
            BufferedReader events =
                    new BufferedReader(new InputStreamReader(trains.getInputStream(), StandardCharsets.UTF_8));
            events.readLine();
            assertEquals(RunState.RUNNING, state(store, 1));
            Path lock = workspace.resolve("processes").resolve(store.find("1").process() + ".lock");
            assertTrue(Files.exists(lock));
            trains.destroyForcibly().waitFor();
            assertEquals(RunState.INTERRUPTED, state(store, 1));
            RunStore.open(workspace).close();
            assertFalse(Files.exists(lock), "what the dead leave is deleted");
        } finally {
            trains.destroyForcibly().waitFor();
        }
    }
}
