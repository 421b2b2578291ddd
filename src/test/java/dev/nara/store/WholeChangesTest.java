package dev.nara.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Toy;
import dev.nara.run.RunControl;
import dev.nara.run.RunEvent;
import dev.nara.run.RunJson;
import dev.nara.run.RunListener;
import dev.nara.run.RunState;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.archive.RunArchive;
import dev.nara.store.database.FaultyConnection;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.folder.TestModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever fails, and whenever a program is killed: a change of the store is there as a whole or not at all. */
@Tag("process")
class WholeChangesTest {
    private static final Dataset DATA = Toy.twoTastes(4, 6, 3);
    private static final RunSpec SPEC = RunSpec.draft()
            .data("/where/it/was")
            .format("toy")
            .fingerprint(DATA.fingerprint())
            .split("leave-one-out")
            .validation("none")
            .candidates("all")
            .algorithm("bpr")
            .epochs(3)
            .seed(7)
            .metrics("HR@10")
            .spec();
    private static final RunEvent.Started STARTED =
            new RunEvent.Started("bpr", 5, 6, 7, 8, 3, "leave-one-out", "all", 4, Map.of("HR@10", 0.1), "none", "");

    @TempDir
    private Path folder;

    private Path prepared;

    private static RunEvent.EpochDone epoch(int number, double figure, boolean best) {
        return new RunEvent.EpochDone("train", number, 0.5, 1, 10, 1, Map.of("HR@10", figure), best, Map.of());
    }

    private static Weights weights() {
        return new Weights().put("a", new float[] {1, 2}, 2);
    }

    /** A change of the store, after what goes before it. */
    @SuppressWarnings("ImmutableEnumChecker") // Functions without a state.
    private enum Change {
        APPEND_BEST(store -> store.resumption().resume(2), store -> store.recorder(2)
                .event(epoch(3, 0.4, true))),
        APPEND_EPOCH(store -> store.resumption().resume(2), store -> store.recorder(2)
                .event(epoch(3, 0.1, false))),
        APPEND_END(store -> store.resumption().resume(2), store -> store.recorder(2)
                .event(new RunEvent.Finished(2, Map.of("HR@10", 0.3), 9, false))),
        APPEND_TESTED(store -> store.resumption().resume(2), store -> store.recorder(2)
                .event(new RunEvent.Tested(2, Map.of("HR@10", 0.3), 4, Map.of(), 0, Map.of("HR@10", 0.1)))),
        APPEND_LEFT(store -> store.resumption().resume(2), store -> store.recorder(2)
                .event(new RunEvent.Paused("train", 2, true))),
        CREATE(store -> {}, store -> store.create(SPEC, RunState.QUEUED, "series")),
        CREATE_FROM(
                store -> {},
                store -> store.create(
                        SPEC.change().values(Map.of("start_from", "1")).spec(), RunState.QUEUED, "")),
        IMPORT(store -> {}, store -> RunArchive.read(store, store.workspace().resolve("run.nara"))),
        IMPORT_MOVED(
                store -> {}, store -> RunArchive.read(store, store.workspace().resolve("run.nara"), spec -> DATA)),
        MOVE(store -> {}, store -> store.dataLocations().moved(store.find("1"), DATA)),
        DELETE(store -> {}, store -> store.trash().put(1)),
        RESTORE(store -> {}, store -> store.trash().takeBack(4)),
        CLEAN(store -> {}, store -> store.trash().clean()),
        RESUME_AHEAD(store -> {}, store -> store.resumption().resume(2)),
        RESUME_ANEW(store -> {}, store -> store.resumption().resume(3)),
        ENQUEUE(store -> {}, store -> store.resumption().enqueue(List.of(2L))),
        COULD_NOT_BEGIN(store -> store.resumption().enqueue(List.of(2L)), store -> store.resumption()
                .couldNotBegin(2)),
        PLACE(store -> {}, store -> store.resumption().place(3, 0.5)),
        LABEL(store -> {}, store -> store.label(1, new StoredRun.Label("best", "of all", "a, b", true))),
        STOP(store -> {}, store -> store.requests().stop(2)),
        TAKE_AWAY(store -> {}, store -> store.requests().takeAway(2)),
        PARALLEL_RUNS(store -> {}, store -> store.parallelRuns(3));

        private interface Act {
            void on(RunStore store) throws Exception;
        }

        private final Act before;
        private final Act act;

        Change(Act before, Act act) {
            this.before = before;
            this.act = act;
        }
    }

