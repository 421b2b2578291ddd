package dev.nara.eval;

import dev.nara.algorithm.Recommender;
import dev.nara.split.Split;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Ranks every user who has something to find, on all cores, and computes the metrics. Ties count against the model. */
public final class Evaluator {
    private static final int[] NOTHING = {};

    private final Split split;
    private final Candidates candidates;
    private final List<MetricAt> metrics;
    private final int[] users;
    private final int depth;

    /** For one protocol. */
    public Evaluator(Split split, Candidates candidates, List<MetricAt> metrics) {
        this.split = split;
        this.candidates = candidates;
        this.metrics = List.copyOf(metrics);
        this.users = IntStream.range(0, split.train().users())
                .filter(u -> split.truth(u).length > 0)
                .toArray();
        this.depth = metrics.stream().mapToInt(MetricAt::k).max().orElse(1);
    }

    /** The metrics, in order. */
    public List<MetricAt> metrics() {
        return metrics;
    }

    /** Called from any thread while users are ranked; may throw CancellationException. */
    @FunctionalInterface
    public interface Watch {
        /** {@code done} of {@code total} users are ranked. */
        void at(int done, int total);
    }

    /** Ranks and measures. */
    public Evaluation evaluate(Recommender recommender, Watch watch) {
        int[][] lists = new int[users.length][];
        AtomicInteger done = new AtomicInteger();
        watch.at(0, users.length);
        if (candidates.full()) {
            IntFunction<int[]> leftOut = candidates.seenKept() ? u -> NOTHING : split.train()::distinctItems;
            new TopLists(recommender, depth, leftOut, split::truth).rank(users, (n, items, scores) -> {
                watch.at(done.incrementAndGet(), users.length);
                lists[n] = items;
            });
        } else {
            IntStream.range(0, users.length).parallel().forEach(n -> {
                watch.at(done.incrementAndGet(), users.length);
                lists[n] = rankList(recommender, users[n]);
            });
        }
        return measure(lists, recommender.items());
    }

    private Evaluation measure(int[][] lists, int items) {
        Ranking[] rankings = new Ranking[users.length];
        Arrays.setAll(rankings, n -> ranking(lists[n], split.truth(users[n])));
        Evaluation evaluation = new Evaluation();
        for (MetricAt metric : metrics) {
            if (metric.ofAllLists()) {
                evaluation.put(metric.name(), coverage(lists, metric.k(), items), new double[0]);
            } else {
                double[] figures =
                        Arrays.stream(rankings).mapToDouble(metric::of).toArray();
                evaluation.put(metric.name(), Arrays.stream(figures).average().orElse(0), figures);
            }
        }
        return evaluation;
    }

    /** The list's items that are to be found; the list is the best items first, its truth ascending. */
    static Ranking ranking(int[] list, int[] truth) {
        BitSet hits = new BitSet(list.length);
        for (int r = 0; r < list.length; r++) {
            if (Arrays.binarySearch(truth, list[r]) >= 0) {
                hits.set(r);
            }
        }
        return new Ranking(hits, truth.length);
    }

    private static double coverage(int[][] lists, int k, int items) {
        BitSet seen = new BitSet(items);
        for (int[] list : lists) {
            for (int r = 0; r < Math.min(k, list.length); r++) {
                seen.set(list[r]);
            }
        }
        return seen.cardinality() / (double) items;
    }

    private int[] rankList(Recommender recommender, int user) {
        int[] list = candidates.list(user);
        float[] scores = new float[list.length];
        recommender.scores(user, list, scores);
        int truths = split.truth(user).length;
        TopK best = new TopK(depth);
        for (int n = 0; n < list.length; n++) {
            best.offer(list[n], scores[n], n < truths);
        }
        return best.drain();
    }
}
