package dev.nara.cli.runs;

import dev.nara.cli.terminal.ExitCode;
import dev.nara.data.DataException;
import dev.nara.run.RunRequest;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.queue.TrainingPlace;
import dev.nara.text.Text;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nara runs stop}: ends runs in whichever process they train, or takes them away from one that does not respond. */
@Command(name = "stop", mixinStandardHelpOptions = true)
final class RunsStopCommand implements Callable<Integer> {
    private final RunsOptions runs;

    @Mixin
    private final NamedRuns named = new NamedRuns();

    @Option(names = "--force", descriptionKey = "cli.runs.force")
    private boolean force;

    RunsStopCommand(RunsOptions runs) {
        this.runs = runs;
    }

    @Override
    public Integer call() throws DataException {
        try (RunStore store = runs.existing()) {
            for (StoredRun run : named.all(store, "stop")) {
                runs.done("stop", run.id(), stop(store, run));
            }
        }
        return ExitCode.DONE;
    }

    /** Stops a run; returns the message for the user. */
    private Text stop(RunStore store, StoredRun run) throws DataException {
        if (force) {
            // First, because afterwards another process may take up the run in a place of its own.
            TrainingPlace.vacate(store, run.id());
            store.requests().takeAway(run.id());
            return Text.of("cli.runs.taken", run.id(), runs.hint());
        }
        if (store.resumption().possible(run)) {
            store.requests().stop(run.id());
            return Text.of("cli.runs.stopped", run.id());
        }
        store.requests().send(run.id(), RunRequest.STOP);
        return Text.of("asked." + RunRequest.STOP, run.id(), runs.hint());
    }
}
