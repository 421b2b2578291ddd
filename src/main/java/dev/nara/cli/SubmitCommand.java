package dev.nara.cli;

import dev.nara.compose.ComposeRecipe;
import dev.nara.compose.Composing;
import dev.nara.data.DataException;
import dev.nara.export.Ledger;
import dev.nara.export.LocalScores;
import dev.nara.export.Submission;
import dev.nara.export.SubmissionCheck;
import dev.nara.run.Experiment;
import dev.nara.run.Recommendations;
import dev.nara.run.RunStore;
import dev.nara.run.Workbench;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nara submit}: writes a stored run's submission. */
@Command(name = "submit", mixinStandardHelpOptions = true)
final class SubmitCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final Output output;

    @Mixin
    private final RunOptions run = new RunOptions();

    @Option(names = "--recipe", paramLabel = "FILE", descriptionKey = "cli.submit.recipe")
    private @Nullable Path recipe;

    @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "cli.submit.out")
    private Path out = Path.of("submission.csv");

    @Option(names = "--data", paramLabel = "PATH", descriptionKey = "cli.data")
    private @Nullable Path data;

    @Option(names = "--template", paramLabel = "FILE", descriptionKey = "cli.template")
    private @Nullable Path template;

    SubmitCommand(Workbench workbench, Output output) {
        this.workbench = workbench;
        this.output = output;
    }

    @Override
    public Integer call() throws DataException, IOException {
        if (recipe != null && run.given()) {
            throw new DataException(Text.of("cli.submit.both"), Text.of("cli.submit.both.remedy"));
        }
        if (recipe != null) {
            ComposeRecipe read = ComposeRecipe.read(recipe);
            ComposeCommand.notItself(recipe, out);
            if (read.ofRuns() && data != null) {
                throw new DataException(Text.of("cli.compose.of.runs"), Text.of("cli.compose.of.runs.remedy"));
            }
            try (RunStore store = run.workspace().open(workbench)) {
                Composing composing = ComposeCommand.composing(workbench, store, read, data, "");
                ComposeCommand.write(
                        composing, composing.score(Submission.LENGTH, false), out, template, store, output);
            }
            return NaraCommand.DONE;
        }
        if (data != null) {
            throw new DataException(Text.of("cli.compose.of.runs"), Text.of("cli.compose.of.runs.remedy"));
        }
        Workbench.Reopened reopened = run.reopen(workbench);
        Experiment experiment = reopened.experiment();
        Recommendations recommendations = new Recommendations(reopened.recommender(), experiment);
        Submission.write(out, experiment.dataset(), Submission.Lists.of(recommendations), template)
                .forEach(output::say);
        output.say(Text.of("cli.written", out));
        try (RunStore store = run.workspace().open(workbench)) {
            Ledger.in(store.workspace())
                    .add(Ledger.Entry.ofRun(
                            out,
                            reopened.run().id(),
                            LocalScores.of(experiment, SubmissionCheck.lists(out, experiment.dataset()))));
        }
        return NaraCommand.DONE;
    }
}
