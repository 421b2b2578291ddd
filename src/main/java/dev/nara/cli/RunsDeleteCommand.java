package dev.nara.cli;

import dev.nara.data.DataException;
import dev.nara.store.RunStore;
import dev.nara.store.StoredRun;
import dev.nara.text.Text;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code nara runs delete}: throws runs away; until the trash is emptied they can be taken back. */
@Command(name = "delete", mixinStandardHelpOptions = true)
final class RunsDeleteCommand implements Callable<Integer> {
    private final RunsOptions runs;

    @Mixin
    private final NamedRuns named = new NamedRuns();

    RunsDeleteCommand(RunsOptions runs) {
        this.runs = runs;
    }

    @Override
    public Integer call() throws DataException {
        try (RunStore store = runs.existing()) {
            for (StoredRun run : named.all(store, "delete")) {
                store.trash().put(run.id());
                runs.done("deleted", run.id(), Text.of("cli.runs.deleted", run.id(), runs.hint()));
            }
        }
        return ExitCode.DONE;
    }
}
