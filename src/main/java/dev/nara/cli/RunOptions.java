package dev.nara.cli;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.run.RunStore;
import dev.nara.run.Workbench;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which stored run: shared by every command that uses one. */
final class RunOptions {
    @Option(names = "--run", paramLabel = "ID|latest", descriptionKey = "cli.run")
    private String run = "latest";

    @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "cli.workspace")
    private @Nullable Path workspace;

    Workbench.Reopened reopen(Workbench workbench) throws DataException {
        try (RunStore store = RunStore.open(workspace == null ? workbench.workspace() : workspace)) {
            return workbench.reopen(store, store.find(run), Progress.NONE);
        }
    }
}
