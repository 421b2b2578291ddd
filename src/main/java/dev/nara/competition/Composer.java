package dev.nara.competition;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Engine;
import dev.nara.algorithm.EpochProgress;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.ParameterValues;
import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.TrainingInput;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.eval.SeenItems;
import dev.nara.eval.Ties;
import dev.nara.spec.Algorithms;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntBinaryOperator;

/** Composes the lists of a recipe from one history: the known rows of a split, or all rows for a submission. */
public final class Composer {
    /** The number of epochs for algorithms that let the caller decide. */
    private static final int EPOCHS = 20;

    private final ComposeRecipe recipe;
    private final ListFilters filters;
    private final List<BlockSources> blocks = new ArrayList<>();

    /**
     * Trains the blocks' algorithms.
     *
     * @param learnt the training rows
     * @param history the known rows, training rows included
     * @param runs the models of stored runs, by number
     * @throws DataException if a block cannot be made
     */
    public Composer(
            ComposeRecipe recipe,
            Dataset dataset,
            Interactions learnt,
            Interactions history,
            Algorithms algorithms,
            Map<String, Recommender> runs)
            throws DataException {
        this.recipe = recipe;
        this.filters = new ListFilters(recipe.filters(), dataset, learnt);
        boolean repeats = SeenItems.kept(dataset);
        for (ComposeRecipe.Block block : recipe.blocks()) {
            List<Recommender> models = new ArrayList<>();
            if (block.runs().isEmpty()) {
                TrainingInput input = new TrainingInput(dataset, learnt, "", Engine.AUTO);
                models.add(trained(algorithms.algorithm(block.algorithm()), block.values(), input));
            }
            for (String run : block.runs().keySet()) {
                Recommender model = runs.get(run);
                if (model == null) {
                    throw new DataException(Text.of("run.unknown", run), Text.of("run.unknown.remedy"));
                }
                models.add(model);
            }
            blocks.add(new BlockSources(recipe, block, models, dataset, history, filters, repeats));
        }
    }

    private static Recommender trained(Algorithm algorithm, Map<String, String> values, TrainingInput input)
            throws DataException {
        if (!algorithm.engines().isEmpty()) {
            throw new DataException(Text.of("compose.engine", algorithm.id()), Text.of("compose.engine.remedy"));
        }
        ParameterValues all = ParameterValues.of(algorithm.parameters(), values);
        algorithm.check(input, all);
        try (Fitting fitting = algorithm.start(input, all, 1)) {
            int given = fitting.phases().get(0).epochs();
            int epochs = given > 0 ? given : EPOCHS;
            for (int e = 0; e < epochs; e++) {
                fitting.epoch(EpochProgress.NONE);
            }
            return fitting.recommender();
        }
    }

    /**
     * Ranks the items of each block for these users.
     *
     * @param ties the order of items with equal scores for a user: random if lists are scored
     */
    public Offers offers(int[] users, IntBinaryOperator ties) {
        return new Offers(
                filters, blocks.stream().map(block -> block.ranked(users, ties)).toList());
    }

    /** Composes lists of {@code k} items. */
    public ComposedLists lists(int[] users, int k) {
        return offers(users, Ties.BY_INDEX).lists(k, recipe.takes());
    }
}
