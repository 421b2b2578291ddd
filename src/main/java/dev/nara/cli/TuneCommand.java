package dev.nara.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code nara tune}: searches of settings, each thing that can be done with them a command of its own. */
@Command(name = "tune", mixinStandardHelpOptions = true)
final class TuneCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec command;

    private TuneCommand() {}

    /** With all that can be done. */
    static CommandLine line(Output output) {
        return new CommandLine(new TuneCommand()).addSubcommand(new TuneAskCommand(output));
    }

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(command).commandLine();
        throw new ParameterException(
                line, String.join(", ", line.getSubcommands().keySet()));
    }
}
