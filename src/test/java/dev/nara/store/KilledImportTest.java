package dev.nara.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.NaraProcess;
import dev.nara.algorithm.Weights;
import dev.nara.run.RunEvent;
import dev.nara.run.RunListener;
import dev.nara.spec.RunSpec;
import dev.nara.store.archive.RunArchive;
import dev.nara.store.folder.TestModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A program that is killed while it imports a run leaves nothing of it. */
@Tag("process")
class KilledImportTest {
    /** 32 MiB of weights take longer to write than it takes to see that they are being written. */
    private static final int WEIGHTS = 8 << 20;

    @TempDir
    private Path home;

    /** As hard to pack as learnt ones. */
    private static Weights weights() {
        Random random = new Random(1);
        float[] array = new float[WEIGHTS];
        for (int w = 0; w < WEIGHTS; w++) {
            array[w] = random.nextFloat();
        }
        return new Weights().put("a", array, WEIGHTS);
    }

    private Path archive() throws Exception {
        RunSpec spec = RunSpec.draft().data("/data").format("toy").spec();
        Path file = home.resolve("run.nara");
        try (RunStore store = RunStore.open(home.resolve("other"))) {
            RunListener recorder = store.recorder(store.create(spec));
            RunEvent.EpochDone epoch =
                    new RunEvent.EpochDone("train", 1, 0.5, 1, 10, 1, Map.of("HR@10", 0.2), true, Map.of());
            recorder.event(epoch);
            TestModels.weights(store, 1, weights());
            recorder.checkpoint(epoch, KilledImportTest::weights);
            recorder.event(new RunEvent.Finished(1, Map.of("HR@10", 0.2), 1, false));
            RunArchive.export(store, store.find("1"), file);
        }
        return file;
    }

    private static List<String> below(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString())
                    .filter(name -> !name.isEmpty())
                    .toList();
        }
    }

    @Test
    @Timeout(300)
    void nothingOfItIsLeft() throws Exception {
        Path runs = home.resolve("workspace/runs");
        Process imports =
                NaraProcess.start(home, "runs", "import", "--file", archive().toString());
        while (below(runs).size() < 2 && imports.isAlive()) {
            Thread.onSpinWait();
        }
        imports.destroyForcibly().waitFor();
        assertTrue(below(runs).stream().allMatch(name -> name.startsWith(".new-")), "too late");
        assertTrue(below(runs).size() >= 2, "it was writing");
        try (RunStore store = RunStore.open(home.resolve("workspace"))) {
            assertEquals(List.of(), store.list());
            assertEquals(List.of(), below(runs));
            assertEquals(List.of(), below(home.resolve("workspace/processes")));
            assertEquals(1, RunArchive.read(store, home.resolve("run.nara")), "its number is free");
        }
    }
}
