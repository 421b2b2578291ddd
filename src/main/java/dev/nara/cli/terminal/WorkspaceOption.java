package dev.nara.cli.terminal;

import dev.nara.data.DataException;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.text.Text;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The option for the workspace, shared by every command that stores or uses runs. */
public final class WorkspaceOption {
    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            descriptionKey = "cli.workspace",
            scope = CommandLine.ScopeType.INHERIT)
    private @Nullable Path workspace;

    /** Opens or creates the given workspace, otherwise the default one. */
    public RunStore open(Services services) throws DataException {
        return services.store(place(services));
    }

    /** The services with the given workspace, in which snapshots are stored. */
    public Services in(Services services) {
        return services.at(place(services));
    }

    /**
     * Opens the given workspace, otherwise the default one.
     *
     * @throws DataException if there is none; a misspelt name must not create one
     */
    public RunStore existing(Services services) throws DataException {
        return services.store(existingPlace(services));
    }

    /** The folder of the workspace; throws like {@link #existing}. */
    Path existingPlace(Services services) throws DataException {
        Path place = place(services);
        if (!RunStore.exists(place)) {
            throw new DataException(place, Text.of("workspace.none"), Text.of("workspace.none.remedy"));
        }
        return place;
    }

    /** The option to add to commands suggested to the user: "" for the default workspace, otherwise the option with a leading space. */
    public String hint() {
        return workspace == null ? "" : " --workspace " + workspace;
    }

    private Path place(Services services) {
        return workspace == null ? services.workspace() : workspace;
    }
}
