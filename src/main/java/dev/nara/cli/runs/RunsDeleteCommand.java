package dev.nara.cli.runs;

import dev.nara.cli.terminal.ExitCode;
import dev.nara.data.DataException;
import dev.nara.store.RunStore;
import dev.nara.text.Text;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code nara runs delete}: moves runs to the trash, from which they can be restored until it is emptied. */
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
            List<Long> ids = named.numbers("delete");
            store.trash().put(ids);
            for (long id : ids) {
                runs.done("deleted", id, Text.of("cli.runs.deleted", id, runs.hint()));
            }
        }
        return ExitCode.DONE;
    }
}
