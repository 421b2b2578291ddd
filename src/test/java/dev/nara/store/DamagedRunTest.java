package dev.nara.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.spec.RunSpec;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
            DataException damaged = assertThrows(DataException.class, store::list);
            String said = damaged.message(Locale.ENGLISH);
            assertTrue(said.contains("Run 1 is damaged"), said);
            assertTrue(said.contains("banana"), said);
            assertTrue(said.contains("nara runs delete --run 1"), said);
            assertThrows(DataException.class, () -> store.find("1"));
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
            assertThrows(DataException.class, store::list);
            store.trash().put(1);
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
}
