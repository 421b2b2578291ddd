package dev.nara.eval;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.split.Split;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the items to find are ranked among: the full catalogue, N negatives a user, drawn uniformly or by popularity, or the
 * files' own negatives.
 * In the full catalogue, items a user trained on are left out where nobody ever repeats an item, and kept where
 * repeating is part of the data.
 */
public final class Candidates {
    private final String spec;
    private final int @Nullable [][] lists;
    private final boolean seenKept;
    private final long usersWithFewer;

    private Candidates(String spec, int @Nullable [][] lists, boolean seenKept) {
        this(spec, lists, seenKept, 0);
    }

    private Candidates(String spec, int @Nullable [][] lists, boolean seenKept, long usersWithFewer) {
        this.spec = spec;
        this.lists = lists;
        this.seenKept = seenKept;
        this.usersWithFewer = usersWithFewer;
    }

    /**
     * Reads {@code all}, {@code sampled:N}, {@code popular:N} or {@code given}, and {@code all:kept} or {@code all:masked}, which
     * say whether a list may hold what the user trained on; "" takes the files' negatives with their own split, else
     * all.
     */
    public static Candidates of(Dataset dataset, Split split, String spec, long seed) throws DataException {
        String wanted = spec.isBlank() ? (split.hasNegatives() ? "given" : "all") : spec;
        boolean seenKept = repeats(dataset);
        if (wanted.equals("all")) {
            return new Candidates("all", null, seenKept);
        }
        if (wanted.equals("all:kept") || wanted.equals("all:masked")) {
            return new Candidates(wanted, null, wanted.equals("all:kept"));
        }
        if (wanted.equals("given")) {
            if (!split.hasNegatives()) {
                throw new DataException(Text.of("candidates.not.given"), Text.of("candidates.not.given.remedy"));
            }
            return new Candidates("given", givenLists(split), seenKept, withFewer(split));
        }
        if (!wanted.matches("(sampled|popular):[1-9]\\d{0,5}")) {
            throw new DataException(Text.of("candidates.unknown", wanted), Text.of("candidates.unknown.remedy"));
        }
        int count = Integer.parseInt(wanted.substring(wanted.indexOf(':') + 1));
        Draw draw = wanted.startsWith("popular")
                ? byPopularity(split.train())
                : uniform(dataset.items().size());
        int[][] lists = sampled(dataset, split, count, draw, seed);
        long fewer = IntStream.range(0, lists.length)
                .filter(u -> lists[u].length > 0 && lists[u].length < split.truth(u).length + count)
                .count();
        return new Candidates(wanted, lists, seenKept, fewer);
    }

    /** Whether anybody has an item more than once, so that items already seen may be recommended. */
    public static boolean repeats(Dataset dataset) {
        for (int u = 0; u < dataset.interactions().users(); u++) {
            if (dataset.interactions().distinctItems(u).length
                    < dataset.interactions().count(u)) {
                return true;
            }
        }
        return false;
    }

    /** How many evaluated users have fewer negatives than another has. */
    private static long withFewer(Split split) {
        int[] counts = IntStream.range(0, split.train().users())
                .filter(u -> split.truth(u).length > 0)
                .map(u -> split.negatives(u).length)
                .toArray();
        int most = Arrays.stream(counts).max().orElse(0);
        return Arrays.stream(counts).filter(c -> c < most).count();
    }

    private static int[][] givenLists(Split split) {
        int[][] lists = new int[split.train().users()][0];
        for (int u = 0; u < lists.length; u++) {
            lists[u] = joined(split.truth(u), split.negatives(u));
        }
        return lists;
    }

    /** One random item of the catalogue. */
    private interface Draw {
        int item(SplittableRandom random);
    }

    private static Draw uniform(int items) {
        return random -> random.nextInt(items);
    }

    /** As often as the item has rows in training; one that has none counts as one. */
    private static Draw byPopularity(Interactions train) {
        int[] counts = train.itemCounts();
        long[] upTo = new long[counts.length];
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += Math.max(1, counts[i]);
            upTo[i] = sum;
        }
        long all = sum;
        return random -> {
            int at = Arrays.binarySearch(upTo, random.nextLong(all) + 1);
            return at < 0 ? -at - 1 : at;
        };
    }

    private static int[][] sampled(Dataset dataset, Split split, int count, Draw draw, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int items = dataset.items().size();
        int[][] lists = new int[split.train().users()][0];
        for (int u = 0; u < lists.length; u++) {
            int[] truth = split.truth(u);
            if (truth.length > 0) {
                lists[u] = joined(truth, negatives(split.train().distinctItems(u), truth, items, count, draw, random));
            }
        }
        return lists;
    }

    /** Distinct items, neither trained on nor to be found; fewer than asked for where the catalogue has no more. */
    private static int[] negatives(
            int[] trained, int[] truth, int items, int count, Draw draw, SplittableRandom random) {
        boolean[] taken = new boolean[items];
        int left = items;
        for (int[] known : new int[][] {trained, truth}) {
            for (int item : known) {
                left -= taken[item] ? 0 : 1;
                taken[item] = true;
            }
        }
        int[] negatives = new int[Math.min(count, left)];
        for (int n = 0; n < negatives.length; n++) {
            int item = draw.item(random);
            while (taken[item]) {
                item = draw.item(random);
            }
            taken[item] = true;
            negatives[n] = item;
        }
        return negatives;
    }

    private static int[] joined(int[] first, int[] second) {
        int[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** What should be known of a split and of these candidates for it before figures are believed. */
    public List<Text> warnings(Split split) {
        List<Text> warnings = new ArrayList<>(split.warnings());
        if (usersWithFewer > 0) {
            warnings.add(Text.of("candidates.fewer", Numbers.grouped(usersWithFewer), spec));
        }
        return warnings;
    }

    /** How they were chosen, as in {@code --candidates}. */
    public String spec() {
        return spec;
    }

    /** Whether the whole catalogue is ranked. */
    public boolean full() {
        return lists == null;
    }

    /** Whether items a user trained on may stand in a list of the whole catalogue. */
    public boolean seenKept() {
        return seenKept;
    }

    /** The negatives of each user, to be frozen with the split: shape [users][negatives]; null for the full catalogue. */
    public int @Nullable [][] negatives(Split split) {
        if (lists == null) {
            return null;
        }
        int[][] negatives = new int[lists.length][];
        for (int u = 0; u < negatives.length; u++) {
            int[] list = lists[u];
            negatives[u] = Arrays.copyOfRange(list, Math.min(list.length, split.truth(u).length), list.length);
        }
        return negatives;
    }

    /** The items ranked for a user: those to find first, then the negatives. Not for the full catalogue. */
    int[] list(int user) {
        if (lists == null) {
            throw new IllegalStateException("the full catalogue has no lists");
        }
        return lists[user];
    }
}
