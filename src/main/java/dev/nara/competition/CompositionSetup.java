package dev.nara.competition;

import dev.nara.algorithm.Recommender;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.data.prepare.Prepared;
import dev.nara.eval.Ties;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.split.ColdUsers;
import dev.nara.split.Split;
import dev.nara.store.ReopenedRuns;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.database.TestLooks;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A recipe of lists with its data and models: those of the runs, by which lists are scored, and those of their fits on all rows, if any,
 * for submissions.
 */
public final class CompositionSetup {
    private final Services services;
    private final ComposeRecipe recipe;
    /** The numbers of the runs, by their names in the recipe. */
    private final Map<String, String> numbers;

    private final PreparedRun preparedRun;
    private final List<Services.Reopened> runs;
    private final Map<Long, Services.Reopened> fits;
    private final TestLooks looks;

    private CompositionSetup(
            Services services,
            ComposeRecipe recipe,
            Map<String, String> numbers,
            PreparedRun preparedRun,
            List<Services.Reopened> runs,
            Map<Long, Services.Reopened> fits,
            TestLooks looks) {
        this.services = services;
        this.recipe = recipe;
        this.numbers = Map.copyOf(numbers);
        this.preparedRun = preparedRun;
        this.runs = List.copyOf(runs);
        this.fits = Map.copyOf(fits);
        this.looks = looks;
    }

    /** Reads the data of a recipe without runs. */
    @FunctionalInterface
    public interface Source {
        /** The prepared data. */
        Prepared read() throws DataException;
    }

    /**
     * Restores the recipe's models; data and split are those of the runs, if there are any.
     *
     * @param open data that is already open, used for runs on it; null for none
     * @param data of a recipe without runs
     * @param split as in {@code --split}, for a recipe without runs
     * @throws DataException if a run is missing, or runs were trained on different rows
     */
    public static CompositionSetup of(
            Services services, RunStore store, ComposeRecipe recipe, @Nullable Prepared open, Source data, String split)
            throws DataException {
        Map<Long, Services.Reopened> reopenedRuns = new LinkedHashMap<>();
        PreparedRun preparedRun = null;
        ReopenedRuns reuse = open == null ? new ReopenedRuns(services, store) : new ReopenedRuns(services, store, open);
        Map<String, String> numbers = new HashMap<>();
        for (ComposeRecipe.Block block : recipe.blocks()) {
            for (String name : block.runs().keySet()) {
                StoredRun run = store.find(name);
                // Lists are scored with the run itself; submissions use its fit.
                run.checkNoFit();
                String id = Long.toString(run.id());
                numbers.put(name, id);
                Services.Reopened reopened = reuse.reopen(run);
                PreparedRun own = reopened.preparedRun();
                if (preparedRun != null && !preparedRun.spec().sameRows(own.spec())) {
                    throw new DataException(Text.of("compose.apart", id), Text.of("compose.apart.remedy"));
                }
                preparedRun = own;
                reopenedRuns.put(run.id(), reopened);
            }
        }
        return new CompositionSetup(
                services,
                pinned(recipe, numbers),
                numbers,
                preparedRun == null ? ofData(services, data.read(), split) : preparedRun,
                List.copyOf(reopenedRuns.values()),
                Map.of(),
                store.looks());
    }

    /** The recipe with run numbers. */
    private static ComposeRecipe pinned(ComposeRecipe recipe, Map<String, String> numbers) {
        List<ComposeRecipe.Block> pinned = new ArrayList<>();
        for (ComposeRecipe.Block block : recipe.blocks()) {
            Map<String, Double> runs = new LinkedHashMap<>();
            block.runs().forEach((name, weight) -> runs.merge(numbers.getOrDefault(name, name), weight, Double::sum));
            pinned.add(block.of(runs));
        }
        return recipe.with(pinned);
    }

    /** A copy with fits of its runs, by the number of the run. */
    public CompositionSetup with(Map<Long, Services.Reopened> fitted) {
        return new CompositionSetup(services, recipe, numbers, preparedRun, runs, fitted, looks);
    }

    /** The runs of the recipe. */
    public List<Services.Reopened> runs() {
        return runs;
    }

    /** The numbers of the fits used for a submission, ascending; empty if it uses the runs themselves. */
    public List<Long> fits() {
        return fits.values().stream().map(fit -> fit.run().id()).sorted().toList();
    }

    private static PreparedRun ofData(Services services, Prepared prepared, String split) throws DataException {
        Dataset dataset = prepared.dataset();
        RunSpec spec = RunSpec.draft()
                .data(dataset.path().toString())
                .format(dataset.format())
                .recipe(prepared.recipe())
                .split(split)
                .candidates("all")
                .algorithm(services.algorithms().baseline().id())
                .epochs(1)
                .spec();
        return services.prepare(spec, dataset);
    }

    /** The recipe with run numbers. */
    public ComposeRecipe recipe() {
        return recipe;
    }

    /** The split on which lists are scored. */
    public PreparedRun preparedRun() {
        return preparedRun;
    }

    /** The lists of a recipe with the same runs, from the known rows of the split. */
    private Composer composer(ComposeRecipe of, Split split) throws DataException {
        Map<String, Recommender> models = new HashMap<>();
        runs.forEach(run -> models.put(Long.toString(run.run().id()), run.recommender()));
        return new Composer(of, preparedRun.dataset(), split.train(), split.known(), services.algorithms(), models);
    }

