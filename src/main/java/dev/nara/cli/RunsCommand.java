package dev.nara.cli;

import com.google.gson.JsonObject;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.run.RunRequest;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code nara runs}: what can be done with stored runs, each by a command of its own; they are listed where none is named. */
@Command(name = "runs", mixinStandardHelpOptions = true)
final class RunsCommand implements Callable<Integer> {
    private final Services services;
    private final Output output;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--json", descriptionKey = "cli.json", scope = ScopeType.INHERIT)
    private boolean json;

    private RunsCommand(Services services, Output output) {
        this.services = services;
        this.output = output;
    }

    /** With all that can be done. */
    static CommandLine line(Services services, Output output) {
        RunsCommand runs = new RunsCommand(services, output);
        return new CommandLine(runs)
                .addSubcommand("list", RunsListCommand.ofAll(runs))
                .addSubcommand(new RunsShowCommand(runs))
                .addSubcommand("pause", new RunsRequestCommand(runs, RunRequest.PAUSE, "pause"))
                .addSubcommand("continue", new RunsRequestCommand(runs, RunRequest.GO_ON, "continue"))
                .addSubcommand(new RunsStopCommand(runs))
                .addSubcommand(new RunsParallelCommand(runs))
                .addSubcommand(new RunsExportCommand(runs))
                .addSubcommand(new RunsImportCommand(runs))
                .addSubcommand(new RunsMoveCommand(runs))
                .addSubcommand(new RunsDeleteCommand(runs))
                .addSubcommand(new RunsRestoreCommand(runs))
                .addSubcommand("trash", RunsListCommand.ofTrash(runs))
                .addSubcommand(new RunsCleanCommand(runs));
    }

    @Override
    public Integer call() throws DataException, IOException {
        return RunsListCommand.ofAll(this).call();
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

    /** Opens or makes the workspace. */
    RunStore open() throws DataException {
        return workspace.open(services);
    }

    /** Opens the workspace, which must be there. */
    RunStore existing() throws DataException {
        return workspace.existing(services);
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

    /** A run's data in another place, read as the run read it. */
    Dataset data(RunSpec spec, Path place) throws DataException {
        Recipe recipe = spec.recipe();
        return services.open(place, recipe.read(spec.format(), recipe.encoding()), Progress.NONE)
                .dataset();
    }
}
