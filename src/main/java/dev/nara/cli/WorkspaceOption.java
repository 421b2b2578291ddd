package dev.nara.cli;

import dev.nara.data.DataException;
import dev.nara.run.RunStore;
import dev.nara.run.Workbench;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where runs are kept: shared by every command that stores or uses one. */
final class WorkspaceOption {
    @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "cli.workspace")
    private @Nullable Path workspace;

    /** Opens the workspace named, else the usual one. */
    RunStore open(Workbench workbench) throws DataException {
        return RunStore.open(workspace == null ? workbench.workspace() : workspace);
    }
}
