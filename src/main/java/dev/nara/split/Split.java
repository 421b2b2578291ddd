package dev.nara.split;

import dev.nara.data.Interactions;
import dev.nara.text.Fact;
import dev.nara.text.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A dataset split into training rows and held-out items. Immutable. */
public final class Split {
    private final String spec;
    private final Rows rows;
    private final int[][] truth;
    private final int @Nullable [][] negatives;
    private final Flattery flattery;
    private final Origin origin;
    private volatile @Nullable Summary summary;

    /** Why figures on a split are better than they would be on future data. */
    public enum Flattery {
        /** They are not. */
        NONE,
        /** Unknown, because the split was made by another program; only held-out pairs that are also trained on cause a warning. */
        UNKNOWN,
        /** It trains on rows later than some held-out ones. */
        FUTURE,
        /** It does so even within each user, and at random, so that most held-out items have neighbours in time in the training part. */
        RANDOM
    }

    /**
     * How a split was originally made.
     *
     * @param spec as in {@code --split}
     * @param seed it was made with; empty for the seed of the run that uses it
     * @param candidates how its negatives were drawn; "" unless it came with negatives from a frozen file
     */
    record Origin(String spec, OptionalLong seed, String candidates) {}

    /**
     * The rows of a split.
     *
     * @param train the training rows
     * @param known all rows before the held-out ones, those held out for validation included
     * @param validation the validation part that the split brings, if any
     */
    private record Rows(
            Interactions train,
            Interactions known,
            @Nullable Split validation) {}

    private Split(
            String spec, Rows rows, int[][] truth, int @Nullable [][] negatives, Flattery flattery, Origin origin) {
        this.spec = spec;
        this.rows = rows;
        this.truth = truth;
        this.negatives = negatives;
        this.flattery = flattery;
        this.origin = origin;
    }

    /**
     * A split without negatives.
     *
     * @param spec how it was made, as in {@code --split}, with every default filled in
     * @param train the training rows
     * @param truth held-out items, shape [users][distinct items of that user], each ascending; length 0 for users not evaluated
     */
    Split(String spec, Interactions train, int[][] truth) {
        this(
                spec,
                new Rows(train, train, null),
                truth,
                null,
                Flattery.NONE,
                new Origin(spec, OptionalLong.empty(), ""));
    }

    /** Trains on all rows; the held-out items come from elsewhere, such as a later month. */
    public static Split ofAll(Interactions train, int[][] truth) {
        return new Split("later", train, truth);
    }

    /** A copy that carries the reason why its figures are better than on future data. */
    Split flattering(Flattery reason) {
        return new Split(spec, rows, truth, negatives, reason, origin);
    }

    /** A copy read from a file, with what the file says about its origin. */
    Split madeBy(Origin maker) {
        return new Split(spec, rows, truth, negatives, flattery, maker);
    }

    /** How it was originally made, before it was frozen to a file. */
    Origin origin() {
        return origin;
    }

    /** A copy with fixed negatives to rank held-out items among: shape [users][negatives of that user]. */
    public Split among(int[][] fixed) {
        return new Split(spec, rows, truth, fixed, flattery, origin);
    }

    /** A copy that brings its own validation part, on which epochs are chosen. */
    public Split validatedOn(Split part) {
        return new Split(spec, new Rows(rows.train, rows.known, part), truth, negatives, flattery, origin);
    }

    /** The validation part that the split brings; empty if the run has to make one. */
    public Optional<Split> validation() {
        return Optional.ofNullable(rows.validation);
    }

    /** A copy that trains on some of the known rows, as when others are held out for validation. */
    public Split trainingOn(Interactions some) {
        return new Split(spec, new Rows(some, rows.known, rows.validation), truth, negatives, flattery, origin);
    }

    /** A copy in which some users have other histories, shape [users][items]; items held out for validation stay known. */
    public Split withHistories(int[] users, int[][] histories) {
        int[][] all = new int[users.length][];
        for (int n = 0; n < all.length; n++) {
            int[] trained = rows.train.distinctItems(users[n]);
            IntStream held =
                    Arrays.stream(rows.known.distinctItems(users[n])).filter(i -> Arrays.binarySearch(trained, i) < 0);
            all[n] = IntStream.concat(Arrays.stream(histories[n]), held)
                    .distinct()
                    .toArray();
        }
        Interactions other = rows.train.withHistories(users, histories);
        Interactions otherKnown = rows.known == rows.train ? other : rows.known.withHistories(users, all);
        return new Split(spec, new Rows(other, otherKnown, rows.validation), truth, negatives, flattery, origin);
    }

