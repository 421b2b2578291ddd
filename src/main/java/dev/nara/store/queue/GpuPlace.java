package dev.nara.store.queue;

import dev.nara.algorithm.NamedGpu;
import dev.nara.data.DataException;
import dev.nara.run.RunControl;
import dev.nara.spec.PreparedRun;
import dev.nara.store.LockedFile;
import dev.nara.store.RunStore;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A GPU for a run of a workspace: each trains one at a time, whichever programs train them. Of a run on the processor, none. */
public final class GpuPlace implements AutoCloseable {
    private final @Nullable LockedFile file;
    private final String gpu;

    private GpuPlace(@Nullable LockedFile file, String gpu) {
        this.file = file;
        this.gpu = gpu;
    }

    /**
     * Waits for the first of these GPUs on which no run trains.
     *
     * @param gpus as {@link PreparedRun#gpus} has them; empty for none
     * @param waits as of {@link TrainingPlace#take}
     * @throws java.util.concurrent.CancellationException when the control ends the wait
     */
    public static GpuPlace take(
            RunStore store, String run, List<NamedGpu> gpus, RunControl control, Consumer<List<String>> waits)
            throws DataException {
        if (gpus.isEmpty()) {
            return new GpuPlace(null, "");
        }
        List<String> names = gpus.stream().map(NamedGpu::name).toList();
        return of(TrainingPlace.locked(store, () -> names, run, control, waits), gpus);
    }

    private static GpuPlace of(LockedFile file, List<NamedGpu> gpus) {
        String taken = gpus.stream()
                .filter(gpu -> TrainingPlace.file(gpu.name()).equals(file.name()))
                .map(NamedGpu::id)
                .findFirst()
                .orElseThrow();
        return new GpuPlace(file, taken);
    }

    /**
     * The run on that GPU, or as it is.
     *
     * @throws DataException if others leave it too little of the GPU
     */
    public PreparedRun of(PreparedRun run) throws DataException {
        return file == null ? run : run.on(gpu);
    }

    /** What it is called; "" for none. */
    String gpu() {
        return gpu;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
