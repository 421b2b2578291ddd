package dev.nara.cli.runs;

import dev.nara.cli.terminal.ExitCode;
import dev.nara.data.DataException;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nara runs move}: stores the new location of the data of runs. */
@Command(name = "move", mixinStandardHelpOptions = true)
final class RunsMoveCommand implements Callable<Integer> {
    private final RunsOptions runs;

    @Mixin
    private final NamedRuns named = new NamedRuns();

    @Option(names = "--data", paramLabel = "PATH", descriptionKey = "cli.runs.data")
    private @Nullable Path data;

    RunsMoveCommand(RunsOptions runs) {
        this.runs = runs;
    }

    @Override
    public Integer call() throws DataException {
        try (RunStore store = runs.existing()) {
            if (data == null) {
                throw new DataException(Text.of("cli.runs.no.data"), Text.of("cli.runs.no.data.remedy"));
            }
            StoredRun run = named.one(store);
            int moved = store.dataLocations().moved(run, runs.data(run.spec(), data));
            runs.done("moved", run.id(), Text.of("cli.runs.moved", moved, data));
        }
        return ExitCode.DONE;
    }
}
