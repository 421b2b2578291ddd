package dev.nara.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nara.run.RunEvent;
import dev.nara.run.RunListener;
import dev.nara.run.RunState;
import dev.nara.run.StoreFailed;
import dev.nara.spec.RunSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run leaves on disk, where something is in the way. */
class RecorderTest {
    private static final RunSpec SPEC =
            RunSpec.draft().data("/data").format("toy").spec();

    @TempDir
    private Path workspace;

    @Test
    void aRunWhoseEndCannotBeWrittenIsInterruptedAndNotRunningForEver() throws Exception {
        try (RunStore store = RunStore.open(workspace)) {
            long run = store.create(SPEC);
            Files.createDirectories(store.files().log(run));
            RunListener recorder = store.recorder(run);
            RunEvent end = new RunEvent.Finished(1, Map.of(), 1, false);
            assertThrows(StoreFailed.class, () -> recorder.event(end), "a folder is where the log should be");
            assertEquals(RunState.INTERRUPTED, store.find("1").state());
            Files.delete(store.files().log(run));
            store.resumption().resume(run);
        }
    }

    @Test
    void theFilesOfARunThatWasTakenAwayStayAsTheyAre() throws Exception {
        try (RunStore store = RunStore.open(workspace)) {
            long run = store.create(SPEC);
            store.requests().takeAway(run);
            assertThrows(StoreFailed.class, () -> store.recorder(run).event(new RunEvent.Interrupted("", 0)));
            assertFalse(Files.exists(store.files().log(run)));
            assertEquals(RunState.INTERRUPTED, store.find("1").state());
        }
    }
}
