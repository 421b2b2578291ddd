package dev.nara.cli.runs;

import dev.nara.cli.terminal.ExitCode;
import dev.nara.data.DataException;
import dev.nara.store.RunStore;
import dev.nara.store.archive.RunArchive;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nara runs import}: stores a run exported from another workspace. */
@Command(name = "import", mixinStandardHelpOptions = true)
final class RunsImportCommand implements Callable<Integer> {
    private final RunsOptions runs;

    @Option(names = "--file", paramLabel = "FILE", descriptionKey = "cli.runs.from")
    private @Nullable Path file;

    @Option(names = "--data", paramLabel = "PATH", descriptionKey = "cli.runs.data")
    private @Nullable Path data;

    RunsImportCommand(RunsOptions runs) {
        this.runs = runs;
    }

    @Override
    public Integer call() throws DataException {
        try (RunStore store = runs.open()) {
            Path from = RunsExportCommand.given(file);
            Path place = data;
            long run = place == null
                    ? RunArchive.read(store, from)
                    : RunArchive.read(store, from, spec -> runs.data(spec, place));
            runs.done("imported", run, Text.of("cli.runs.imported", run));
        }
        return ExitCode.DONE;
    }
}
