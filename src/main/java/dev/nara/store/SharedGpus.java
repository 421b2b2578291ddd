package dev.nara.store;

import dev.nara.algorithm.GpuShare;
import dev.nara.algorithm.NamedGpu;
import dev.nara.data.DataException;
import dev.nara.store.database.RunDatabase;
import dev.nara.store.folder.LockedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The {@link GpuShare} among the processes of a workspace: a process that holds the lock file of a GPU may compute on it. Unlike {@link
 * dev.nara.store.queue.GpuPlace}, it never waits.
 */
public final class SharedGpus implements GpuShare {
    private static final Logger LOG = LoggerFactory.getLogger(SharedGpus.class);

    private final Path workspace;

    /** For the processes of this workspace. */
    public SharedGpus(Path workspace) {
        this.workspace = workspace;
    }

    @Override
    public Optional<Turn> take(List<NamedGpu> gpus) {
        try {
            return takeOrThrow(gpus);
        } catch (DataException e) {
            LOG.warn("no GPU can be taken in {}", workspace, e);
            return Optional.empty();
        }
    }

    /**
     * Takes the first free GPU; empty only if others compute on all of them.
     *
     * @throws DataException if the workspace cannot be written
     */
    public Optional<Turn> takeOrThrow(List<NamedGpu> gpus) throws DataException {
        if (Files.notExists(workspace)) {
            // The folder is created when the first run is stored; until then no other process uses it.
            return GpuShare.ALONE.take(gpus);
        }
        try {
            for (NamedGpu gpu : gpus) {
                @Nullable LockedFile file = LockedFile.take(workspace, LockedFile.place(gpu.name()), "");
                if (file != null) {
                    return Optional.of(new Turn(gpu.id(), () -> giveBack(file)));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw RunDatabase.unusable(workspace, e);
        }
    }

    private static void giveBack(LockedFile file) {
        try {
            file.close();
        } catch (IOException e) {
            LOG.warn("{} was not given back", file.name(), e);
        }
    }
}
