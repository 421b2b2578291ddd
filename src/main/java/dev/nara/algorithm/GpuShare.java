package dev.nara.algorithm;

import java.util.List;
import java.util.Optional;

/** Lets an algorithm use GPUs in turn with other users of them, without knowing these. */
@FunctionalInterface
public interface GpuShare {
    /** For algorithms that share their GPUs with nothing else. */
    GpuShare ALONE = gpus -> gpus.stream().findFirst().map(gpu -> new Turn(gpu.id(), () -> {}));

    /** Takes the first of these GPUs that is idle, without waiting; empty if there is none. */
    Optional<Turn> take(List<NamedGpu> gpus);

    /** Exclusive use of a GPU until closed. */
    record Turn(String gpu, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }
}
