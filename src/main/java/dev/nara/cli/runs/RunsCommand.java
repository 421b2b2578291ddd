package dev.nara.cli.runs;

import dev.nara.cli.terminal.Output;
import dev.nara.data.DataException;
import dev.nara.run.RunRequest;
import dev.nara.store.Services;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code nara runs}: the subcommands for stored runs; without a subcommand, lists them. */
@Command(name = "runs", mixinStandardHelpOptions = true)
public final class RunsCommand implements Callable<Integer> {
    @Mixin
    private final RunsOptions runs;

    private RunsCommand(RunsOptions runs) {
        this.runs = runs;
    }

    /** The command with all its subcommands. */
    public static CommandLine line(Services services, Output output) {
        RunsOptions runs = new RunsOptions(services, output);
        return new CommandLine(new RunsCommand(runs))
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
        return RunsListCommand.ofAll(runs).call();
    }
}
