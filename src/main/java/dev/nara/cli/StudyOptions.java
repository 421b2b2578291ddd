package dev.nara.cli;

import com.google.gson.JsonObject;
import dev.nara.data.DataException;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.text.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What all commands on stored studies share: which study, the workspace, and how they answer. */
final class StudyOptions {
    private final Services services;
    private final Output output;

    @Option(names = "--study", paramLabel = "ID|latest", descriptionKey = "cli.study", scope = ScopeType.INHERIT)
    private @Nullable String study;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--json", descriptionKey = "cli.json", scope = ScopeType.INHERIT)
    private boolean json;

    StudyOptions(Services services, Output output) {
        this.services = services;
        this.output = output;
    }

    Services services() {
        return services;
    }

    Output output() {
        return output;
    }

    boolean json() {
        return json;
    }

    WorkspaceOption workspace() {
        return workspace;
    }

    /** Opens or makes the workspace. */
    RunStore open() throws DataException {
        return workspace.open(services);
    }

    /** Opens the workspace, which must be there. */
    RunStore existing() throws DataException {
        return workspace.existing(services);
    }

    /** The number of the study that is named, or of the newest. */
    long study(RunStore store) throws DataException {
        if (study == null || study.equals("latest")) {
            return store.studies().list().stream()
                    .findFirst()
                    .orElseThrow(() -> new DataException(Text.of("study.no"), Text.of("study.no.remedy")))
                    .id();
        }
        try {
            return store.studies().find(Long.parseLong(study.strip())).id();
        } catch (NumberFormatException e) {
            throw new DataException(Text.of("study.name", study), Text.of("study.name.remedy"));
        }
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

    /** What a command that goes on there needs, too, see {@link WorkspaceOption#hint}. */
    String hint() {
        return workspace.hint();
    }
}
