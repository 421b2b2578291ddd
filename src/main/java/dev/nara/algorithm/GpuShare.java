package dev.nara.algorithm;

import java.util.List;
import java.util.Optional;

/** How an algorithm asks for its turn on a GPU, knowing nothing of those that it shares them with; each computes for one at a time. */
@FunctionalInterface
public interface GpuShare {
    /** Of who knows of nobody else. */
    GpuShare ALONE = gpus -> gpus.stream().findFirst().map(gpu -> new Turn(gpu.id(), () -> {}));

    /** Takes the first of these GPUs on which nobody computes, without waiting; empty where there is none. */
    Optional<Turn> take(List<NamedGpu> gpus);

    /** A GPU that is one's own until this is closed. */
    record Turn(String gpu, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }
}
