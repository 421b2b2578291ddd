package dev.nara.eval;

import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.split.Argument;
import dev.nara.split.Split;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** N negatives per user, drawn uniformly ({@code sampled:N}) or by popularity ({@code popular:N}). */
final class DrawnNegatives implements CandidateRule {
    private final String name;
    private final boolean byPopularity;

    private DrawnNegatives(String name, boolean byPopularity) {
        this.name = name;
        this.byPopularity = byPopularity;
    }

    /** Every item equally likely. */
    static DrawnNegatives uniform() {
        return new DrawnNegatives("sampled", false);
    }

    /** Each item in proportion to its known rows; items without rows count as one. */
    static DrawnNegatives byPopularity() {
        return new DrawnNegatives("popular", true);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Argument argument() {
        return Argument.count("N");
    }

    @Override
    public List<String> examples() {
        return List.of(name + ":99");
    }

    @Override
    public boolean draws() {
        return true;
    }

    @Override
    public Candidates candidates(Dataset dataset, Split split, String argument, long seed) {
        int count = Integer.parseInt(argument);
        int items = dataset.items().size();
        Draw draw = byPopularity ? byPopularity(split.known()) : random -> random.nextInt(items);
        int[][] lists = lists(items, split, count, draw, new SplittableRandom(seed));
        long fewer = IntStream.range(0, lists.length)
                .filter(u -> lists[u].length > 0 && lists[u].length < split.truth(u).length + count)
                .count();
        return Candidates.among(name + ":" + argument, lists, SeenItems.kept(dataset), fewer);
    }

    /** Draws one item of the catalogue. */
    private interface Draw {
        int item(SplittableRandom random);
    }

    private static Draw byPopularity(Interactions known) {
        int[] counts = known.itemCounts();
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

    private static int[][] lists(int items, Split split, int count, Draw draw, SplittableRandom random) {
        int[][] lists = new int[split.train().users()][0];
        Interactions known = split.known();
        for (int u = 0; u < lists.length; u++) {
            int[] truth = split.truth(u);
            if (truth.length > 0) {
                BitSet taken = new BitSet(items);
                for (int r = known.start(u); r < known.end(u); r++) {
                    taken.set(known.item(r));
                }
                lists[u] = Candidates.list(truth, negatives(taken, truth, items, count, draw, random));
            }
        }
        return lists;
    }

    /** Distinct items that are neither taken nor held out for the user; fewer than {@code count} if the catalogue has no more. */
    private static int[] negatives(
            BitSet taken, int[] truth, int items, int count, Draw draw, SplittableRandom random) {
        Arrays.stream(truth).forEach(taken::set);
        int left = items - taken.cardinality();
        int[] negatives = new int[Math.min(count, left)];
        for (int n = 0; n < negatives.length; n++) {
            int item = draw.item(random);
            while (taken.get(item)) {
                item = draw.item(random);
            }
            taken.set(item);
            negatives[n] = item;
        }
        return negatives;
    }
}
