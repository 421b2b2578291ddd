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

/** How stored runs are trained on the terminal: shared by the commands that begin them and go on with them. */
public final class TrainingOptions {
    @Option(names = "--pause-after", paramLabel = "EPOCHS", descriptionKey = "cli.pause-after")
    private @Nullable Integer pauseAfter;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--json", descriptionKey = "cli.json")
    private boolean json;

    /** The epoch after which a run is left, null for none. */
    @Nullable
    Integer pauseAfter() throws DataException {
        atLeast("--pause-after", pauseAfter, 1);
        return pauseAfter;
    }

    WorkspaceOption workspace() {
        return workspace;
    }

    /** Trains runs of a workspace as these options say. */
    RunOnTerminal terminal(Services services, RunStore store, Output output) throws DataException {
        return new RunOnTerminal(
                store, new References(services.algorithms(), store), output, json, pauseAfter(), workspace.hint());
    }

    /** Refuses a number, where one is given, that means nothing. */
    public static void atLeast(String option, @Nullable Number number, int least) throws DataException {
        if (number != null && number.longValue() < least) {
            throw new DataException(
                    Text.of("cli.number.wrong", option, least), Text.of("cli.number.wrong.remedy", option));
        }
    }
}
