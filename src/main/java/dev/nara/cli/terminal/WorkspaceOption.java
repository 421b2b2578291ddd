package dev.nara.cli.terminal;

import dev.nara.data.DataException;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.text.Text;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Where runs are kept: shared by every command that stores or uses one. */
public final class WorkspaceOption {
    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            descriptionKey = "cli.workspace",
            scope = CommandLine.ScopeType.INHERIT)
    private @Nullable Path workspace;

    /** Opens or makes the workspace named, else the usual one. */
    public RunStore open(Services services) throws DataException {
        return services.store(place(services));
    }

    /** The services with the workspace named, where snapshots are kept. */
    public Services in(Services services) {
        return services.at(place(services));
    }

    /**
     * Opens the workspace named, else the usual one.
     *
     * @throws DataException if there is none, for a misspelt name must not become one
     */
    public RunStore existing(Services services) throws DataException {
        return services.store(existingPlace(services));
    }

    /** Where it is; likewise. */
    Path existingPlace(Services services) throws DataException {
        Path place = place(services);
        if (!RunStore.exists(place)) {
            throw new DataException(place, Text.of("workspace.none"), Text.of("workspace.none.remedy"));
        }
        return place;
    }

    /** What a command that goes on there needs, too: "" in the usual place, else the option with a space before it. */
    public String hint() {
        return workspace == null ? "" : " --workspace " + workspace;
    }

    private Path place(Services services) {
        return workspace == null ? services.workspace() : workspace;
    }
}
