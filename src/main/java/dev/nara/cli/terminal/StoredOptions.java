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

/** What all commands on what is stored share: the workspace, and how they answer. */
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

    /** The services with the workspace named, where snapshots are kept. */
    public Services servicesThere() {
        return workspace.in(services);
    }

    public Output output() {
        return output;
    }

    public boolean json() {
        return json;
    }

    /** Opens or makes the workspace. */
    public RunStore open() throws DataException {
        return workspace.open(services);
    }

    /** Opens the workspace, which must be there. */
    public RunStore existing() throws DataException {
        return workspace.existing(services);
    }

    /** The workspace, which must be there. */
    public Path existingPlace() throws DataException {
        return workspace.existingPlace(services);
    }

    /** As {@link WorkspaceOption#hint} says. */
    public String hint() {
        return workspace.hint();
    }

    /** Says what was done: in words, and as one object to programs. */
    public void done(String what, long number, Text words) {
        output.say(words);
        if (json) {
            JsonObject object = new JsonObject();
            object.addProperty(what, number);
            output.json(object);
        }
    }
}
