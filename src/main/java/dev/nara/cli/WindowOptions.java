package dev.nara.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Options of the window, the only options without a command. */
@Command
public final class WindowOptions {
    @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "cli.window.workspace")
    private @Nullable Path workspace;

    @Option(names = "--data", paramLabel = "PATH", descriptionKey = "cli.window.data")
    private @Nullable Path data;

    WindowOptions() {}

    /** Parses a command line that opens the window; empty for any other. */
    public static Optional<WindowOptions> of(String... arguments) {
        WindowOptions options = new WindowOptions();
        try {
            new CommandLine(options).parseArgs(arguments);
            return Optional.of(options);
        } catch (CommandLine.ParameterException e) {
            return Optional.empty();
        }
    }

    /** The folder of the runs. */
    public Optional<Path> workspace() {
        return Optional.ofNullable(workspace).map(Path::toAbsolutePath);
    }

    /** The data to open at the start. */
    public Optional<Path> data() {
        return Optional.ofNullable(data).map(Path::toAbsolutePath);
    }

    /** Whether any was given. */
    boolean given() {
        return workspace != null || data != null;
    }
}
