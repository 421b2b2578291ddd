package dev.nara.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.spec.RunSpec;
import dev.nara.store.entry.DamagedRun;
import dev.nara.store.entry.StoredRun;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that cannot be read is named with what to do; nothing else takes the place of what was stored. */
class DamagedRunTest {
    @TempDir
    private Path workspace;

    @BeforeEach
    void store() throws Exception {
        RunSpec spec = RunSpec.draft().data("/data").format("toy").epochs(7).spec();
        try (RunStore store = RunStore.open(workspace)) {
            for (long run = 1; run <= 2; run++) {
                store.create(spec);
                store.recorder(run).event(new RunEvent.Cancelled(0, Map.of(), 1));
            }
        }
    }

    private void sql(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + workspace.resolve("runs.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aNumberThatIsNoneIsNotTakenForTheUsualOne() throws Exception {
        sql("UPDATE runs SET spec = replace(spec, '\"epochs\":7', '\"epochs\":\"banana\"') WHERE id = 1");
        try (RunStore store = RunStore.open(workspace)) {
            assertEquals(List.of(2L), store.list().stream().map(StoredRun::id).toList(), "the other is there");
            assertEquals(1, store.damaged().size());
            assertEquals(1, store.damaged().get(0).id());
            String said = store.damaged().get(0).problem().message(Locale.ENGLISH);
            assertTrue(said.contains("Run 1 is damaged"), said);
            assertTrue(said.contains("checksum"), said);
            assertTrue(said.contains("nara runs delete --run 1"), said);
            assertThrows(DataException.class, () -> store.find("1"));
            assertThrows(DataException.class, () -> store.find("latest"), "neither has weights");
            assertEquals(7, store.find("2").spec().epochs());
            store.trash().put(1);
            assertEquals(List.of(2L), store.list().stream().map(StoredRun::id).toList());
            assertEquals(1, store.trash().list().size());
            store.trash().clean();
            assertEquals(List.of(), store.trash().list());
            assertThrows(DataException.class, () -> store.trash().put(1), "it is not there any more");
        }
    }

    @Test
    void aDamagedNoteOfARunThatWasLeftKeepsNoWorkspaceShut() throws Exception {
        sql("UPDATE runs SET environment = '[', fit_of = '[', state = 'RUNNING' WHERE id = 1");
        try (RunStore store = RunStore.open(workspace)) {
            assertEquals(
                    List.of(1L), store.damaged().stream().map(DamagedRun::id).toList());
            store.trash().put(1);
            assertEquals(List.of(), store.damaged());
            assertEquals(List.of(2L), store.list().stream().map(StoredRun::id).toList());
        }
    }

    @Test
    void soIsAnEventThatIsNone() throws Exception {
        sql("UPDATE events SET event = '{' WHERE run = 1");
        try (RunStore store = RunStore.open(workspace)) {
            DataException damaged = assertThrows(DataException.class, () -> store.events(1));
            assertTrue(damaged.message(Locale.ENGLISH).contains("Run 1 is damaged"));
            assertEquals(RunState.CANCELLED, store.find("2").state());
        }
    }

    /** Each is another way in which a row can be no run; none keeps anybody from the other run. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "created = 'banana'",
                "state = 'SLEEPING'",
                "spec = '{}'",
                "spec = ''",
                "spec = replace(spec, '/data', '/date')",
                "environment = 'null'",
                "best = '{\"event\":\"epoch\"}'",
                "study = '{}'"
            })
    void aRowThatIsNoRunIsReportedAndLeftOut(String change) throws Exception {
        try (RunStore store = RunStore.open(workspace)) {
            sql("UPDATE runs SET " + change + " WHERE id = 1");
            assertEquals(List.of(2L), store.list().stream().map(StoredRun::id).toList());
            assertEquals(
                    List.of(1L), store.damaged().stream().map(DamagedRun::id).toList());
            DataException damaged = assertThrows(DataException.class, () -> store.find("1"));
            assertTrue(damaged.message(Locale.ENGLISH).contains("Run 1 is damaged"));
            store.trash().put(1);
            assertEquals(1, store.trash().list().size());
        }
    }

    @Test
    void aFigureThatWasChangedIsNotReported() throws Exception {
        sql("UPDATE events SET event = replace(event, '1', '2') WHERE run = 1");
        try (RunStore store = RunStore.open(workspace)) {
            assertThrows(DataException.class, () -> store.events(1));
        }
    }

    /** Of who asks for others, a search among all rows included. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE runs SET study = '[' WHERE id = 1",
                "UPDATE events SET event = '{\"event\":\"epoch\"' WHERE run = 1",
                "UPDATE runs SET created = '+1000000000-12-31T23:59:59Z', head = NULL WHERE id = 1",
                "UPDATE runs SET sum = 'x' WHERE id = 1",
                "UPDATE events SET sum = x'00' WHERE run = 1"
            })
    void noDamagedRowIsInTheWayOfAQueryForOthers(String change) throws Exception {
        sql(change);
        try (RunStore store = RunStore.open(workspace)) {
            DataException none = assertThrows(DataException.class, () -> store.find("latest"), "neither has weights");
            assertTrue(none.message(Locale.ENGLISH).contains("no run"), none.getMessage());
            assertEquals(List.of(), store.studies().runs(1));
            assertEquals(Map.of(), store.curves().of(List.of(1L, 2L), "HR@10"));
            assertEquals(RunState.CANCELLED, store.find("2").state());
            assertThrows(DataException.class, () -> {
                store.find("1");
                store.events(1);
            });
        }
    }

    @Test
    void aDamagedRunInTheTrashIsNoUsualOne() throws Exception {
        sql("UPDATE runs SET spec = '{' WHERE id = 1");
        try (RunStore store = RunStore.open(workspace)) {
            store.trash().put(List.of(1L, 2L));
            List<DamagedRun> damaged = new ArrayList<>();
            assertEquals(
                    List.of(2L),
                    store.trash().list(damaged::add).stream().map(StoredRun::id).toList());
            assertEquals(List.of(1L), damaged.stream().map(DamagedRun::id).toList());
        }
    }
}
