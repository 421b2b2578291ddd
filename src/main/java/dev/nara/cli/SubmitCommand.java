package dev.nara.cli;

import dev.nara.competition.ComposeRecipe;
import dev.nara.competition.CompositionSetup;
import dev.nara.competition.Ledger;
import dev.nara.competition.LedgerEntry;
import dev.nara.competition.LocalScores;
import dev.nara.competition.Submission;
import dev.nara.competition.SubmissionCheck;
import dev.nara.data.DataException;
import dev.nara.explain.Recommendations;
import dev.nara.spec.PreparedRun;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
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
    private final Services services;
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

    SubmitCommand(Services services, Output output) {
        this.services = services;
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
            try (RunStore store = run.workspace().open(services)) {
                CompositionSetup setup = ComposeCommand.setup(services, store, read, data, "");
                ComposeCommand.write(setup, setup.score(Submission.LENGTH, false), out, template, store, output);
            }
            return ExitCode.DONE;
        }
        if (data != null) {
            throw new DataException(Text.of("cli.compose.of.runs"), Text.of("cli.compose.of.runs.remedy"));
        }
        Services.Reopened reopened = run.reopen(services);
        PreparedRun preparedRun = reopened.preparedRun();
        Recommendations recommendations = new Recommendations(reopened.recommender(), preparedRun);
        Submission.write(out, preparedRun.dataset(), Submission.Lists.of(recommendations), template)
                .forEach(output::say);
        output.say(Text.of("cli.written", out));
        try (RunStore store = run.workspace().open(services)) {
            Ledger.in(store.workspace())
                    .add(LedgerEntry.ofRun(
                            out,
                            reopened.run().id(),
                            LocalScores.of(preparedRun, SubmissionCheck.lists(out, preparedRun.dataset()))));
        }
        return ExitCode.DONE;
    }
}
