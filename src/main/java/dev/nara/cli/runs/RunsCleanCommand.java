package dev.nara.cli.runs;

import dev.nara.cli.terminal.ExitCode;
import dev.nara.data.DataException;
import dev.nara.store.RunStore;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nara runs clean}: permanently deletes what is no longer needed, or prints how much that would be. */
@Command(name = "clean", mixinStandardHelpOptions = true)
final class RunsCleanCommand implements Callable<Integer> {
    private final RunsOptions runs;

    @Option(names = "--yes", descriptionKey = "cli.runs.yes")
    private boolean yes;

    RunsCleanCommand(RunsOptions runs) {
        this.runs = runs;
    }

    @Override
    public Integer call() throws DataException {
        try (RunStore store = runs.existing()) {
            if (yes) {
                long freed = store.trash().clean();
                runs.done("freedBytes", freed, Text.of("cli.runs.freed", megabytes(freed)));
            } else {
                long bytes = store.trash().cleanable();
                runs.done("cleanableBytes", bytes, Text.of("cli.runs.ask", megabytes(bytes), runs.hint()));
            }
        }
        return ExitCode.DONE;
    }

    private static String megabytes(long bytes) {
        return Numbers.grouped(Math.round(bytes / 1e6));
    }
}
