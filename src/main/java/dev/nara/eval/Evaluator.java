package dev.nara.eval;

import dev.nara.algorithm.Recommender;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.split.Split;
import dev.nara.split.Warning;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Ranks the candidates of every user with held-out items, on all cores, and computes the metrics. Ties are broken at random, see
 * {@link Ties}.
 */
public final class Evaluator {
    private static final int[] NOTHING = {};

    private final Split split;
    private final Candidates candidates;
    private final List<CutoffMetric> metrics;
    private final int[] users;
    private final int depth;
    private final ListStatistics facts;
    private final boolean needsAll;

    /**
     * An evaluator for one protocol.
     *
     * @throws DataException if a metric needs an attribute that the data lacks
     */
    public Evaluator(Dataset dataset, Split split, Candidates candidates, List<CutoffMetric> metrics)
            throws DataException {
        for (CutoffMetric metric : metrics) {
            metric.check(dataset);
        }
        this.split = split;
        this.candidates = candidates;
        this.metrics = List.copyOf(metrics);
        this.users = IntStream.range(0, split.train().users())
                .filter(u -> split.truth(u).length > 0)
                .toArray();
        this.depth = metrics.stream().mapToInt(CutoffMetric::k).reduce(1, Math::max);
        this.facts = new ListStatistics(dataset, split.known());
        this.needsAll = metrics.stream().anyMatch(CutoffMetric::needsAll);
    }

    /** The evaluated users, ascending: those with held-out items. */
    public int[] users() {
        return users.clone();
    }

    /** The metrics, in order. */
    public List<CutoffMetric> metrics() {
        return metrics;
    }

    /** Warnings about metrics that say nothing under these candidates: a list with room for all candidates always finds everything. */
    public List<Warning> warnings(int items) {
        int[] candidatesOf =
                IntStream.of(users).map(u -> ranked(u, items)).sorted().toArray();
        CutoffMetric first = metrics.get(0);
        long whole = IntStream.of(candidatesOf).filter(n -> n <= first.k()).count();
        if (first.ofAllLists() || whole == 0 || whole < users.length / 2.0) {
            return List.of();
        }
        int median = candidatesOf[candidatesOf.length / 2];
        Text what = Text.of("evaluator.short", whole, users.length, first.k(), first.name());
        Optional<String> shorter = first.name(median / 2);
        return List.of(shorter.isEmpty() ? new Warning(what) : new Warning(what, Map.of("metrics", shorter.get())));
    }

    /** Called from any thread while users are ranked; may throw CancellationException to stop. */
    @FunctionalInterface
    public interface Watch {
        /** {@code done} of {@code total} users are ranked. */
        void at(int done, int total);
    }

    /** Ranks and computes the metrics; without evaluated users there are no figures. */
    public Evaluation evaluate(Recommender recommender, Watch watch) {
        if (users.length == 0) {
            return new Evaluation();
        }
        Lists lists = rank(recommender, watch);
        return measure(lists, users, split::truth);
    }

    /**
     * Computes the metrics of lists that exist already.
     *
     * @param lists items for each evaluated user, best first, in the order of {@link #users}
     */
    public Evaluation evaluate(int[][] lists, int items) {
        double[] aucs = new double[users.length];
        Arrays.fill(aucs, Double.NaN);
        int[] ranked = new int[users.length];
        Arrays.fill(ranked, items);
        return measure(new Lists(lists, ranked, aucs, items), users, split::truth);
    }

    /** Selects a group of held-out items. */
    @FunctionalInterface
    public interface Counted {
        /** Whether a user's held-out item belongs to the group. */
        boolean counts(int user, int item);
    }

    /**
     * The figures for one group of held-out items.
     *
     * @param users those with held-out items in the group, ascending
     */
    public record Part(List<Integer> users, Evaluation evaluation) {}

    /** Ranks once and computes the metrics for each group of held-out items; AUC covers all held-out items, not the group. */
    public List<Part> parts(Recommender recommender, List<Counted> groups, Watch watch) {
        Lists lists = rank(recommender, watch);
        List<Part> parts = new ArrayList<>();
        for (Counted group : groups) {
            IntFunction<int[]> truth = u -> Arrays.stream(split.truth(u))
                    .filter(i -> group.counts(u, i))
                    .toArray();
            int[] some =
                    Arrays.stream(users).filter(u -> truth.apply(u).length > 0).toArray();
            parts.add(new Part(Arrays.stream(some).boxed().toList(), measure(lists, some, truth)));
        }
        return parts;
    }

