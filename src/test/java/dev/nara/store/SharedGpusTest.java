package dev.nara.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.algorithm.GpuShare;
import dev.nara.algorithm.NamedGpu;
import dev.nara.data.DataException;
import dev.nara.store.folder.LockedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedGpusTest {
    private static final List<NamedGpu> TWO = List.of(new NamedGpu("gpu0", "gpu-a"), new NamedGpu("gpu1", "gpu-b"));

    @TempDir
    private Path folder;

    @Test
    void eachIsTakenOnceUntilItIsGivenBack() throws DataException {
        SharedGpus gpus = new SharedGpus(folder);
        try (GpuShare.Turn first = gpus.take(TWO).orElseThrow();
                GpuShare.Turn second = new SharedGpus(folder).take(TWO).orElseThrow()) {
            assertEquals(List.of("gpu0", "gpu1"), List.of(first.gpu(), second.gpu()));
            assertEquals(Optional.empty(), gpus.takeOrThrow(TWO));
        }
        try (GpuShare.Turn again = gpus.take(TWO).orElseThrow()) {
            assertEquals("gpu0", again.gpu());
        }
    }

    /** As before the first run of all is stored. */
    @Test
    void whereThereIsNoWorkspaceYetNobodyElseHasThem() {
        Path later = folder.resolve("later");
        try (GpuShare.Turn first = new SharedGpus(later).take(TWO).orElseThrow()) {
            assertEquals("gpu0", first.gpu());
        }
        assertFalse(Files.exists(later), "measuring makes no workspace");
    }

    @Test
    void whatCannotBeLockedIsNotSaidToBeTaken() throws IOException {
        Files.createDirectory(folder.resolve(LockedFile.place("gpu-a")));
        SharedGpus gpus = new SharedGpus(folder);
        assertEquals(Optional.empty(), gpus.take(TWO));
        String said =
                assertThrows(DataException.class, () -> gpus.takeOrThrow(TWO)).message(Locale.ENGLISH);
        assertTrue(said.contains(folder.toString()), said);
    }
}
