package dev.nara.cli.lists;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.nara.cli.terminal.ExitCode;
import dev.nara.cli.terminal.Output;
import dev.nara.cli.terminal.TextTable;
import dev.nara.cli.terminal.WorkspaceOption;
import dev.nara.cli.train.FitsOnTerminal;
import dev.nara.competition.ComposeRecipe;
import dev.nara.competition.Composition;
import dev.nara.competition.CompositionSetup;
import dev.nara.competition.Ledger;
import dev.nara.competition.LedgerEntry;
import dev.nara.competition.LocalScores;
import dev.nara.competition.Submission;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Destination;
import dev.nara.data.OutputFile;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.RecipeFile;
import dev.nara.spec.PreparedRun;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nara compose}: composes lists from blocks, scores them on the held-out part of a split, and writes a submission. */
@Command(name = "compose", mixinStandardHelpOptions = true)
public final class ComposeCommand implements Callable<Integer> {
    private final Services services;
    private final Output output;

    @Option(names = "--recipe", paramLabel = "FILE", required = true, descriptionKey = "cli.compose.recipe")
    private Path recipe = Path.of("lists.json");

    @Option(names = "--split", paramLabel = "SPLIT", descriptionKey = "parameter.split.help")
    private String split = "";

    @Option(names = "--tune", descriptionKey = "cli.compose.tune")
    private boolean tune;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "cli.submit.out")
    private @Nullable Path out;

    @Option(names = "--no-fit", descriptionKey = "cli.no.fit")
    private boolean noFit;

    @Option(names = "--template", paramLabel = "FILE", descriptionKey = "cli.template")
    private @Nullable Path template;

    @Option(names = "--data", paramLabel = "PATH", descriptionKey = "cli.data")
    private @Nullable Path data;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--json", descriptionKey = "cli.json")
    private boolean json;

    public ComposeCommand(Services services, Output output) {
        this.services = services;
        this.output = output;
    }

    @Override
    public Integer call() throws DataException, IOException {
        ComposeRecipe read = ComposeRecipe.read(recipe);
        if (read.ofRuns() && (data != null || !split.isEmpty())) {
            throw new DataException(Text.of("cli.compose.of.runs"), Text.of("cli.compose.of.runs.remedy"));
        }
        try (RunStore store = workspace.open(services)) {
            CompositionSetup given = setup(services, store, read, data, split);
            notItself(recipe, out);
            CompositionSetup setup = tune ? given.tuned(Submission.LENGTH) : given;
            PreparedRun preparedRun = setup.preparedRun();
            CompositionSetup.Scored scored = setup.score(Submission.LENGTH);
            if (tune) {
                setup.recipe().write(recipe);
                output.say(Text.of("cli.written", recipe));
                output.say(setup.howTuned());
            }
            if (json) {
                output.json(json(scored, preparedRun));
            } else {
                print(scored, setup);
            }
            if (out != null) {
                Optional<CompositionSetup> fitted = noFit
                        ? Optional.of(setup)
                        : new FitsOnTerminal(services, store, output, false, workspace.hint()).fitted(setup);
                if (fitted.isEmpty()) {
                    output.say(Text.of("cli.submit.not.fitted"));
                    return ExitCode.FAILED;
                }
                write(fitted.get(), scored, out, template, store, output);
            }
        }
        return ExitCode.DONE;
    }

    /** Throws if the submission would overwrite the recipe from which it is made. */
    static void notItself(Path recipe, @Nullable Path out) throws DataException {
        if (out != null && Destination.same(recipe, out)) {
            throw new DataException(out, Text.of("cli.out.recipe"), Text.of("cli.out.recipe.remedy"));
        }
        if (out != null) {
            OutputFile.check(out);
        }
    }

    static CompositionSetup setup(
            Services services, RunStore store, ComposeRecipe recipe, @Nullable Path data, String split)
            throws DataException {
        Path path = data == null ? services.sample() : data;
        return CompositionSetup.of(
                services,
                store,
                recipe,
                null,
                () -> services.open(path, RecipeFile.find(path).orElse(Recipe.USUAL), Progress.NONE),
                split);
    }

    /** Writes the submission, and adds it to the workspace's ledger. */
    static void write(
            CompositionSetup setup,
            CompositionSetup.Scored scored,
            Path out,
            @Nullable Path template,
            RunStore store,
            Output output)
            throws DataException, IOException {
        Dataset dataset = setup.preparedRun().dataset();
        Submission.write(out, dataset, setup::lists, template).forEach(output::say);
        output.say(Text.of("cli.written", out));
        output.say(Text.of("export.ids"));
        if (Destination.isStream(out)) {
            output.say(Text.of("cli.submit.stream"));
            return;
        }
        Ledger.in(store.workspace())
                .add(LedgerEntry.composed(out, scored.recipe(), setup.fits(), LocalScores.of(setup, scored))
                        .on(dataset.name()));
    }

    private JsonObject json(CompositionSetup.Scored scored, PreparedRun preparedRun) {
        Composition composition = scored.whole();
        JsonObject object = new JsonObject();
        object.addProperty("split", preparedRun.split().spec());
        object.addProperty("users", scored.scoredUsers().users());
        object.addProperty("coldUsers", scored.scoredUsers().cold());
        if (!Double.isNaN(scored.scoredUsers().coldScore())) {
            object.addProperty("coldScore", scored.scoredUsers().coldScore());
        }
        object.addProperty("score", composition.score());
        object.addProperty("low", composition.low());
        object.addProperty("high", composition.high());
        JsonArray blocks = new JsonArray();
        for (int b = 0; b < scored.alone().size(); b++) {
            ComposeRecipe.Block block = scored.recipe().blocks().get(b);
            JsonObject one = new JsonObject();
            one.addProperty("block", block.name());
            one.addProperty("seen", block.seen());
            one.addProperty("take", Math.min(Submission.LENGTH, block.atMost()));
            one.addProperty("part", composition.parts()[b]);
            one.addProperty("alone", scored.alone().get(b).score());
            blocks.add(one);
        }
        object.add("blocks", blocks);
        return object;
    }

    private void print(CompositionSetup.Scored scored, CompositionSetup setup) {
        Composition composition = scored.whole();
        output.result(Text.of(
                        "export.score",
                        Numbers.figure(composition.score()),
                        Numbers.figure(composition.low()),
                        Numbers.figure(composition.high()),
                        setup.preparedRun().split().spec(),
                        scored.scoredUsers().words())
                .in(output.locale()));
        for (int b = 0; b < scored.alone().size(); b++) {
            ComposeRecipe.Block block = scored.recipe().blocks().get(b);
            output.result("  " + TextTable.padded((b + 1) + ". " + block.name(), 24)
                    + TextTable.padded(block.seen(), 6)
                    + Text.of(
                                    "compose.part",
                                    Math.min(Submission.LENGTH, block.atMost()),
                                    Numbers.figure(composition.parts()[b]),
                                    Numbers.figure(scored.alone().get(b).score()))
                            .in(output.locale()));
        }
    }
}