    /** The ranked lists of evaluated users. */
    private static final class Lists {
        private final int[][] lists;
        /** The number of ranked items per user. */
        private final int[] candidates;

        private final double[] aucs;
        private final int items;

        Lists(int[][] lists, int[] candidates, double[] aucs, int items) {
            this.lists = lists;
            this.candidates = candidates;
            this.aucs = aucs;
            this.items = items;
        }
    }

    private Lists rank(Recommender recommender, Watch watch) {
        int[][] lists = new int[users.length][];
        double[] aucs = new double[users.length];
        Arrays.fill(aucs, Double.NaN);
        watch.at(0, users.length);
        recommender.forUsers(users.length, fast -> rank(fast, watch, lists, aucs));
        int[] ranked =
                IntStream.of(users).map(u -> ranked(u, recommender.items())).toArray();
        return new Lists(lists, ranked, aucs, recommender.items());
    }

    private void rank(Recommender recommender, Watch watch, int[][] lists, double[] aucs) {
        AtomicInteger done = new AtomicInteger();
        if (candidates.full()) {
            IntFunction<int[]> leftOut = candidates.seenKept() ? u -> NOTHING : split.known()::distinctItems;
            if (needsAll) {
                new ItemRanks(recommender, leftOut).rank(users, split::truth, (n, above, others) -> {
                    watch.at(0, users.length);
                    aucs[n] = auc(above, others);
                });
            }
            new TopLists(recommender, depth, leftOut, Ties::drawn).rank(users, (n, items, scores) -> {
                watch.at(done.incrementAndGet(), users.length);
                lists[n] = items;
            });
        } else {
            UserBlocks.each(users, recommender.usersAtATime(), (first, some) -> {
                int[][] ofEach = Arrays.stream(some).mapToObj(candidates::list).toArray(int[][]::new);
                float[][] scores = Arrays.stream(ofEach)
                        .map(list -> new float[list.length])
                        .toArray(float[][]::new);
                recommender.scores(some, ofEach, scores);
                for (int n = 0; n < some.length; n++) {
                    watch.at(done.incrementAndGet(), users.length);
                    rankList(first + n, ofEach[n], scores[n], lists, aucs);
                }
            });
        }
    }

    /** The number of items ranked for a user. Where known items are excluded, none of them is held out. */
    private int ranked(int user, int items) {
        return !candidates.full()
                ? candidates.list(user).length
                : items - (candidates.seenKept() ? 0 : split.known().distinctItems(user).length);
    }

    /** The share of other items that rank lower, averaged over the held-out items; 1/2 without others. */
    private static double auc(double above, int others) {
        return others == 0 ? 0.5 : 1 - above / others;
    }

    private Evaluation measure(Lists ranked, int[] some, IntFunction<int[]> truth) {
        Ranking[] rankings = new Ranking[some.length];
        Arrays.setAll(rankings, n -> {
            int place = Arrays.binarySearch(users, some[n]);
            return new Ranking(
                    some[n],
                    ranked.lists[place],
                    truth.apply(some[n]),
                    ranked.candidates[place],
                    ranked.aucs[place],
                    facts);
        });
        Evaluation evaluation = new Evaluation();
        for (CutoffMetric metric : metrics) {
            if (metric.ofAllLists()) {
                evaluation.put(metric.name(), metric.ofAll(rankings, ranked.items), new double[0]);
            } else {
                double[] figures =
                        Arrays.stream(rankings).mapToDouble(metric::of).toArray();
                evaluation.put(metric.name(), Arrays.stream(figures).average().orElse(0), figures);
            }
        }
        return evaluation;
    }

    private void rankList(int n, int[] list, float[] scores, int[][] lists, double[] aucs) {
        int truths = split.truth(users[n]).length;
        TopK best = new TopK(depth);
        for (int i = 0; i < list.length; i++) {
            best.offer(list[i], scores[i], Ties.drawn(users[n], list[i]));
        }
        lists[n] = best.drain();
        if (needsAll) {
            double above = 0;
            for (int found = 0; found < truths; found++) {
                for (int other = truths; other < list.length; other++) {
                    above += (1 + Integer.signum(Float.compare(TopK.usable(scores[other]), TopK.usable(scores[found]))))
                            / 2.0;
                }
            }
            long pairs = (long) truths * (list.length - truths);
            aucs[n] = pairs == 0 ? 0.5 : 1 - above / pairs;
        }
    }
}
