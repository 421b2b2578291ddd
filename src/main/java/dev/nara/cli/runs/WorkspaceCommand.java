package dev.nara.cli.runs;

import dev.nara.cli.terminal.Output;
import dev.nara.data.DataException;
import dev.nara.store.Services;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code nara workspace}: the subcommands for a whole workspace; without a subcommand, checks it. */
@Command(name = "workspace", mixinStandardHelpOptions = true)
public final class WorkspaceCommand implements Callable<Integer> {
    @Mixin
    private final RunsOptions runs;

    private WorkspaceCommand(RunsOptions runs) {
        this.runs = runs;
    }

    /** The command with all its subcommands. */
    public static CommandLine line(Services services, Output output) {
        RunsOptions runs = new RunsOptions(services, output);
        return new CommandLine(new WorkspaceCommand(runs))
                .addSubcommand(new WorkspaceCheckCommand(runs))
                .addSubcommand(new WorkspaceForgetCommand(runs));
    }

    @Override
    public Integer call() throws DataException {
        return new WorkspaceCheckCommand(runs).call();
    }
}
