package dev.nara.cli.terminal;

import com.google.gson.JsonObject;
import dev.nara.data.DataException;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.text.Text;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options of all commands on stored runs and studies: the workspace, and the form of the output. */
public abstract class StoredOptions {
    private final Services services;
    private final Output output;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--json", descriptionKey = "cli.json", scope = ScopeType.INHERIT)
    private boolean json;

    public StoredOptions(Services services, Output output) {
        this.services = services;
        this.output = output;
    }

    public Services services() {
        return services;
    }

    /** The services with the given workspace, in which snapshots are stored. */
    public Services servicesThere() {
        return workspace.in(services);
    }

    public Output output() {
        return output;
    }

    public boolean json() {
        return json;
    }

    /** Opens or creates the workspace. */
    public RunStore open() throws DataException {
        return workspace.open(services);
    }

    /** Opens the workspace, which must exist. */
    public RunStore existing() throws DataException {
        return workspace.existing(services);
    }

    /** The folder of the workspace, which must exist. */
    public Path existingPlace() throws DataException {
        return workspace.existingPlace(services);
    }

    /** As {@link WorkspaceOption#hint}. */
    public String hint() {
        return workspace.hint();
    }

    /** Reports what was done as text, and on request also as one JSON object for programs. */
    public void done(String what, long number, Text words) {
        output.say(words);
        if (json) {
            JsonObject object = new JsonObject();
            object.addProperty(what, number);
            output.json(object);
        }
    }
}
