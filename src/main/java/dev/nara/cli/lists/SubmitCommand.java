package dev.nara.cli.lists;

import dev.nara.cli.terminal.ExitCode;
import dev.nara.cli.terminal.Output;
import dev.nara.cli.terminal.RunOptions;
import dev.nara.cli.train.FitsOnTerminal;
import dev.nara.competition.ComposeRecipe;
import dev.nara.competition.CompositionSetup;
import dev.nara.competition.Fits;
import dev.nara.competition.Ledger;
import dev.nara.competition.LedgerEntry;
import dev.nara.competition.LocalScores;
import dev.nara.competition.Submission;
import dev.nara.data.DataException;
import dev.nara.data.Destination;
import dev.nara.data.OutputFile;
import dev.nara.data.Progress;
import dev.nara.explain.Recommendations;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nara submit}: writes a stored run's submission. */
@Command(name = "submit", mixinStandardHelpOptions = true)
public final class SubmitCommand implements Callable<Integer> {
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

    @Option(names = "--no-fit", descriptionKey = "cli.no.fit")
    private boolean noFit;

    @Option(names = "--template", paramLabel = "FILE", descriptionKey = "cli.template")
    private @Nullable Path template;

    public SubmitCommand(Services services, Output output) {
        this.services = services;
        this.output = output;
    }

    @Override
    public Integer call() throws DataException, IOException {
        if (recipe != null && run.given()) {
            throw new DataException(Text.of("cli.submit.both"), Text.of("cli.submit.both.remedy"));
        }
        if (recipe != null) {
            return ofRecipe(recipe);
        }
        if (data != null) {
            throw new DataException(Text.of("cli.compose.of.runs"), Text.of("cli.compose.of.runs.remedy"));
        }
        try (RunStore store = run.workspace().existing(services)) {
            return ofRun(store, run.find(store));
        }
    }

    private int ofRecipe(Path file) throws DataException, IOException {
        ComposeRecipe read = ComposeRecipe.read(file);
        ComposeCommand.notItself(file, out);
        if (read.ofRuns() && data != null) {
            throw new DataException(Text.of("cli.compose.of.runs"), Text.of("cli.compose.of.runs.remedy"));
        }
        try (RunStore store = run.workspace().open(services)) {
            CompositionSetup setup = ComposeCommand.setup(services, store, read, data, "");
            Optional<CompositionSetup> fitted =
                    noFit ? Optional.of(setup) : fits(store).fitted(setup);
            if (fitted.isEmpty()) {
                output.say(Text.of("cli.submit.not.fitted"));
                return ExitCode.FAILED;
            }
            ComposeCommand.write(fitted.get(), fitted.get().score(Submission.LENGTH), out, template, store, output);
        }
        return ExitCode.DONE;
    }

    private FitsOnTerminal fits(RunStore store) {
        return new FitsOnTerminal(
                services, store, output, false, run.workspace().hint());
    }

    private int ofRun(RunStore store, StoredRun chosen) throws DataException, IOException {
        // A fit was trained on the test rows, too, so its lists are scored by the run on which it is based.
        Fits known = new Fits(services, store);
        StoredRun origin =
                chosen.fitOf().isEmpty() ? chosen : known.runOf(chosen).orElse(chosen);
        Services.Reopened own = services.reopen(store, origin, Progress.NONE);
        OutputFile.check(out);
        Services.Reopened used = own;
        if (chosen.fitOf().isPresent()) {
            used = services.reopen(store, chosen, own.data());
        } else if (!noFit) {
            int code = fits(store).fit(origin, own.data());
            if (code != ExitCode.DONE) {
                output.say(Text.of("cli.submit.not.fitted"));
                return code;
            }
            used = known.reopened(origin, own.data()).orElse(own);
        }
        Recommendations lists = new Recommendations(used.recommender(), used.preparedRun());
        Submission.write(out, own.preparedRun().dataset(), Submission.Lists.of(lists), template)
                .forEach(output::say);
        output.say(Text.of("cli.written", out));
        output.say(Text.of("export.ids"));
        if (Destination.isStream(out)) {
            output.say(Text.of("cli.submit.stream"));
            return ExitCode.DONE;
        }
        List<Long> fit = used.run().fitOf().isPresent() ? List.of(used.run().id()) : List.of();
        Ledger.in(store.workspace())
                .add(LedgerEntry.ofRun(
                                out,
                                origin.id(),
                                fit,
                                LocalScores.of(store.looks(), origin.id(), own.preparedRun(), own.recommender()))
                        .on(origin.spec().dataName()));
        return ExitCode.DONE;
    }
}