    /** A copy with other held-out items: shape [users][distinct items], each ascending. */
    public Split finding(int[][] other) {
        return new Split(spec, rows, other, negatives, flattery, origin);
    }

    /** How it was made, with every default filled in. */
    public String spec() {
        return spec;
    }

    public Interactions train() {
        return rows.train;
    }

    /**
     * The rows known before the held-out ones: training rows and those held out for validation. They decide which items count as seen, so
     * that this does not depend on how validation is cut.
     */
    public Interactions known() {
        return rows.known;
    }

    /** A user's distinct held-out items, ascending; do not modify. */
    public int[] truth(int user) {
        return truth[user];
    }

    /** Whether it brings negatives to rank held-out items among. */
    public boolean hasNegatives() {
        return negatives != null;
    }

    /** The negatives that it brings for a user, empty if it brings none; do not modify. */
    public int[] negatives(int user) {
        return negatives == null ? new int[0] : negatives[user];
    }

    /** Why its figures are better than they would be on future data; derived from the kind of split, not from the data. */
    public Flattery flattery() {
        return flattery;
    }

    /** The number of users with held-out items. */
    public int evaluatedUsers() {
        return (int) Arrays.stream(truth).filter(items -> items.length > 0).count();
    }

    /** Whether no user has more than one held-out item. */
    public boolean findsOne() {
        return Arrays.stream(truth).allMatch(items -> items.length <= 1);
    }

    /** The share of held-out (user, item) pairs that were already known, 0 … 1. */
    public double leakShare() {
        return summary().leakShare();
    }

    /**
     * A split in numbers.
     *
     * @param trainRows training rows
     * @param trainUsers users with training rows
     * @param trainItems items with training rows
     * @param pairsToFind held-out (user, item) pairs
     * @param evaluatedUsers users with held-out items
     * @param usersWithoutTruth users with training rows but no held-out items
     * @param unseenUsers users with held-out items but no training rows
     * @param leakShare the share of held-out pairs that were already known, 0 … 1
     * @param newItemShare the share of held-out pairs whose item has no training rows, 0 … 1
     */
    public record Summary(
            int trainRows,
            int trainUsers,
            int trainItems,
            long pairsToFind,
            int evaluatedUsers,
            int usersWithoutTruth,
            int unseenUsers,
            double leakShare,
            double newItemShare) {}

    /** The summary, one line per fact. */
    public List<Fact> facts() {
        Summary counted = summary();
        return List.of(
                new Fact("split.name", spec),
                new Fact("split.train", Numbers.grouped(counted.trainRows())),
                new Fact("split.find", Numbers.grouped(counted.pairsToFind())),
                new Fact("split.evaluated", Numbers.grouped(counted.evaluatedUsers())),
                new Fact("split.unseen", Numbers.grouped(counted.unseenUsers())),
                new Fact("split.without", Numbers.grouped(counted.usersWithoutTruth())),
                new Fact("split.leak", Numbers.percent(counted.leakShare(), 1)),
                new Fact("split.new", Numbers.percent(counted.newItemShare(), 1)));
    }

    /** Computes the summary on the first call; with millions of rows too slow for the JavaFX thread. */
    public Summary summary() {
        Summary known = summary;
        if (known == null) {
            known = count();
            summary = known;
        }
        return known;
    }

    private Summary count() {
        int[] itemCounts = train().itemCounts();
        int trainUsers = 0;
        int evaluated = 0;
        int without = 0;
        int unseen = 0;
        long pairs = 0;
        long before = 0;
        long fresh = 0;
        int[][] itemsOf = known().distinctItems();
        for (int u = 0; u < truth.length; u++) {
            boolean trained = train().count(u) > 0;
            boolean tested = truth[u].length > 0;
            trainUsers += trained ? 1 : 0;
            evaluated += tested ? 1 : 0;
            without += trained && !tested ? 1 : 0;
            unseen += tested && !trained ? 1 : 0;
            pairs += truth[u].length;
            before += tested ? common(itemsOf[u], truth[u]) : 0;
            for (int item : truth[u]) {
                fresh += itemCounts[item] == 0 ? 1 : 0;
            }
        }
        return new Summary(
                train().size(),
                trainUsers,
                (int) Arrays.stream(itemCounts).filter(c -> c > 0).count(),
                pairs,
                evaluated,
                without,
                unseen,
                before / (double) Math.max(1, pairs),
                fresh / (double) Math.max(1, pairs));
    }

    /** The number of values in both arrays, each ascending without repeats. */
    private static int common(int[] some, int[] others) {
        int common = 0;
        for (int i = 0, j = 0; i < some.length && j < others.length; ) {
            int order = Integer.compare(some[i], others[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return common;
    }
}
