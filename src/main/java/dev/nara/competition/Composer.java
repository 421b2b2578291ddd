package dev.nara.competition;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Engine;
import dev.nara.algorithm.EpochProgress;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.ParameterValues;
import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.TrainingInput;
import dev.nara.data.Attributes;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.data.Role;
import dev.nara.data.SharedGenres;
import dev.nara.eval.Candidates;
import dev.nara.eval.TopLists;
import dev.nara.spec.Algorithms;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the lists of a recipe for one history: the training part to be scored, or all rows for a submission. */
public final class Composer {
    /** What each block offers of a child at most, so that filters and earlier blocks leave enough. */
    private static final int OFFERED = 200;

    /** The same where a series may fill only some places. */
    private static final int OFFERED_FOR_SERIES = 1000;

    /** Of algorithms that leave it to the caller. */
    private static final int EPOCHS = 20;

    /** Among how many of a block's best diversity chooses. */
    private static final int CHOICE = 100;

    private static final double RANK_CONSTANT = 60;
    private static final int[] NOTHING = {};

    private final ComposeRecipe recipe;
    private final Dataset dataset;
    private final Interactions history;
    private final List<List<Source>> sources = new ArrayList<>();
    private final boolean repeats;
    private final int offered;
    private final int[] refused;
    private final int[] series;
    private final @Nullable SharedGenres genres;
    private final List<@Nullable BitSet> audiences;

    /** A recommender of a block. */
    private record Source(Recommender recommender) {}

    /**
     * Trains what is trained on the spot.
     *
     * @param history what the children have watched
     * @param runs the models of stored runs, by number
     * @throws DataException if a block cannot be made
     */
    public Composer(
            ComposeRecipe recipe,
            Dataset dataset,
            Interactions history,
            Algorithms algorithms,
            Map<String, Recommender> runs)
            throws DataException {
        this.recipe = recipe;
        this.dataset = dataset;
        this.history = history;
        for (ComposeRecipe.Block block : recipe.blocks()) {
            List<Source> ofBlock = new ArrayList<>();
            if (block.runs().isEmpty()) {
                ofBlock.add(new Source(trained(algorithms.algorithm(block.algorithm()), block.values())));
            }
            for (Map.Entry<String, Double> run : block.runs().entrySet()) {
                Recommender model = runs.get(run.getKey());
                if (model == null) {
                    throw new DataException(Text.of("run.unknown", run.getKey()), Text.of("run.unknown.remedy"));
                }
                ofBlock.add(new Source(model));
            }
            sources.add(ofBlock);
        }
        this.repeats = Candidates.repeats(dataset);
        this.refused = refused();
        this.offered = recipe.filters().seriesAtMost() > 0 ? OFFERED_FOR_SERIES : OFFERED;
        this.series = series();
        this.genres = genres();
        this.audiences = audiences();
    }

