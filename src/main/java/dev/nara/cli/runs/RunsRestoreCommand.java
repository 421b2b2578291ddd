package dev.nara.cli.runs;

import dev.nara.cli.terminal.ExitCode;
import dev.nara.data.DataException;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code nara runs restore}: restores runs from the trash. */
@Command(name = "restore", mixinStandardHelpOptions = true)
final class RunsRestoreCommand implements Callable<Integer> {
    private final RunsOptions runs;

    @Mixin
    private final NamedRuns named = new NamedRuns();

    RunsRestoreCommand(RunsOptions runs) {
        this.runs = runs;
    }

    @Override
    public Integer call() throws DataException {
        try (RunStore store = runs.existing()) {
            List<Long> wanted = named.numbers("restore");
            Set<Long> trash = store.trash().list().stream().map(StoredRun::id).collect(Collectors.toSet());
            for (long run : wanted) {
                if (!trash.contains(run)) {
                    throw new DataException(
                            Text.of("cli.runs.not.trashed", run), Text.of("cli.runs.not.trashed.remedy"));
                }
            }
            for (long run : wanted) {
                store.trash().takeBack(run);
                runs.done("restored", run, Text.of("cli.runs.restored", run));
            }
        }
        return ExitCode.DONE;
    }
}
