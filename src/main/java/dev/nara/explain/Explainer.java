package dev.nara.explain;

import dev.nara.algorithm.Reason;
import dev.nara.algorithm.Recommender;
import dev.nara.data.Interactions;
import dev.nara.eval.CatalogueRanks;
import dev.nara.spec.PreparedRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Explains the ranks of items in a user's list, as far as the model allows. */
public final class Explainer {
    private static final int NEAREST = 5;
    private static final int[] NOTHING = {};

    private final PreparedRun preparedRun;
    private final Recommender recommender;
    private int @Nullable [] viewers;

    /** For one model of one prepared run. */
    public Explainer(PreparedRun preparedRun, Recommender recommender) {
        this.preparedRun = preparedRun;
        this.recommender = recommender;
    }

    /** How many users have each item in training: shape [items]; counted on first use. */
    private synchronized int[] viewers() {
        int[] known = viewers;
        if (known == null) {
            known = preparedRun.split().train().viewers();
            viewers = known;
        }
        return known;
    }

    /** An item of the user's history and its cosine similarity, above 0 to 1. */
    public record Near(int item, double cosine) {}

    /**
     * The explanation of a score.
     *
     * @param score of the model
     * @param reasons that add up to the score, largest amount first regardless of sign
     * @param viewers how many users have the item in training
     * @param popularityRank its rank by that, from 1
     * @param features the contribution of each side feature, relative to its average, by name
     * @param nearest items of the user's history most similar according to the model, best first
     */
    public record Explanation(
            double score,
            List<Reason> reasons,
            int viewers,
            int popularityRank,
            Map<String, Double> features,
            List<Near> nearest) {
        /** The sum of reasons of a kind. */
        public double sum(Reason.Kind kind) {
            return reasons.stream()
                    .filter(r -> r.kind() == kind)
                    .mapToDouble(Reason::amount)
                    .sum();
        }
    }

    /** How many users have an item in training, and its rank by that, from 1. */
    public record Known(int viewers, int rank) {}

    /** An item's popularity. */
    public Known known(int item) {
        int own = viewers()[item];
        return new Known(
                own, 1 + (int) Arrays.stream(viewers()).filter(v -> v > own).count());
    }

    /** Explains the score of an item for a user. */
    public Explanation of(int user, int item) {
        float[] score = new float[1];
        recommender.scores(user, new int[] {item}, score);
        List<Reason> reasons = recommender.why(user, item).stream()
                .sorted(Comparator.comparingDouble((Reason r) -> -Math.abs(r.amount())))
                .toList();
        Known known = known(item);
        return new Explanation(
                score[0],
                reasons,
                known.viewers(),
                known.rank(),
                recommender.featureEffects(user, item),
                nearest(user, item));
    }

    /** The items of the history that most likely caused the rank: the most similar ones, or the latest if the model finds none. */
    public List<Integer> likelyCauses(int user, int item) {
        List<Integer> nearest = nearest(user, item).stream().map(Near::item).toList();
        return nearest.isEmpty() ? UserHistory.latest(preparedRun.split().train(), user, NEAREST) : nearest;
    }

    private List<Near> nearest(int user, int item) {
        return nearest(recommender::vector, preparedRun.split().train().distinctItems(user), item);
    }

    /** The items of a history most similar to one item, in order. */
    static List<Near> nearest(IntFunction<float[]> vectors, int[] history, int item) {
        float[] wanted = vectors.apply(item);
        if (wanted.length == 0) {
            return List.of();
        }
        return Arrays.stream(history)
                .filter(own -> own != item)
                .mapToObj(own -> new Near(own, cosine(wanted, vectors.apply(own))))
                // A negative similarity is no reason for the item.
                .filter(near -> near.cosine() > 0)
                .sorted(Comparator.comparingDouble((Near n) -> -n.cosine()))
                .limit(NEAREST)
                .toList();
    }

    private static double cosine(float[] a, float[] b) {
        double product = 0;
        double ofA = 0;
        double ofB = 0;
        for (int f = 0; f < a.length; f++) {
            product += (double) a[f] * b[f];
            ofA += (double) a[f] * a[f];
            ofB += (double) b[f] * b[f];
        }
        return ofA == 0 || ofB == 0 ? 0 : product / Math.sqrt(ofA * ofB);
    }

    /** How many of the most similar users have an item. */
    public record Similar(int having, int users) {}

    /** Counts an item in the training histories of the most similar users, by the cosine of histories. */
    public Similar similar(int user, int item, int count) {
        Interactions train = preparedRun.split().train();
        int[] own = train.distinctItems(user);
        PriorityQueue<double[]> best = new PriorityQueue<>(Comparator.comparingDouble((double[] n) -> n[0]));
        for (int other = 0; other < train.users() && own.length > 0; other++) {
            int[] items = train.distinctItems(other);
            int both = other == user ? 0 : shared(own, items);
            if (both > 0) {
                best.add(new double[] {both / Math.sqrt((double) own.length * items.length), other});
                if (best.size() > count) {
                    best.poll();
                }
            }
        }
        int having = (int) best.stream()
                .filter(near -> Arrays.binarySearch(train.distinctItems((int) near[1]), item) >= 0)
                .count();
        return new Similar(having, best.size());
    }

    /** The number of values in both arrays, each ascending. */
    private static int shared(int[] a, int[] b) {
        int both = 0;
        int j = 0;
        for (int value : a) {
            while (j < b.length && b[j] < value) {
                j++;
            }
            both += j < b.length && b[j] == value ? 1 : 0;
        }
        return both;
    }

    /** A held-out item and its rank in the whole catalogue, from 1. */
    public record HeldOut(int item, int rank) {}

    /** The ranks of a user's held-out items, at any depth, best first. */
    public List<HeldOut> heldOut(int user) {
        int[] truth = preparedRun.everybody().truth(user);
        boolean kept = preparedRun.candidates().seenKept();
        List<Integer> ranks = CatalogueRanks.of(
                recommender,
                new int[] {user},
                1,
                u -> kept ? NOTHING : preparedRun.split().known().distinctItems(u),
                u -> truth)[0]
                .ranks();
        List<HeldOut> ranked = new ArrayList<>();
        for (int c = 0; c < truth.length; c++) {
            ranked.add(new HeldOut(truth[c], ranks.get(c)));
        }
        ranked.sort(Comparator.comparingInt(HeldOut::rank));
        return ranked;
    }
}
