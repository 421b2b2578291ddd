package dev.nara.store.queue;

import dev.nara.algorithm.GpuShare;
import dev.nara.algorithm.NamedGpu;
import dev.nara.data.DataException;
import dev.nara.run.RunControl;
import dev.nara.spec.PreparedRun;
import dev.nara.store.RunStore;
import dev.nara.store.SharedGpus;
import dev.nara.store.folder.LockedFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A GPU that a run waits for and holds until it ends, in addition to a {@link TrainingPlace}; runs on the CPU hold none. Other work takes
 * the same GPUs with {@link SharedGpus}, without waiting.
 */
public final class GpuPlace implements AutoCloseable {
    private final @Nullable LockedFile file;
    private final GpuShare afterwards;
    private final String gpu;
    private volatile boolean closed;

    private GpuPlace(@Nullable LockedFile file, GpuShare afterwards, String gpu) {
        this.file = file;
        this.afterwards = afterwards;
        this.gpu = gpu;
    }

    /**
     * Waits until one of these GPUs is free, and takes the first free one.
     *
     * @param gpus from {@link PreparedRun#gpus}; empty for none
     * @param waits as in {@link TrainingPlace#take}
     * @throws java.util.concurrent.CancellationException when the control ends the wait
     */
    public static GpuPlace take(
            RunStore store, String run, List<NamedGpu> gpus, RunControl control, Consumer<List<String>> waits)
            throws DataException {
        if (gpus.isEmpty()) {
            return new GpuPlace(null, GpuShare.ALONE, "");
        }
        List<String> names = gpus.stream().map(NamedGpu::name).toList();
        LockedFile file = TrainingPlace.locked(store, () -> names, run, control, waits);
        String taken = gpus.stream()
                .filter(gpu -> LockedFile.place(gpu.name()).equals(file.name()))
                .map(NamedGpu::id)
                .findFirst()
                .orElseThrow();
        return new GpuPlace(file, new SharedGpus(store.workspace()), taken);
    }

    /**
     * The run on that GPU; unchanged if it needs none.
     *
     * @throws DataException if other programs leave too little of the GPU free
     */
    public PreparedRun of(PreparedRun run) throws DataException {
        return file == null ? run : run.on(gpu, this::turn);
    }

    /** Until this is closed, the run's models use its GPU; afterwards they take a GPU like other work. */
    private Optional<GpuShare.Turn> turn(List<NamedGpu> gpus) {
        return (closed ? afterwards : GpuShare.ALONE).take(gpus);
    }

    /** The id of the GPU; "" for none. */
    String gpu() {
        return gpu;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        if (file != null) {
            file.close();
        }
    }
}
