package dev.nara.competition;

import dev.nara.algorithm.Recommender;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.data.prepare.Prepared;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.ReopenedRuns;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.StoredRun;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A recipe of lists with the data and the models it is about. */
public final class CompositionSetup {
    private final Services services;
    private final ComposeRecipe recipe;
    private final PreparedRun preparedRun;
    private final Map<String, Recommender> models;

    private CompositionSetup(
            Services services, ComposeRecipe recipe, PreparedRun preparedRun, Map<String, Recommender> models) {
        this.services = services;
        this.recipe = recipe;
        this.preparedRun = preparedRun;
        this.models = models;
    }

    /** Reads data where a recipe names no run. */
    @FunctionalInterface
    public interface Source {
        /** The data, prepared. */
        Prepared read() throws DataException;
    }

    /**
     * Makes the recipe's models again; the data and the split are the runs' where there are any.
     *
     * @param open data that is open already, which runs on it take; null for none
     * @param data what a recipe without runs is about
     * @param split as in {@code --split}, for a recipe without runs
     * @throws DataException if a run is not there, or runs were trained on different rows
     */
    public static CompositionSetup of(
            Services services, RunStore store, ComposeRecipe recipe, @Nullable Prepared open, Source data, String split)
            throws DataException {
        Map<String, Recommender> models = new HashMap<>();
        PreparedRun preparedRun = null;
        ReopenedRuns reuse = open == null ? new ReopenedRuns(services, store) : new ReopenedRuns(services, store, open);
        List<ComposeRecipe.Block> pinned = new ArrayList<>();
        for (ComposeRecipe.Block block : recipe.blocks()) {
            Map<String, Double> runs = new LinkedHashMap<>();
            for (Map.Entry<String, Double> weight : block.runs().entrySet()) {
                StoredRun run = store.find(weight.getKey());
                String id = Long.toString(run.id());
                runs.merge(id, weight.getValue(), Double::sum);
                Services.Reopened reopened = reuse.reopen(run);
                PreparedRun own = reopened.preparedRun();
                if (preparedRun != null && !preparedRun.spec().sameRows(own.spec())) {
                    throw new DataException(Text.of("compose.apart", id), Text.of("compose.apart.remedy"));
                }
                preparedRun = own;
                models.put(id, reopened.recommender());
            }
            pinned.add(block.of(runs));
        }
        return new CompositionSetup(
                services,
                recipe.with(pinned),
                preparedRun == null ? ofData(services, data.read(), split) : preparedRun,
                models);
    }

    private static PreparedRun ofData(Services services, Prepared prepared, String split) throws DataException {
        Dataset dataset = prepared.dataset();
        RunSpec spec = RunSpec.draft()
                .data(dataset.path().toString())
                .format(dataset.format())
                .recipe(prepared.recipe())
                .split(split)
                .candidates("all")
                .algorithm("popularity")
                .epochs(1)
                .spec();
        return services.prepare(spec, dataset);
    }

    /** The recipe, its runs by number. */
    public ComposeRecipe recipe() {
        return recipe;
    }

    /** What the lists are scored on. */
    public PreparedRun preparedRun() {
        return preparedRun;
    }

    /** Makes lists of a recipe with the same runs, for a history: the training part, or all rows for a submission. */
    public Composer composer(ComposeRecipe of, Interactions history) throws DataException {
        return new Composer(of, preparedRun.dataset(), history, services.algorithms(), models);
    }

    /** The users that have something to find, ascending. */
    public int[] users() {
        return IntStream.range(0, preparedRun.dataset().users().size())
                .filter(u -> preparedRun.wholeSplit().truth(u).length > 0)
                .toArray();
    }

    /**
     * A recipe's lists for the users who have something to find, and what they are worth.
     *
     * @param lists of {@link #users}
     * @param whole their score
     * @param alone the score of each block's list alone, in order
     */
    public record Scored(ComposeRecipe recipe, ComposedLists lists, Composition whole, List<Composition> alone) {}

    /**
     * Composes and scores.
     *
     * @param k items of a list
     * @param tune whether to choose how many each block gives, then the weights of blended runs; blocks that give none fall
     *     out of the recipe
     */
    public Scored score(int k, boolean tune) throws DataException {
        int[] users = users();
        IntFunction<int[]> truth = n -> preparedRun.wholeSplit().truth(users[n]);
        Offers offers = composer(recipe, preparedRun.split().train()).offers(users, preparedRun.wholeSplit()::truth);
        CompositionTuning.Tuned used =
                tune ? new CompositionTuning(k, truth).of(recipe, offers) : new CompositionTuning.Tuned(recipe, offers);
        int blocks = used.recipe().blocks().size();
        ComposedLists lists = used.offers().lists(k, used.recipe().takes());
        return new Scored(
                used.recipe(),
                lists,
                new Composition(lists, k, blocks, truth),
                IntStream.range(0, blocks)
                        .mapToObj(b -> new Composition(used.offers().only(b).lists(k, new int[] {k}), k, 1, truth))
                        .toList());
    }

    /** The lists of any users for a submission: rules then know all rows of the data, not the training part alone. */
    public int[][] lists(ComposeRecipe of, int[] users, int k) throws DataException {
        return composer(of, preparedRun.dataset().interactions())
                .lists(users, k)
                .items();
    }
}
