package dev.nara.cli.train;

import dev.nara.cli.terminal.Output;
import dev.nara.cli.terminal.WorkspaceOption;
import dev.nara.data.DataException;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.reference.References;
import dev.nara.text.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options for training runs on the terminal, shared by the commands that start and resume runs. */
public final class TrainingOptions {
    @Option(names = "--pause-after", paramLabel = "EPOCHS", descriptionKey = "cli.pause-after")
    private @Nullable Integer pauseAfter;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--json", descriptionKey = "cli.json")
    private boolean json;

    /** The epoch after which to leave a run, null for none. */
    @Nullable
    Integer pauseAfter() throws DataException {
        atLeast("--pause-after", pauseAfter, 1);
        return pauseAfter;
    }

    WorkspaceOption workspace() {
        return workspace;
    }

    /** Creates the trainer of a workspace's runs with these options. */
    RunOnTerminal terminal(Services services, RunStore store, Output output) throws DataException {
        return new RunOnTerminal(
                store, new References(services.algorithms(), store), output, json, pauseAfter(), workspace.hint());
    }

    /** Throws if a number is given and too small. */
    public static void atLeast(String option, @Nullable Number number, int least) throws DataException {
        if (number != null && number.longValue() < least) {
            throw new DataException(
                    Text.of("cli.number.wrong", option, least), Text.of("cli.number.wrong.remedy", option));
        }
    }
}
