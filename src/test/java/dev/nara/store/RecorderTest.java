package dev.nara.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nara.algorithm.Weights;
import dev.nara.run.ResumePoint;
import dev.nara.run.RunEvent;
import dev.nara.run.RunListener;
import dev.nara.run.RunState;
import dev.nara.run.StoreFailed;
import dev.nara.run.TakenAway;
import dev.nara.spec.RunSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run leaves on disk, where something is in the way. */
class RecorderTest {
    private static final RunSpec SPEC =
            RunSpec.draft().data("/data").format("toy").spec();

    @TempDir
    private Path workspace;

    private static RunEvent.EpochDone epoch(int number, boolean best) {
        return new RunEvent.EpochDone("train", number, 0.5, 1, 10, 1, Map.of("HR@10", 0.2), best, Map.of());
    }

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
            assertThrows(TakenAway.class, () -> store.recorder(run).event(new RunEvent.Interrupted("", 0)));
            assertFalse(Files.exists(store.files().log(run)));
            assertEquals(RunState.INTERRUPTED, store.find("1").state());
        }
    }

    @Test
    void whatFollowedAnOldCheckpointIsTrainedAgain() throws Exception {
        try (RunStore store = RunStore.open(workspace)) {
            long run = store.create(SPEC);
            RunListener recorder = store.recorder(run);
            recorder.event(epoch(1, true));
            recorder.event(epoch(2, false));
            recorder.event(epoch(3, true));
            recorder.checkpoint(epoch(2, false), () -> new Weights().put("a", new float[] {1}, 1));
            recorder.event(new RunEvent.Paused("train", 3, true));
            ResumePoint point = store.resumption().resume(run).orElseThrow();
            assertEquals(List.of(epoch(1, true), epoch(2, false)), point.epochs());
            assertEquals(point.epochs(), RunEvent.epochs(store.events(run)));
            assertEquals(Optional.of(epoch(1, true)), store.find("1").best());
        }
    }
}