    /** 1 is finished, 2 is paused with a checkpoint ahead of its events, 3 was interrupted in its first epoch, 4 is in the trash. */
    @BeforeEach
    void prepare() throws Exception {
        prepared = folder.resolve("prepared");
        try (RunStore store = RunStore.open(prepared)) {
            for (long run = 1; run <= 4; run++) {
                assertEquals(run, store.create(SPEC));
                store.recorder(run).event(STARTED);
            }
            for (long run : new long[] {1, 2, 4}) {
                store.recorder(run).event(epoch(1, 0.2, true));
            }
            for (long run : new long[] {1, 4}) {
                RunListener recorder = store.recorder(run);
                recorder.event(epoch(2, 0.3, true));
                TestModels.weights(store, run, weights());
                recorder.event(epoch(3, 0.25, false));
                recorder.event(new RunEvent.Finished(2, Map.of("HR@10", 0.3), 9, false));
            }
            TestModels.weights(store, 2, weights());
            store.recorder(2).checkpoint(epoch(2, 0.3, true), WholeChangesTest::weights);
            store.recorder(2).event(new RunEvent.Paused("train", 1, true));
            RunArchive.export(store, store.find("1"), prepared.resolve("run.nara"));
            store.trash().put(4);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    /** All that a user can see of a workspace that is opened again, but for times and checkpoints that are not needed any more. */
    private static List<String> state(Path workspace) throws DataException, IOException {
        List<String> state = new ArrayList<>();
        try (RunStore store = RunStore.open(workspace)) {
            List<StoredRun> runs = new ArrayList<>(store.list());
            runs.addAll(store.trash().list());
            for (StoredRun run : runs) {
                List<RunEvent> events = store.events(run.id());
                List<RunEvent.EpochDone> epochs = RunEvent.epochs(events);
                Optional<RunEvent.EpochDone> best =
                        epochs.stream().filter(RunEvent.EpochDone::best).reduce((a, b) -> b);
                assertEquals(best, run.best(), "the best epoch is what the events say");
                assertEquals(epochs.stream().reduce((a, b) -> b), run.last(), "so is the last");
                assertEquals(RunEvent.tested(events), run.tested(), "and the test");
                state.add(String.join(
                        " ",
                        Long.toString(run.id()),
                        run.state() + " " + run.trashed() + " " + run.place() + " " + run.series(),
                        run.label() + " " + run.spec(),
                        events.stream().map(RunJson::event).toList().toString()));
            }
            state.add(Integer.toString(store.parallelRuns()));
            try (Stream<Path> files = Files.walk(workspace.resolve("runs"))) {
                state.addAll(files.map(file -> workspace.relativize(file).toString())
                        .filter(name -> !name.endsWith("last.safetensors"))
                        .sorted()
                        .toList());
            }
        }
        return state;
    }

    private Path fresh(String name) throws IOException {
        Path workspace = folder.resolve(name);
        copy(prepared, workspace);
        return workspace;
    }

    @ParameterizedTest
    @EnumSource
    void aChangeIsThereAsAWholeOrNotAtAll(Change change) throws Exception {
        Path untouched = fresh("untouched");
        try (RunStore store = RunStore.open(untouched)) {
            change.before.on(store);
        }
        List<String> before = state(untouched);
        List<Path> killed = new ArrayList<>();
        Path whole = fresh("whole");
        FaultyConnection watched = new FaultyConnection(number -> {
            Path moment = folder.resolve("killed" + number);
            copy(whole, moment);
            killed.add(moment);
        });
        try (RunStore store = RunStore.open(whole, List.of(), watched.connector())) {
            change.before.on(store);
            watched.arm();
            change.act.on(store);
        }
        List<String> after = state(whole);
        assertNotEquals(before, after);
        assertTrue(watched.statements() >= 3, "at least a beginning, a statement and an end");
        for (Path moment : killed) {
            List<String> found = state(moment);
            assertTrue(found.equals(before) || found.equals(after), () -> moment + " " + found + "\n" + before);
        }
        for (int statement = 1; statement <= watched.statements(); statement++) {
            List<String> found = failed(change, statement);
            assertTrue(found.equals(before) || found.equals(after), found + "\n" + before);
        }
    }

    /** The workspace after the change failed at a statement. */
    private List<String> failed(Change change, int at) throws Exception {
        Path workspace = fresh("failed" + at);
        FaultyConnection faulty = new FaultyConnection(number -> {
            if (number == at) {
                throw FaultyConnection.failure();
            }
        });
        try (RunStore store = RunStore.open(workspace, List.of(), faulty.connector())) {
            change.before.on(store);
            faulty.arm();
            change.act.on(store);
        } catch (DataException | RuntimeException e) {
            assertTrue(faulty.statements() >= at, () -> "it failed for another reason: " + e);
        }
        return state(workspace);
    }

    @Test
    void bestAndLastEpochsAreWhatTheEventsSayHoweverTheyWereStored() throws Exception {
        sql("UPDATE runs SET best = '', last = '{}' WHERE id = 1");
        try (RunStore store = RunStore.open(prepared)) {
            assertEquals(Optional.of(epoch(2, 0.3, true)), store.find("1").best());
            assertEquals(Optional.of(epoch(3, 0.25, false)), store.find("1").last());
        }
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + prepared.resolve("runs.db"));
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    @Test
    void whereTheBestEpochCannotBeStoredItsEventIsNotThereEither() throws Exception {
        Services services = TestServices.on(folder);
        Dataset data = Toy.twoTastes(40, 60, 12);
        RunSpec spec = SPEC.change().fingerprint(data.fingerprint()).seed(1).spec();
        PreparedRun bpr = services.prepare(spec, data);
        long run;
        sql("CREATE TRIGGER crash BEFORE UPDATE OF best ON runs WHEN NEW.best LIKE '%\"epoch\":2,%'"
                + " BEGIN SELECT RAISE(ABORT, 'x'); END");
        try (RunStore store = RunStore.open(prepared)) {
            run = store.create(bpr.spec(), RunState.QUEUED, "");
            RunEvent end = store.runner(run, bpr, event -> {}, new RunControl()).run();
            assertInstanceOf(RunEvent.Interrupted.class, end);
            StoredRun stored = store.find(Long.toString(run));
            assertEquals(1, stored.best().orElseThrow().epoch());
            assertEquals(1, RunEvent.epochs(store.events(run)).size());
        }
        sql("DROP TRIGGER crash");
        try (RunStore store = RunStore.open(prepared)) {
            RunEvent end = store.runner(run, bpr, event -> {}, new RunControl()).run();
            assertEquals(2, assertInstanceOf(RunEvent.Finished.class, end).bestEpoch(), "what the terminal says");
            StoredRun stored = store.find(Long.toString(run));
            assertEquals(2, stored.best().orElseThrow().epoch(), "what the list says");
            assertEquals(RunState.FINISHED, stored.state());
        }
    }
}
