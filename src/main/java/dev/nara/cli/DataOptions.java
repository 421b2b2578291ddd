package dev.nara.cli;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Progress;
import dev.nara.run.Workbench;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the data is: shared by every command that reads some. */
final class DataOptions {
    @Option(names = "--data", paramLabel = "PATH", descriptionKey = "cli.data")
    private @Nullable Path data;

    @Option(names = "--format", paramLabel = "F", descriptionKey = "cli.format")
    private @Nullable String format;

    Dataset read(Workbench workbench) throws DataException {
        Path path = data == null ? workbench.sample() : data.toAbsolutePath().normalize();
        return workbench.datasets().read(path, format, Progress.NONE);
    }
}
