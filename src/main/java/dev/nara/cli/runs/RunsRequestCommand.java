package dev.nara.cli.runs;

import dev.nara.cli.terminal.ExitCode;
import dev.nara.data.DataException;
import dev.nara.run.RunRequest;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code nara runs pause} and {@code nara runs continue}: sends requests to the processes that train runs. */
@Command(mixinStandardHelpOptions = true)
final class RunsRequestCommand implements Callable<Integer> {
    private final RunsOptions runs;
    private final RunRequest request;
    private final String name;

    @Mixin
    private final NamedRuns named = new NamedRuns();

    RunsRequestCommand(RunsOptions runs, RunRequest request, String name) {
        this.runs = runs;
        this.request = request;
        this.name = name;
    }

    @Override
    public Integer call() throws DataException {
        try (RunStore store = runs.existing()) {
            for (StoredRun run : named.all(store, name)) {
                store.requests().send(run.id(), request);
                runs.done(name, run.id(), Text.of("asked." + request, run.id(), runs.hint()));
            }
        }
        return ExitCode.DONE;
    }
}
