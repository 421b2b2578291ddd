package dev.nara.store;

import dev.nara.algorithm.GpuShare;
import dev.nara.algorithm.NamedGpu;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The GPUs as the programs of a workspace share them: who has the file of a GPU computes on it. Where none can be had, nobody does. */
public final class SharedGpus implements GpuShare {
    private static final Logger LOG = LoggerFactory.getLogger(SharedGpus.class);

    private final Path workspace;

    /** Of the programs of this workspace. */
    public SharedGpus(Path workspace) {
        this.workspace = workspace;
    }

    @Override
    public Optional<Turn> take(List<NamedGpu> gpus) {
        try {
            for (NamedGpu gpu : gpus) {
                @Nullable LockedFile file = LockedFile.take(workspace, LockedFile.place(gpu.name()), "");
                if (file != null) {
                    return Optional.of(new Turn(gpu.id(), () -> giveBack(file)));
                }
            }
        } catch (IOException e) {
            LOG.warn("no GPU can be taken in {}", workspace, e);
        }
        return Optional.empty();
    }

    private static void giveBack(LockedFile file) {
        try {
            file.close();
        } catch (IOException e) {
            LOG.warn("{} was not given back", file.name(), e);
        }
    }
}
