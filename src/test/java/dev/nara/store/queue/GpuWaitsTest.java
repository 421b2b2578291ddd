package dev.nara.store.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.algorithm.NamedGpu;
import dev.nara.data.DataException;
import dev.nara.run.RunState;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GpuWaitsTest {
    private static final List<NamedGpu> ONE = List.of(new NamedGpu("gpu0", "gpu-a"));

    private static List<NamedGpu> needs(long run) throws DataException {
        return switch ((int) run) {
            case 1 -> ONE;
            case 2 -> List.of();
            case 3 ->
                throw new DataException(Text.of("algorithm.unknown", "x"), Text.of("algorithm.unknown.remedy", "y"));
            case 4 -> throw new IllegalStateException("no driver");
            default -> throw new UnsatisfiedLinkError("no library");
        };
    }

    /** An engine may load a library to know its GPUs; one that cannot holds up no run, which fails in its turn. */
    @Test
    void onlyWhatNeedsTheSameGpuIsBehind(@TempDir Path folder) throws DataException {
        try (RunStore store = RunStore.open(folder)) {
            for (int n = 1; n <= 5; n++) {
                store.create(RunSpec.draft().spec(), RunState.QUEUED, "");
            }
            List<StoredRun> all = store.list();
            GpuWaits waits = new GpuWaits();
            assertEquals(Set.of(), waits.behind(all, run -> needs(run.id())), "nobody waits");
            waits.begins(7, ONE);
            assertEquals(Set.of(1L), waits.behind(all, run -> needs(run.id())));
            waits.ends(7);
            assertEquals(Set.of(), waits.behind(all, run -> needs(run.id())));
        }
    }
}
