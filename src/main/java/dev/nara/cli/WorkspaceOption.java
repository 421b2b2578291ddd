package dev.nara.cli;

import dev.nara.data.DataException;
import dev.nara.run.RunStore;
import dev.nara.run.Workbench;
import dev.nara.text.Text;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where runs are kept: shared by every command that stores or uses one. */
final class WorkspaceOption {
    @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "cli.workspace")
    private @Nullable Path workspace;

    /** Opens or makes the workspace named, else the usual one. */
    RunStore open(Workbench workbench) throws DataException {
        return RunStore.open(place(workbench));
    }

    /**
     * Opens the workspace named, else the usual one.
     *
     * @throws DataException if there is none, for a misspelt name must not become one
     */
    RunStore existing(Workbench workbench) throws DataException {
        Path place = place(workbench);
        if (!RunStore.exists(place)) {
            throw new DataException(place, Text.of("workspace.none"), Text.of("workspace.none.remedy"));
        }
        return RunStore.open(place);
    }

    /** What a command that goes on there needs, too: "" in the usual place, else the option with a space before it. */
    String hint() {
        return workspace == null ? "" : " --workspace " + workspace;
    }

    private Path place(Workbench workbench) {
        return workspace == null ? workbench.workspace() : workspace;
    }
}
