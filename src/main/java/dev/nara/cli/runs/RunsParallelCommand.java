package dev.nara.cli.runs;

import dev.nara.cli.terminal.ExitCode;
import dev.nara.cli.train.TrainingOptions;
import dev.nara.data.DataException;
import dev.nara.store.RunStore;
import dev.nara.text.Text;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nara runs at-a-time}: prints how many runs train in parallel, or sets it to a number. */
@Command(name = "at-a-time", mixinStandardHelpOptions = true)
final class RunsParallelCommand implements Callable<Integer> {
    private final RunsOptions runs;

    @Option(names = "--number", paramLabel = "N", descriptionKey = "cli.runs.number")
    private @Nullable Integer number;

    RunsParallelCommand(RunsOptions runs) {
        this.runs = runs;
    }

    @Override
    public Integer call() throws DataException {
        TrainingOptions.atLeast("--number", number, 1);
        try (RunStore store = runs.existing()) {
            if (number != null) {
                store.parallelRuns(number);
            }
            runs.done("atATime", store.parallelRuns(), Text.of("runs.at.a.time", store.parallelRuns()));
        }
        return ExitCode.DONE;
    }
}
