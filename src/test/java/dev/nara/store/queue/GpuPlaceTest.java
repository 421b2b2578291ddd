package dev.nara.store.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nara.algorithm.NamedGpu;
import dev.nara.data.DataException;
import dev.nara.run.RunControl;
import dev.nara.store.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GpuPlaceTest {
    private static final List<NamedGpu> TWO = List.of(new NamedGpu("gpu0", "gpu-a"), new NamedGpu("gpu1", "gpu-b"));

    @TempDir
    private Path workspace;

    private GpuPlace take(RunStore store, String run, List<NamedGpu> gpus) throws DataException {
        return GpuPlace.take(store, run, gpus, new RunControl(), ahead -> {
            throw new IllegalStateException("waits for " + ahead);
        });
    }

    @Test
    void eachGpuTrainsOneRunAtATime() throws DataException, IOException {
        try (RunStore store = RunStore.open(workspace);
                GpuPlace first = take(store, "7", TWO)) {
            assertEquals("gpu0", first.gpu());
            GpuPlace second = take(store, "8", TWO);
            assertEquals("gpu1", second.gpu());
            List<List<String>> waits = new ArrayList<>();
            RunControl ended = new RunControl();
            ended.cancel();
            assertThrows(CancellationException.class, () -> GpuPlace.take(store, "9", TWO, ended, waits::add));
            assertThrows(
                    CancellationException.class, () -> GpuPlace.take(store, "9", TWO.subList(1, 2), ended, waits::add));
            assertEquals(List.of(List.of("7", "8"), List.of("8")), waits);
            second.close();
            try (GpuPlace third = take(store, "9", TWO)) {
                assertEquals("gpu1", third.gpu());
            }
        }
    }

    @Test
    void theProcessorTrainsAsManyAsThereArePlaces() throws DataException, IOException {
        try (RunStore store = RunStore.open(workspace);
                GpuPlace one = take(store, "7", List.of());
                GpuPlace other = take(store, "8", List.of())) {
            assertEquals("", one.gpu());
            assertEquals("", other.gpu());
            assertFalse(Files.exists(workspace.resolve("training-gpu-a.lock")));
        }
    }

    /** A program that is shown the second GPU alone counts it as its first. */
    @Test
    void programsThatCountGpusOtherwiseMeanTheSame() throws DataException, IOException {
        List<NamedGpu> shown = List.of(new NamedGpu("gpu0", "gpu-b"));
        try (RunStore store = RunStore.open(workspace);
                GpuPlace other = take(store, "7", shown);
                GpuPlace own = take(store, "8", TWO)) {
            assertEquals("gpu0", other.gpu());
            assertEquals("gpu0", own.gpu());
            RunControl ended = new RunControl();
            ended.cancel();
            List<List<String>> waits = new ArrayList<>();
            assertThrows(
                    CancellationException.class, () -> GpuPlace.take(store, "9", TWO.subList(1, 2), ended, waits::add));
            assertEquals(List.of(List.of("7")), waits);
        }
    }
}
