package dev.nara.cli;

import dev.nara.algorithm.Engine;
import dev.nara.algorithm.Recommender;
import dev.nara.compose.ComposeRecipe;
import dev.nara.compose.Composer;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import dev.nara.data.prepare.RecipeFile;
import dev.nara.export.Submission;
import dev.nara.run.Experiment;
import dev.nara.run.RunSpec;
import dev.nara.run.RunStore;
import dev.nara.run.StoredRun;
import dev.nara.run.Workbench;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A recipe of lists with the data and the models it is about. */
final class Composing {
    private final Workbench workbench;
    private final ComposeRecipe recipe;
    private final Experiment experiment;
    private final Map<String, Recommender> models;

    private Composing(
            Workbench workbench, ComposeRecipe recipe, Experiment experiment, Map<String, Recommender> models) {
        this.workbench = workbench;
        this.recipe = recipe;
        this.experiment = experiment;
        this.models = models;
    }

    /** Reads the recipe and its runs; the data and the split are the runs' where there are any. */
    static Composing of(
            Workbench workbench, WorkspaceOption workspace, Path recipeFile, @Nullable Path data, String split)
            throws DataException {
        ComposeRecipe recipe = ComposeRecipe.read(recipeFile);
        Map<String, Recommender> models = new HashMap<>();
        Experiment experiment = null;
        try (RunStore store = workspace.open(workbench)) {
            Reuse reuse = new Reuse(workbench, store);
            for (ComposeRecipe.Block block : recipe.blocks()) {
                for (String id : block.runs().keySet()) {
                    StoredRun run = store.find(id);
                    Workbench.Reopened reopened = reuse.reopen(run);
                    Experiment own = reopened.experiment();
                    if (experiment != null && !sameCut(experiment.spec(), own.spec())) {
                        throw new DataException(
                                recipeFile, Text.of("compose.apart", id), Text.of("compose.apart.remedy"));
                    }
                    experiment = own;
                    models.put(id, reopened.recommender());
                }
            }
        }
        if (experiment == null) {
            Path path = data == null ? workbench.sample() : data;
            Prepared prepared = workbench.open(path, RecipeFile.find(path).orElse(Recipe.USUAL), Progress.NONE);
            Dataset dataset = prepared.dataset();
            experiment = workbench.prepare(
                    new RunSpec(
                            dataset.path().toString(),
                            dataset.format(),
                            "",
                            split,
                            "all",
                            "popularity",
                            Map.of(),
                            1,
                            0,
                            1,
                            Engine.AUTO,
                            Engine.AUTO,
                            "",
                            prepared.recipe(),
                            1),
                    dataset);
        }
        return new Composing(workbench, recipe, experiment, models);
    }

    /** Whether two runs were trained on the very same rows. */
    private static boolean sameCut(RunSpec one, RunSpec other) {
        return one.fingerprint().equals(other.fingerprint())
                && one.split().equals(other.split())
                && (!one.drawnSplit() || one.seed() == other.seed());
    }

    ComposeRecipe recipe() {
        return recipe;
    }

    Experiment experiment() {
        return experiment;
    }

    Composer composer(ComposeRecipe of, Interactions history) throws DataException {
        return new Composer(of, experiment.dataset(), history, workbench.catalogue(), models);
    }

    /** Writes a submission; rules then know all rows of the data, not the training part alone. */
    void write(Path out, @Nullable Path template, Output output) throws DataException, IOException {
        write(recipe, out, template, output);
    }

    void write(ComposeRecipe of, Path out, @Nullable Path template, Output output) throws DataException, IOException {
        Dataset dataset = experiment.dataset();
        Composer composer = composer(of, dataset.interactions());
        Submission.write(out, dataset, (users, k) -> composer.lists(users, k).items(), template)
                .forEach(output::say);
        output.say(Text.of("cli.written", out));
    }
}
