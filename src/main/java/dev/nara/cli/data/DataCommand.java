package dev.nara.cli.data;

import dev.nara.cli.terminal.ExitCode;
import dev.nara.cli.terminal.Output;
import dev.nara.cli.terminal.RunSettingOptions;
import dev.nara.cli.terminal.WorkspaceOption;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Finding;
import dev.nara.data.OutputFile;
import dev.nara.data.Profile;
import dev.nara.data.prepare.Derived;
import dev.nara.data.prepare.Prepared;
import dev.nara.data.prepare.Quality;
import dev.nara.data.prepare.RecipeFile;
import dev.nara.eval.Candidates;
import dev.nara.eval.Protocol;
import dev.nara.interchange.DatasetCard;
import dev.nara.interchange.DatasetFormat;
import dev.nara.spec.FrozenSplit;
import dev.nara.spec.RunSettings;
import dev.nara.spec.SplitPreview;
import dev.nara.split.Split;
import dev.nara.split.Splits;
import dev.nara.store.Services;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nara data}: describes a dataset, its flaws, and the result of a recipe and a split. */
@Command(name = "data", mixinStandardHelpOptions = true)
public final class DataCommand implements Callable<Integer> {
    private final Services services;
    private final Output output;

    @Mixin
    private final DataOptions data = new DataOptions();

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--split", paramLabel = "SPLIT", descriptionKey = "cli.data.split")
    private String split = "";

    @Option(names = "--validation", paramLabel = "SPLIT", descriptionKey = "parameter.validation.help")
    private String validation = "";

    @Option(names = "--candidates", paramLabel = "C", descriptionKey = "cli.data.candidates")
    private String candidates = "";

    @Option(
            names = {"--split-seed", "--seed"},
            paramLabel = "N",
            descriptionKey = "parameter.split_seed.help")
    private long splitSeed = 1;

    @Option(names = "--freeze", paramLabel = "FILE", descriptionKey = "cli.data.freeze")
    private @Nullable Path freeze;

    @Option(names = "--save-recipe", descriptionKey = "cli.data.save-recipe")
    private boolean saveRecipe;

    @Option(names = "--export", paramLabel = "DIR", descriptionKey = "cli.data.export")
    private @Nullable Path export;

    @Option(names = "--as", paramLabel = "F", descriptionKey = "cli.data.as")
    private String as = "recbole";

    @Option(names = "--card", paramLabel = "FILE", descriptionKey = "cli.data.card")
    private @Nullable Path card;

    @Option(names = "--json", descriptionKey = "cli.json")
    private boolean json;

    public DataCommand(Services services, Output output) {
        this.services = services;
        this.output = output;
    }

    @Override
    public Integer call() throws DataException, IOException {
        DatasetFormat format = DatasetFormat.of(as);
        RunSettingOptions.check(RunSettings.SPLIT_SEED, Long.toString(splitSeed));
        Prepared prepared = data.read(workspace.in(services), output);
        Dataset dataset = prepared.dataset();
        Split whole = Splits.split(dataset, split, splitSeed);
        Protocol protocol = Protocol.of(dataset, whole, candidates, splitSeed);
        Candidates among = protocol.candidates();
        // The negatives were drawn for the items that the protocol has to find.
        Split cut = among.full() ? whole : protocol.split();
        Dataset described = Derived.apply(
                dataset, cut.train(), prepared.recipe().preparation().derive());
        boolean asCut = !split.isBlank() || dataset.given() != null;
        for (Path file : Stream.of(freeze, card).filter(Objects::nonNull).toList()) {
            OutputFile.check(file);
        }
        if (saveRecipe && dataset.path().equals(services.sample())) {
            throw new DataException(Text.of("recipe.sample"), Text.of("recipe.sample.remedy"));
        }
        DataReport report = report(prepared, described, whole, protocol);
        Split part = asCut ? part(cut, among, report.preview()) : null;
        if (export != null) {
            format.check(export, dataset, part);
        }
        if (json) {
            output.json(DataJson.of(report));
        } else {
            report.print(output);
        }
        keep(prepared);
        if (card != null) {
            DatasetCard.write(card, prepared, report.quality(), report.preview(), output.locale());
            output.say(Text.of("cli.written", card));
        }
        if (export != null) {
            export(export, format, described, part);
        }
        return ExitCode.DONE;
    }

    /** The split to export, with its negatives and the validation part of a run. */
    private static Split part(Split cut, Candidates among, SplitPreview preview) {
        int[][] negatives = among.negatives(cut);
        Split part = negatives == null ? cut : cut.among(negatives);
        return preview.validation().map(part::validatedOn).orElse(part);
    }

    private Map<String, String> settings() {
        return Map.of(
                RunSettings.SPLIT,
                split,
                RunSettings.VALIDATION,
                validation,
                RunSettings.CANDIDATES,
                candidates,
                RunSettings.SPLIT_SEED,
                Long.toString(splitSeed));
    }

    private DataReport report(Prepared prepared, Dataset described, Split whole, Protocol protocol)
            throws DataException {
        Dataset dataset = prepared.dataset();
        CompletableFuture<Profile> profile = CompletableFuture.supplyAsync(() -> new Profile(dataset));
        CompletableFuture<List<Finding>> quality = CompletableFuture.supplyAsync(() -> Quality.of(prepared));
        SplitPreview preview = SplitPreview.of(dataset, whole, protocol, settings());
        return new DataReport(prepared, described, data.recipeFile(services), profile.join(), quality.join(), preview);
    }

    /** Writes the split and the recipe, if requested. */
    private void keep(Prepared prepared) throws DataException, IOException {
        if (freeze != null) {
            String hash = FrozenSplit.write(freeze, prepared.dataset(), settings());
            output.say(Text.of("cli.data.frozen", freeze, hash));
            output.say(Text.of("export.ids"));
        }
        if (saveRecipe) {
            Path file = RecipeFile.beside(prepared.dataset().path());
            RecipeFile.write(file, prepared.recipe());
            output.say(Text.of("cli.data.recipe", file));
        }
    }

    private void export(Path folder, DatasetFormat format, Dataset dataset, @Nullable Split part) throws IOException {
        format.write(folder, dataset, part);
        output.say(Text.of("cli.data.exported", folder));
        output.say(Text.of("export.ids"));
        format.loss(dataset).ifPresent(output::say);
    }
}
