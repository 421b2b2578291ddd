package dev.nara.cli;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.run.RunStore;
import dev.nara.run.Workbench;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which stored run: shared by every command that uses one. */
final class RunOptions {
    @Option(names = "--run", paramLabel = "ID|latest", descriptionKey = "cli.run")
    private String run = "latest";

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    WorkspaceOption workspace() {
        return workspace;
    }

    Workbench.Reopened reopen(Workbench workbench) throws DataException {
        try (RunStore store = workspace.open(workbench)) {
            return workbench.reopen(store, store.find(run), Progress.NONE);
        }
    }
}
