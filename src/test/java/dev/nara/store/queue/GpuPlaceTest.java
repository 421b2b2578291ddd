package dev.nara.store.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
    private static final List<String> TWO = List.of("gpu0", "gpu1");

    @TempDir
    private Path workspace;

    private GpuPlace take(RunStore store, String run, List<String> gpus) throws DataException {
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
                    CancellationException.class, () -> GpuPlace.take(store, "9", List.of("gpu1"), ended, waits::add));
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
            assertFalse(Files.exists(workspace.resolve("training-gpu0.lock")));
        }
    }
}
