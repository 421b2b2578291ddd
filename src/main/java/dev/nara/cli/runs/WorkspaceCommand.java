package dev.nara.cli.runs;

import dev.nara.cli.terminal.Output;
import dev.nara.data.DataException;
import dev.nara.store.Services;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code nara workspace}: what can be done with a workspace as a whole, each by a command of its own; it is checked where none is named. */
@Command(name = "workspace", mixinStandardHelpOptions = true)
public final class WorkspaceCommand implements Callable<Integer> {
    @Mixin
    private final RunsOptions runs;

    private WorkspaceCommand(RunsOptions runs) {
        this.runs = runs;
    }

    /** With all that can be done. */
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
