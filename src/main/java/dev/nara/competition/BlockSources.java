package dev.nara.competition;

import dev.nara.algorithm.Recommender;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.eval.TopLists;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

/** One block of a recipe: the models that its items come from, its users, and the items it may offer. */
final class BlockSources {
    /** How many items a block offers per user, so that enough remain after filters and earlier blocks. */
    private static final int OFFERED = 200;

    /** The same if the number of items per series is limited. */
    private static final int OFFERED_FOR_SERIES = 1000;

    private final ComposeRecipe.Block block;
    private final List<Recommender> models;
    private final Interactions history;
    private final ListFilters filters;
    private final Audience audience;
    private final boolean onlyNew;
    private final int offered;

    /**
     * A block.
     *
     * @param recipe that contains the block
     * @param models one or more
     * @param history what the users have watched
     * @param repeats whether users of this data watch items again
     * @throws DataException if the block is for ages and the data has none
     */
    BlockSources(
            ComposeRecipe recipe,
            ComposeRecipe.Block block,
            List<Recommender> models,
            Dataset dataset,
            Interactions history,
            ListFilters filters,
            boolean repeats)
            throws DataException {
        this.block = block;
        this.models = models;
        this.history = history;
        this.filters = filters;
        this.audience = Audience.of(block.ages(), dataset.userAttributes());
        this.onlyNew = block.seen().isEmpty() ? !repeats : block.seen().equals("new");
        this.offered = recipe.filters().seriesAtMost() > 0 ? OFFERED_FOR_SERIES : OFFERED;
    }

    /**
     * Ranks the block's items for these users; empty for users that it is not for.
     *
     * @param ties the order of items with equal scores for a user
     */
    Blend ranked(int[] users, IntBinaryOperator ties) {
        boolean byRank = block.blend().equals("ranks");
        List<Ranked> all = new ArrayList<>();
        for (Recommender model : models) {
            Ranked ranked = new Ranked(users.length);
            rank(model, users, ties, (n, items, scores) -> {
                if (audience.has(users[n])) {
                    ranked.put(n, items, scores, byRank);
                }
            });
            all.add(ranked);
        }
        return new Blend(all, all.size() > 1 ? block.runs() : Map.of(), (n, item) -> ties.applyAsInt(users[n], item));
    }

    private void rank(Recommender model, int[] users, IntBinaryOperator ties, TopLists.Sink sink) {
        if (block.seen().equals("only")) {
            IntStream.range(0, users.length).parallel().forEach(n -> rankSeen(model, users[n], n, ties, sink));
            return;
        }
        new TopLists(model, offered, u -> onlyNew ? withRefused(history.distinctItems(u)) : filters.refused(), ties)
                .rank(users, sink);
    }

    /** These items and the refused ones, ascending. */
    private int[] withRefused(int[] others) {
        return filters.refused().length == 0
                ? others
                : IntStream.concat(Arrays.stream(filters.refused()), Arrays.stream(others))
                        .sorted()
                        .distinct()
                        .toArray();
    }

    private void rankSeen(Recommender recommender, int user, int n, IntBinaryOperator ties, TopLists.Sink sink) {
        int[] seen = Arrays.stream(history.distinctItems(user))
                .filter(i -> Arrays.binarySearch(filters.refused(), i) < 0)
                .toArray();
        float[] scores = new float[seen.length];
        recommender.scores(user, seen, scores);
        int[] order = IntStream.range(0, seen.length)
                .boxed()
                .sorted((a, b) -> scores[a] != scores[b]
                        ? Float.compare(scores[b], scores[a])
                        : Ranked.tied(seen[a], seen[b], item -> ties.applyAsInt(user, item)))
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