    private Offers offers(ComposeRecipe of, Split split, int[] users) throws DataException {
        return composer(of, split).offers(users, Ties::drawn);
    }

    /** The users on which lists are scored, ascending: the same as for the runs' figures. */
    public int[] users() {
        return users(preparedRun.reportedWholeSplit());
    }

    private static int[] users(Split split) {
        return IntStream.range(0, split.train().users())
                .filter(u -> split.truth(u).length > 0)
                .toArray();
    }

    /** The part used by {@link #tuned}: the validation part of the runs, or the test part if they have none. */
    private Split deciding() {
        return preparedRun.chosenOnTest()
                ? preparedRun.wholeSplit()
                : preparedRun.validation().split();
    }

    /** What to know about the figures of a tuned recipe. */
    public Text howTuned() {
        return preparedRun.chosenOnTest()
                ? Text.of("compose.tuned.on.test")
                : Text.of("compose.tuned", preparedRun.validation().split().spec());
    }

    /**
     * The recipe with the number of items of each block, and the weights of blended runs, that score best on the validation part; blocks
     * that contribute no items are removed.
     *
     * @param k items per list
     */
    public CompositionSetup tuned(int k) throws DataException {
        Split split = deciding();
        int[] users = users(split);
        ComposeRecipe chosen = new CompositionTuning(k, n -> split.truth(users[n]))
                .of(recipe, offers(recipe, split, users))
                .recipe();
        return new CompositionSetup(services, chosen, numbers, preparedRun, runs, fits, looks);
    }

    /**
     * A recipe's lists for the users with held-out items in a part, and their score.
     *
     * @param part on which they are scored
     * @param lists of {@link #users}
     * @param whole their score
     * @param alone the score of each block's list alone, in order
     * @param scoredUsers the users behind the score
     */
    public record Scored(
            ComposeRecipe recipe,
            Split part,
            ComposedLists lists,
            Composition whole,
            List<Composition> alone,
            ScoredUsers scoredUsers) {
        /** The users of the lists, ascending: those with held-out items in the part. */
        public int[] users() {
            return CompositionSetup.users(part);
        }
    }

    /**
     * Composes and scores lists, which counts as a look at the test part.
     *
     * @param k items per list
     */
    public Scored score(int k) throws DataException {
        looks.add(preparedRun.spec(), TestLooks.Kind.COMPOSITION, recipe.toString());
        return scored(preparedRun.wholeSplit(), k);
    }

    /**
     * The same on the part by which recipes are chosen: the validation part of the runs, without a look at the test part; the test part if
     * they have none.
     *
     * @param k items per list
     */
    public Scored judged(int k) throws DataException {
        return preparedRun.chosenOnTest() ? score(k) : scored(deciding(), k);
    }

    /** How often the test part of {@link #score} was evaluated. */
    public int looks() throws DataException {
        return looks.count(preparedRun.spec());
    }

    private Scored scored(Split whole, int k) throws DataException {
        boolean coldCounted = preparedRun.spec().coldCounted();
        Split split = coldCounted ? whole : ColdUsers.without(whole);
        int[] users = users(split);
        IntFunction<int[]> truth = n -> split.truth(users[n]);
        Offers offers = offers(recipe, split, users);
        int blocks = recipe.blocks().size();
        ComposedLists lists = offers.lists(k, recipe.takes());
        return new Scored(
                recipe,
                split,
                lists,
                new Composition(lists, k, blocks, truth),
                IntStream.range(0, blocks)
                        .mapToObj(b -> new Composition(offers.only(b).lists(k, new int[] {k}), k, 1, truth))
                        .toList(),
                scoredUsers(whole, users.length, k));
    }

    private ScoredUsers scoredUsers(Split whole, int scored, int k) throws DataException {
        Split cold = ColdUsers.alone(whole);
        int[] users = users(cold);
        if (users.length == 0 || preparedRun.spec().coldCounted()) {
            return new ScoredUsers(scored, users.length, Double.NaN);
        }
        ComposedLists lists = offers(recipe, whole, users).lists(k, recipe.takes());
        Composition apart = new Composition(lists, k, recipe.blocks().size(), n -> cold.truth(users[n]));
        return new ScoredUsers(scored, users.length, apart.score());
    }

    /** A setup for another recipe with the same runs under the same names, reusing data and models. */
    public CompositionSetup with(ComposeRecipe other) {
        return new CompositionSetup(services, pinned(other, numbers), numbers, preparedRun, runs, fits, looks);
    }

    /** The lists of any users for a submission: rules use all rows of the data, as do runs that have a fit. */
    public int[][] lists(int[] users, int k) throws DataException {
        Map<String, Recommender> models = new HashMap<>();
        for (Services.Reopened run : runs) {
            long id = run.run().id();
            models.put(Long.toString(id), fits.getOrDefault(id, run).recommender());
        }
        Dataset dataset = preparedRun.dataset();
        Interactions all = dataset.interactions();
        return new Composer(recipe, dataset, all, all, services.algorithms(), models)
                .lists(users, k)
                .items();
    }
}
