package dev.nara.store.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.run.TakenAway;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.archive.RunArchive;
import dev.nara.store.entry.StoredStudy;
import dev.nara.store.entry.StudyRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyTableTest {
    private static final RunSpec SPEC =
            RunSpec.draft().data("/data").algorithm("bpr").metrics("HR@1").spec();

    @TempDir
    private Path folder;

    private RunStore store;
    private RunStore other;

    @BeforeEach
    void open() throws DataException {
        store = RunStore.open(folder.resolve("workspace"));
        other = RunStore.open(folder.resolve("workspace"));
    }

    @AfterEach
    void close() throws DataException {
        store.close();
        other.close();
    }

    private long trial(long study) throws DataException {
        return store.create(SPEC, new StudyRun(study, 1, List.of(2), false));
    }

    @Test
    void oneProgramRunsAStudyAndAnySteersIt() throws DataException {
        long study = store.studies().create("{}");
        store.studies().take(study);
        store.studies().append(study, 2.5, "{\"a\":1}");
        assertEquals(2, other.studies().ask(study, "{\"b\":2}"));
        store.studies().append(study, 4, "{\"c\":3}");

        assertThrows(DataException.class, () -> other.studies().take(study));
        assertThrows(TakenAway.class, () -> other.studies().append(study, 5, "{}"));
        assertTrue(other.studies().find(study).underWay());
        assertEquals(
                List.of("{\"b\":2}", "{\"c\":3}"),
                other.studies().events(study, 1).stream()
                        .map(StoredStudy.Event::event)
                        .toList());
        // What somebody asks has the time that the clock had last.
        assertEquals(2.5, other.studies().events(study, 1).get(0).seconds());

        store.studies().release(study);
        assertFalse(other.studies().find(study).underWay());
        other.studies().take(study);
        assertTrue(store.studies().find(study).underWay());
    }

    @Test
    void aRunIsStoredWithTheEventThatBeginsItOrNotAtAll() throws DataException {
        long study = store.studies().create("{}");
        store.studies().take(study);
        assertThrows(DataException.class, () -> store.studies().change(() -> {
            store.studies().append(study, 1, "{}");
            trial(study);
            store.find("banana");
        }));
        assertEquals(List.of(), store.studies().events(study, 0));
        assertEquals(List.of(), store.list());
    }

    @Test
    void aStudyIsThrownAwayTakenBackAndDeletedWithItsRuns() throws DataException {
        long study = store.studies().create("{}");
        long run = trial(study);
        store.studies().take(study);
        store.studies().append(study, 1, "{}");
        assertThrows(DataException.class, () -> store.studies().put(study), "it is under way");
        store.studies().release(study);

        store.studies().put(study);
        assertEquals(List.of(), store.studies().list());
        assertEquals(List.of(), store.list());
        store.studies().takeBack(study);
        assertEquals(study, store.studies().list().get(0).id());
        assertEquals(run, store.list().get(0).id());
        store.studies().put(study);
        store.trash().clean();

        assertEquals(List.of(), store.studies().trashed());
        assertEquals(List.of(), store.studies().events(study, 0));
        assertEquals(List.of(), store.trash().list());
        assertThrows(DataException.class, () -> store.studies().find(study));
    }

    @Test
    void aTrialStaysOneInAnotherWorkspace() throws DataException, IOException {
        long run = trial(store.studies().create("{}"));
        store.recorder(run).event(new RunEvent.Finished(1, Map.of(), 2, false));
        Path file = folder.resolve("run.nara");
        RunArchive.export(store, store.find(Long.toString(run)), file);
        try (RunStore elsewhere = RunStore.open(folder.resolve("elsewhere"))) {
            long imported = RunArchive.read(elsewhere, file);
            StudyRun of = elsewhere.find(Long.toString(imported)).study().orElseThrow();
            assertEquals(new StudyRun(0, 1, List.of(2), false), of);
        }
    }
}
