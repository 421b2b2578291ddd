package dev.nara.cli;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.run.RunStore;
import dev.nara.run.Workbench;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which stored run: shared by every command that uses one. */
final class RunOptions {
    @Option(names = "--run", paramLabel = "ID|latest", descriptionKey = "cli.run")
    private @Nullable String run;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    /** Whether a run is named. */
    boolean given() {
        return run != null;
    }

    WorkspaceOption workspace() {
        return workspace;
    }

    Workbench.Reopened reopen(Workbench workbench) throws DataException {
        try (RunStore store = workspace.existing(workbench)) {
            return workbench.reopen(store, store.find(run == null ? "latest" : run), Progress.NONE);
        }
    }
}
