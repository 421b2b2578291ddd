package dev.nara.cli;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.run.Experiment;
import dev.nara.run.RunEvent;
import dev.nara.run.RunStore;
import dev.nara.run.StoredRun;
import dev.nara.run.Workbench;
import dev.nara.text.Text;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nara resume}: goes on with a run that is paused, was interrupted or waits, to the very same results. */
@Command(name = "resume", mixinStandardHelpOptions = true)
final class ResumeCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final Output output;

    @Option(names = "--run", paramLabel = "ID", required = true, descriptionKey = "cli.run.id")
    private String run = "";

    @Option(names = "--pause-after", paramLabel = "EPOCHS", descriptionKey = "cli.pause-after")
    private @Nullable Integer pauseAfter;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--json", descriptionKey = "cli.json")
    private boolean json;

    ResumeCommand(Workbench workbench, Output output) {
        this.workbench = workbench;
        this.output = output;
    }

    @Override
    public Integer call() throws DataException, IOException {
        TrainCommand.atLeast("--pause-after", pauseAfter, 1);
        try (RunStore store = workspace.existing(workbench)) {
            StoredRun stored = store.find(run);
            int done = RunEvent.epochs(store.events(stored.id())).stream()
                    .filter(epoch -> epoch.phase().equals("train"))
                    .mapToInt(RunEvent.EpochDone::epoch)
                    .max()
                    .orElse(0);
            if (pauseAfter != null && pauseAfter <= done) {
                throw new DataException(
                        Text.of("cli.pause.passed", stored.id(), done), Text.of("cli.pause.passed.remedy"));
            }
            Experiment experiment = workbench.experiment(stored, Progress.NONE);
            experiment.checkStart();
            return new RunOnTerminal(store, output, json, pauseAfter).train(stored.id(), experiment);
        }
    }
}
