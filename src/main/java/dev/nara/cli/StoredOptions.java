package dev.nara.cli;

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
abstract class StoredOptions {
    private final Services services;
    private final Output output;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--json", descriptionKey = "cli.json", scope = ScopeType.INHERIT)
    private boolean json;

    StoredOptions(Services services, Output output) {
        this.services = services;
        this.output = output;
    }

    Services services() {
        return services;
    }

    /** The services with the workspace named, where snapshots are kept. */
    Services servicesThere() {
        return workspace.in(services);
    }

    Output output() {
        return output;
    }

    boolean json() {
        return json;
    }

    /** Opens or makes the workspace. */
    RunStore open() throws DataException {
        return workspace.open(services);
    }

    /** Opens the workspace, which must be there. */
    RunStore existing() throws DataException {
        return workspace.existing(services);
    }

    /** The workspace, which must be there. */
    Path existingPlace() throws DataException {
        return workspace.existingPlace(services);
    }

    /** As {@link WorkspaceOption#hint} says. */
    String hint() {
        return workspace.hint();
    }

    /** Says what was done: in words, and as one object to programs. */
    void done(String what, long number, Text words) {
        output.say(words);
        if (json) {
            JsonObject object = new JsonObject();
            object.addProperty(what, number);
            output.json(object);
        }
    }
}
