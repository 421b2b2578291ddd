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

/** A dataset cut into what is trained on and what is to be found. Immutable. */
public final class Split {
    private final String spec;
    private final Rows rows;
    private final int[][] truth;
    private final int @Nullable [][] negatives;
    private final Flattery flattery;
    private final Origin origin;
    private volatile @Nullable Summary summary;

    /** Why figures of a split are better than those of the future. */
    public enum Flattery {
        /** They are not. */
        NONE,
        /** It was made elsewhere: a pair to find that was trained on as well needs a warning. */
        UNKNOWN,
        /** It trains on what happened after what it looks for. */
        FUTURE,
        /** It does so within each user, too, and in pieces: what is to be found was mostly seen already. */
        RANDOM
    }

    /**
     * How a split was made at first.
     *
     * @param spec as in {@code --split}
     * @param seed it was drawn with; empty where that is the seed of whoever uses it
     * @param candidates how the negatives were chosen that it brings; "" where it brings none of a file
     */
    record Origin(String spec, OptionalLong seed, String candidates) {}

    /**
     * @param train to train on
     * @param known of users before what is to be found
     * @param validation how those to train on are cut once more, where the split says so
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
     * @param spec how it was made, as in {@code --split}, with every default filled in
     * @param train the rows to train on
     * @param truth shape [users][distinct items of that user], each ascending; length 0 for users not evaluated
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

    /** Everything to train on, with other items to find, such as what a later month brought. */
    public static Split ofAll(Interactions train, int[][] truth) {
        return new Split("later", train, truth);
    }

    /** The same with a reason why its figures are better than those of the future. */
    Split flattering(Flattery reason) {
        return new Split(spec, rows, truth, negatives, reason, origin);
    }

    /** The same, read from a file, with what the file says of its making. */
    Split madeBy(Origin maker) {
        return new Split(spec, rows, truth, negatives, flattery, maker);
    }

    /** How it was made at first, before it was frozen to a file. */
    Origin origin() {
        return origin;
    }

    /** The same with items to rank those to find among: shape [users][negatives of that user]. */
    public Split among(int[][] fixed) {
        return new Split(spec, rows, truth, fixed, flattery, origin);
    }

    /** The same with a cut of its training part, on which epochs are chosen. */
    public Split validatedOn(Split part) {
        return new Split(spec, new Rows(rows.train, rows.known, part), truth, negatives, flattery, origin);
    }

    /** How its training part is cut once more, where it says so: what is to be found to choose epochs by. */
    public Optional<Split> validation() {
        return Optional.ofNullable(rows.validation);
    }

    /** The same where only some of the known rows are trained on, as where others are held out for validation. */
    public Split trainingOn(Interactions some) {
        return new Split(spec, new Rows(some, rows.known, rows.validation), truth, negatives, flattery, origin);
    }

    /** The same if some users had other histories: shape [users][items] each; what of theirs is held out stays known. */
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

    /** The same training part with other items to find: shape [users][distinct items], each ascending. */
    public Split finding(int[][] other) {
        return new Split(spec, rows, other, negatives, flattery, origin);
    }

    /** How it was made, with every default filled in. */
    public String spec() {
        return spec;
    }

    /** The rows to train on. */
    public Interactions train() {
        return rows.train;
    }

    /**
     * The rows known of users before what is to be found: those to train on, and those held out for validation. What was
     * seen is told by these, so that it is the same whatever is held out for validation.
     */
    public Interactions known() {
        return rows.known;
    }

    /** The distinct items to find for a user, ascending; not to be changed. */
    public int[] truth(int user) {
        return truth[user];
    }

    /** Whether it brings the items that those to find are to be ranked among. */
    public boolean hasNegatives() {
        return negatives != null;
    }

    /** The items that those to find are to be ranked among, none where it brings none; not to be changed. */
    public int[] negatives(int user) {
        return negatives == null ? new int[0] : negatives[user];
    }

    /** Why its figures are better than those of the future, where the data does not say otherwise. */
    public Flattery flattery() {
        return flattery;
    }

    /** How many users have something to find. */
    public int evaluatedUsers() {
        return (int) Arrays.stream(truth).filter(items -> items.length > 0).count();
    }

    /** Whether nobody has more than one item to find. */
    public boolean findsOne() {
        return Arrays.stream(truth).allMatch(items -> items.length <= 1);
    }

    /** The share of (user, item) pairs to find that were known before, 0 … 1. */
    public double leakShare() {
        return summary().leakShare();
    }

    /**
     * A split in numbers.
     *
     * @param trainRows rows to train on
     * @param trainUsers users with any
     * @param trainItems items with any
     * @param pairsToFind (user, item) pairs to find
     * @param evaluatedUsers users with any
     * @param usersWithoutTruth users that are trained on and have nothing to find
     * @param unseenUsers users with something to find and nothing to train on
     * @param leakShare the share of pairs to find that were known before, 0 … 1
     * @param newItemShare the share of pairs to find whose item nobody trains on, 0 … 1
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

    /** The summary in one line each. */
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

    /** Counts it all, once; with millions of rows not for the window's thread the first time. */
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

    /** How many numbers stand in both, each ascending and without repeats. */
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
