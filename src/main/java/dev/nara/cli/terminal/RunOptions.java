package dev.nara.cli.terminal;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options for a stored run, shared by every command that uses one. */
public final class RunOptions {
    @Option(names = "--run", paramLabel = "ID|latest", descriptionKey = "cli.run")
    private @Nullable String run;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    /** Whether a run is given. */
    public boolean given() {
        return run != null;
    }

    public WorkspaceOption workspace() {
        return workspace;
    }

    public Services.Reopened reopen(Services services) throws DataException {
        try (RunStore store = workspace.existing(services)) {
            return services.reopen(store, find(store), Progress.NONE);
        }
    }

    public StoredRun find(RunStore store) throws DataException {
        return store.find(run == null ? "latest" : run);
    }
}