    private Recommender trained(Algorithm algorithm, Map<String, String> values) throws DataException {
        if (!algorithm.engines().isEmpty()) {
            throw new DataException(Text.of("compose.engine", algorithm.id()), Text.of("compose.engine.remedy"));
        }
        TrainingInput input = new TrainingInput(dataset, history, "", Engine.AUTO);
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

    /** The items that no list may hold, ascending. */
    private int[] refused() throws DataException {
        ComposeRecipe.Filters filters = recipe.filters();
        boolean byGenre =
                !filters.genres().isEmpty() || !filters.withoutGenres().isEmpty();
        if (!byGenre && filters.minimumWatchedShare() == 0) {
            return NOTHING;
        }
        Attributes items = dataset.itemAttributes();
        String column = byGenre ? genreColumn() : "";
        if (byGenre) {
            checkGenres(column);
        }
        double[] shares = filters.minimumWatchedShare() > 0 ? watchedShares() : new double[0];
        return IntStream.range(0, dataset.items().size())
                .filter(i -> (byGenre && !fits(filters, items.members(column, i)))
                        || (shares.length > 0 && !(shares[i] >= filters.minimumWatchedShare())))
                .toArray();
    }

    /** The mean share of each item that was watched, in the history alone; NaN where nothing is known. */
    private double[] watchedShares() throws DataException {
        if (!history.columns().contains(Interactions.WATCHED_SHARE)) {
            throw new DataException(Text.of("compose.no.share"), Text.of("compose.no.share.remedy"));
        }
        double[] sums = new double[dataset.items().size()];
        int[] counts = new int[sums.length];
        for (int r = 0; r < history.size(); r++) {
            float share = history.number(Interactions.WATCHED_SHARE, r);
            if (!Float.isNaN(share)) {
                sums[history.item(r)] += share;
                counts[history.item(r)]++;
            }
        }
        Arrays.setAll(sums, i -> counts[i] == 0 ? Double.NaN : sums[i] / counts[i]);
        return sums;
    }

    /** A misspelt genre would filter nothing, or everything. */
    private void checkGenres(String column) throws DataException {
        List<String> known = dataset.itemAttributes().memberCounts(column).stream()
                .map(Map.Entry::getKey)
                .toList();
        for (String genre : Stream.concat(recipe.filters().genres().stream(), recipe.filters().withoutGenres().stream())
                .toList()) {
            if (!known.contains(genre)) {
                throw new DataException(
                        Text.of("compose.genre", genre),
                        Text.of(
                                "compose.genre.remedy",
                                String.join(", ", known.subList(0, Math.min(30, known.size())))));
            }
        }
    }

    private String genreColumn() throws DataException {
        return dataset.itemAttributes()
                .column(Role.GENRE)
                .orElseThrow(
                        () -> new DataException(Text.of("compose.no.genres"), Text.of("compose.no.genres.remedy")));
    }

    /** For diversity, which counts as the metric does; null where it is not asked for. */
    private @Nullable SharedGenres genres() throws DataException {
        if (recipe.filters().diversity() == 0) {
            return null;
        }
        genreColumn();
        return new SharedGenres(dataset);
    }

    /** Which users each block is for; null for all. */
    private List<@Nullable BitSet> audiences() throws DataException {
        List<@Nullable BitSet> audiences = new ArrayList<>();
        Attributes users = dataset.userAttributes();
        for (ComposeRecipe.Block block : recipe.blocks()) {
            if (block.ages().isEmpty()) {
                audiences.add(null);
                continue;
            }
            String column = users.column(Role.AGE)
                    .filter(users::isNumeric)
                    .orElseThrow(
                            () -> new DataException(Text.of("compose.no.ages"), Text.of("compose.no.ages.remedy")));
            String[] ends = block.ages().split("-", -1);
            int low = Integer.parseInt(ends[0]);
            int high = Integer.parseInt(ends[ends.length - 1]);
            double[] ages = users.numbers(column);
            BitSet audience = new BitSet(ages.length);
            for (int u = 0; u < ages.length; u++) {
                audience.set(u, ages[u] >= low && ages[u] <= high);
            }
            audiences.add(audience);
        }
        return audiences;
    }

    private static boolean fits(ComposeRecipe.Filters filters, List<String> genres) {
        return (filters.genres().isEmpty() || genres.stream().anyMatch(filters.genres()::contains))
                && genres.stream().noneMatch(filters.withoutGenres()::contains);
    }

    private int[] series() throws DataException {
        Attributes items = dataset.itemAttributes();
        int[] codes = new int[dataset.items().size()];
        if (recipe.filters().seriesAtMost() > 0) {
            Attributes.Categories categories = items.categories(items.column(Role.SERIES)
                    .orElseThrow(() ->
                            new DataException(Text.of("compose.no.series"), Text.of("compose.no.series.remedy"))));
            Arrays.setAll(codes, categories::code);
        }
        return codes;
    }

    /** The lists of some users. */
    public static final class Lists {
        private final int[][] items;
        private final int[][] blocks;

        Lists(int[][] items, int[][] blocks) {
            this.items = items;
            this.blocks = blocks;
        }

        /** The items, best first: shape [users][at most k]. */
        public int[][] items() {
            return items;
        }

        /** Which block each item came from, from 0, in the same shape. */
        public int[][] blocks() {
            return blocks;
        }
    }

    /** What the sources of a blended block have for each user: ranked once, blended as often as wanted. */
    private record Blend(List<Ranked> sources, Map<String, Double> weights, IntFunction<int[]> last, int users) {}

    /** One source's items of each user, best first, and what each counts before it is weighted. */
    private static final class Ranked {
        private final int[][] items;
        private final double[][] shares;

        Ranked(int users) {
            items = new int[users][0];
            shares = new double[users][0];
        }
    }

    /** What each block offers each user, before anything is taken: made once, composed as often as wanted. */
    public final class Offers {
        private final int[][][] offers;
        private final List<@Nullable Blend> blends;

        Offers(int[][][] offers, List<@Nullable Blend> blends) {
            this.offers = offers;
            this.blends = blends;
        }

        /** What some of the blocks offer, by their places. */
        public Offers only(int... blocks) {
            List<@Nullable Blend> some = new ArrayList<>();
            for (int b : blocks) {
                some.add(blends.get(b));
            }
            return new Offers(Arrays.stream(blocks).mapToObj(b -> offers[b]).toArray(int[][][]::new), some);
        }

        /** How many blocks there are. */
        int size() {
            return offers.length;
        }

        /** The weights of a block's runs; empty where it has one source. */
        public Map<String, Double> weights(int block) {
            Blend blend = blends.get(block);
            return blend == null ? Map.of() : blend.weights();
        }

        /** The same with other weights of a blended block's runs. */
        Offers reweighted(int block, Map<String, Double> weights) {
            Blend old = blends.get(block);
            if (old == null) {
                return this;
            }
            Blend blend = new Blend(old.sources(), weights, old.last(), old.users());
            int[][][] changed = offers.clone();
            changed[block] = blended(blend);
            List<@Nullable Blend> all = new ArrayList<>(blends);
            all.set(block, blend);
            return new Offers(changed, all);
        }

        /**
         * Composes lists of {@code k}.
         *
         * @param takes how many each block may give
         */
        public Lists lists(int k, int[] takes) {
            int[][] items = new int[offers[0].length][];
            int[][] blocks = new int[items.length][];
            IntStream.range(0, items.length).parallel().forEach(n -> compose(n, k, takes, items, blocks));
            return new Lists(items, blocks);
        }

        private void compose(int n, int k, int[] takes, int[][] items, int[][] blocks) {
            int[] list = new int[k];
            int[] from = new int[k];
            int length = 0;
            Map<Integer, Integer> ofSeries = new HashMap<>();
            for (int b = 0; b < offers.length; b++) {
                int[] offered = offers[b][n];
                boolean[] gone = new boolean[offered.length];
                int taken = 0;
                for (int c = next(offered, gone, list, length); c >= 0; c = next(offered, gone, list, length)) {
                    if (length == k || taken == takes[b]) {
                        break;
                    }
                    gone[c] = true;
                    if (fits(offered[c], list, length, ofSeries)) {
                        list[length] = offered[c];
                        from[length++] = b;
                        taken++;
                    }
                }
            }
            items[n] = Arrays.copyOf(list, length);
            blocks[n] = Arrays.copyOf(from, length);
        }

        /** The place of the next item to be tried after what the list has already; -1 when none is left. */
        private int next(int[] offered, boolean[] gone, int[] list, int length) {
            double diversity = recipe.filters().diversity();
            int best = -1;
            double most = Double.NEGATIVE_INFINITY;
            int tried = 0;
            for (int c = 0; c < offered.length && tried < CHOICE; c++) {
                if (gone[c]) {
                    continue;
                }
                if (genres == null) {
                    return c;
                }
                tried++;
                int same = 0;
                for (int r = 0; r < length; r++) {
                    same += genres.same(list[r], offered[c]) ? 1 : 0;
                }
                double value = (1 - diversity) * (1 - c / (double) CHOICE) - diversity * same / Math.max(1, length);
                if (value > most) {
                    most = value;
                    best = c;
                }
            }
            return best;
        }

        private boolean fits(int item, int[] list, int length, Map<Integer, Integer> ofSeries) {
            for (int r = 0; r < length; r++) {
                if (list[r] == item) {
                    return false;
                }
            }
            int most = recipe.filters().seriesAtMost();
            if (most > 0 && series[item] > 0) {
                int before = ofSeries.getOrDefault(series[item], 0);
                if (before >= most) {
                    return false;
                }
                ofSeries.put(series[item], before + 1);
            }
            return true;
        }
    }

    /**
     * Ranks what each block has for these users.
     *
     * @param losesTies the items, ascending, that stand behind others of the same score: those to find, where lists are
     *     scored
     */
    public Offers offers(int[] users, IntFunction<int[]> losesTies) {
        int[][][] offers = new int[sources.size()][][];
        List<@Nullable Blend> blends = new ArrayList<>();
        for (int b = 0; b < offers.length; b++) {
            ComposeRecipe.Block block = recipe.blocks().get(b);
            List<Ranked> ranked = new ArrayList<>();
            for (Source source : sources.get(b)) {
                ranked.add(ranked(block, source.recommender, audiences.get(b), users, losesTies));
            }
            boolean several = ranked.size() > 1;
            Blend blend = new Blend(ranked, block.runs(), n -> losesTies.apply(users[n]), users.length);
            blends.add(several ? blend : null);
            offers[b] = several ? blended(blend) : ranked.get(0).items;
        }
        return new Offers(offers, blends);
    }

    /** Lists of {@code k} as the recipe has them. */
    public Lists lists(int[] users, int k) {
        return offers(users, u -> NOTHING)
                .lists(
                        k,
                        recipe.blocks().stream()
                                .mapToInt(ComposeRecipe.Block::atMost)
                                .toArray());
    }

    /** What one source has for each user; nothing for those whom the block is not for. */
    private Ranked ranked(
            ComposeRecipe.Block block,
            Recommender recommender,
            @Nullable BitSet audience,
            int[] users,
            IntFunction<int[]> losesTies) {
        Ranked ranked = new Ranked(users.length);
        rank(block, recommender, users, losesTies, (n, items, scores) -> {
            if (audience == null || audience.get(users[n])) {
                ranked.items[n] = items;
                ranked.shares[n] = new double[items.length];
                Arrays.setAll(ranked.shares[n], r -> share(block, scores, r));
            }
        });
        return ranked;
    }

    /** The items of all sources, by the weighted sum of what they count. */
    private static int[][] blended(Blend blend) {
        double[] weights = blend.weights().values().stream().mapToDouble(w -> w).toArray();
        int[][] blended = new int[blend.users()][];
        IntStream.range(0, blended.length).parallel().forEach(n -> {
            Map<Integer, Double> sums = new LinkedHashMap<>();
            for (int s = 0; s < weights.length; s++) {
                Ranked source = blend.sources().get(s);
                for (int r = 0; r < source.items[n].length; r++) {
                    sums.merge(source.items[n][r], weights[s] * source.shares[n][r], Double::sum);
                }
            }
            int[] last = blend.last().apply(n);
            blended[n] = sums.entrySet().stream()
                    .sorted((a, b) -> {
                        int byScore = Double.compare(b.getValue(), a.getValue());
                        return byScore != 0 ? byScore : order(a.getKey(), b.getKey(), last);
                    })
                    .mapToInt(Map.Entry::getKey)
                    .toArray();
        });
        return blended;
    }

    private static double share(ComposeRecipe.Block block, float[] scores, int rank) {
        if (block.blend().equals("ranks")) {
            return 1 / (RANK_CONSTANT + rank + 1);
        }
        float best = scores[0];
        float worst = scores[scores.length - 1];
        return best == worst ? 1 : (scores[rank] - worst) / (best - worst);
    }

    /** The order of two items of equal score. */
    private static int order(int a, int b, int[] last) {
        boolean aLoses = Arrays.binarySearch(last, a) >= 0;
        boolean bLoses = Arrays.binarySearch(last, b) >= 0;
        return aLoses == bLoses ? a - b : aLoses ? 1 : -1;
    }

    private void rank(
            ComposeRecipe.Block block,
            Recommender recommender,
            int[] users,
            IntFunction<int[]> losesTies,
            TopLists.Sink sink) {
        if (block.seen().equals("only")) {
            IntStream.range(0, users.length)
                    .parallel()
                    .forEach(n -> rankSeen(recommender, users[n], n, losesTies.apply(users[n]), sink));
            return;
        }
        boolean fresh = block.seen().isEmpty() ? !repeats : block.seen().equals("new");
        new TopLists(recommender, offered, u -> fresh ? with(history.distinctItems(u)) : refused, losesTies)
                .rank(users, sink);
    }

    /** These and what is refused, ascending. */
    private int[] with(int[] others) {
        return refused.length == 0
                ? others
                : IntStream.concat(Arrays.stream(refused), Arrays.stream(others))
                        .sorted()
                        .distinct()
                        .toArray();
    }

    private void rankSeen(Recommender recommender, int user, int n, int[] last, TopLists.Sink sink) {
        int[] seen = Arrays.stream(history.distinctItems(user))
                .filter(i -> Arrays.binarySearch(refused, i) < 0)
                .toArray();
        float[] scores = new float[seen.length];
        recommender.scores(user, seen, scores);
        int[] order = IntStream.range(0, seen.length)
                .boxed()
                .sorted((a, b) ->
                        scores[a] != scores[b] ? Float.compare(scores[b], scores[a]) : order(seen[a], seen[b], last))
                .limit(offered)
                .mapToInt(i -> i)
                .toArray();
        float[] sorted = new float[order.length];
        int[] items = new int[order.length];
        for (int r = 0; r < order.length; r++) {
            items[r] = seen[order[r]];
            sorted[r] = scores[order[r]];
        }
        sink.list(n, items, sorted);
    }
}
