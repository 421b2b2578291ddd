package dev.nara.store.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.algorithm.Weights;
import dev.nara.run.RunState;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.archive.RunArchive;
import dev.nara.store.folder.TestModels;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a fit is of is stored with it, and goes where it goes. */
class FitOfTest {
    private static final RunSpec SPEC =
            RunSpec.draft().data("/data").format("toy").split("time:2022-04-15").spec();

    @TempDir
    private Path folder;

    private static FitOf of(StoredRun run) {
        return new FitOf(
                run.id(), run.created(), 12, Map.of("Score", 0.2748), FitOf.Part.TEST, "time:2022-04-15", "all:kept");
    }

    private static long fit(RunStore store, StoredRun run) throws Exception {
        long fit = store.create(run.spec().change().split("all").spec(), of(run));
        TestModels.weights(store, fit, new Weights().put("a", new float[] {1}, 1));
        return fit;
    }

    @Test
    void aFitSaysWhatItIsOfAndIsNeverTheLatest() throws Exception {
        try (RunStore store = RunStore.open(folder)) {
            long run = store.create(SPEC);
            TestModels.weights(store, run, new Weights().put("a", new float[] {1}, 1));
            StoredRun first = store.find("1");
            StoredRun fit = store.find(Long.toString(fit(store, first)));
            assertEquals(Optional.of(of(first)), fit.fitOf());
            assertEquals(RunState.QUEUED, fit.state());
            assertTrue(fit.isFitOf(first));
            assertFalse(first.isFitOf(fit));
            assertEquals(Optional.empty(), first.fitOf());
            assertEquals(1, store.find("latest").id());
        }
    }

    @Test
    void aFitThatTravelsKeepsTheFiguresThatVouchForIt() throws Exception {
        Path file = folder.resolve("fit.nara");
        FitOf of;
        try (RunStore store = RunStore.open(folder.resolve("here"))) {
            store.create(SPEC);
            of = of(store.find("1"));
            RunArchive.export(store, store.find(Long.toString(fit(store, store.find("1")))), file);
        }
        try (RunStore store = RunStore.open(folder.resolve("there"))) {
            store.create(SPEC);
            StoredRun fit = store.find(Long.toString(RunArchive.read(store, file)));
            assertEquals(Optional.of(of), fit.fitOf());
            assertFalse(fit.isFitOf(store.find("1")), "another run of that number");
        }
    }
}
