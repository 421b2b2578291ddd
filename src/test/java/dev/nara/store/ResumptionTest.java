package dev.nara.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.run.ResumePoint;
import dev.nara.run.RunEvent;
import dev.nara.run.RunListener;
import dev.nara.run.RunState;
import dev.nara.spec.RunSpec;
import dev.nara.store.database.FaultyConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumptionTest {
    private static final RunSpec SPEC =
            RunSpec.draft().data("/data").format("toy").spec();

    @TempDir
    private Path workspace;

    private static RunEvent.EpochDone epoch(int number) {
        return new RunEvent.EpochDone("train", number, 0.5, 1, 10, 1, Map.of("HR@10", 0.2), false, Map.of());
    }

    private static void train(RunStore store, long run, int number) {
        RunListener recorder = store.recorder(run);
        recorder.checkpoint(epoch(number), () -> new Weights().put("a", new float[] {number}, 1));
        recorder.event(epoch(number));
        recorder.event(new RunEvent.Paused("train", number, true));
    }

    /** Before the first look at the run, before that at its events, before the transaction. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whatAnotherProgramTrainedMeanwhileIsNotLost(int moment) throws Exception {
        try (RunStore other = RunStore.open(workspace)) {
            train(other, other.create(SPEC), 1);
            FaultyConnection slow = new FaultyConnection(statement -> {
                if (statement == moment) {
                    other.resumption().resume(1);
                    other.recorder(1).event(new RunEvent.Resumed("train", 1, true));
                    train(other, 1, 2);
                }
            });
            try (RunStore store = RunStore.open(workspace, List.of(), slow.connector())) {
                slow.arm();
                ResumePoint point = store.resumption().resume(1).orElseThrow();
                assertEquals(List.of(epoch(1), epoch(2)), point.epochs());
                assertArrayEquals(new float[] {2}, point.state().get("a"));
                assertEquals(RunState.RUNNING, store.find("1").state());
            }
        }
    }

    @Test
    void whatADeadProgramWasWritingIsDeletedAndWhatALivingOneWritesIsNot() throws Exception {
        try (RunStore living = RunStore.open(workspace)) {
            for (long run = 1; run <= 2; run++) {
                train(living, living.create(SPEC), 1);
                Files.writeString(living.files().folder(run).resolve(".best.safetensors.17.tmp"), "half");
            }
            living.resumption().resume(2);
            RunStore.open(workspace).close();
            assertFalse(Files.exists(living.files().folder(1).resolve(".best.safetensors.17.tmp")));
            assertTrue(Files.exists(living.files().folder(2).resolve(".best.safetensors.17.tmp")));
            assertTrue(Files.exists(living.files().checkpoint(1)));
        }
    }

    @Test
    void ofSeveralRunsAllWaitOrNone() throws Exception {
        try (RunStore other = RunStore.open(workspace);
                RunStore store = RunStore.open(workspace)) {
            train(store, store.create(SPEC), 1);
            train(store, store.create(SPEC), 1);
            other.resumption().resume(2);
            assertThrows(DataException.class, () -> store.resumption().enqueue(List.of(1L, 2L)));
            assertEquals(RunState.PAUSED, store.find("1").state());
        }
    }
}
