package dev.nara.split;

import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code random-ratio:0.8} trains on a random 80% of each user's rows and holds out the rest. It holds out as many of n rows as
 * {@code ratio} does, and one row of users with two to four. For data without times, where the order of rows means nothing.
 *
 * <p>Each row's random number depends only on the seed and the ids of its user and item, so that adding or removing rows of one user leaves
 * the split of all others unchanged.
 */
public final class RandomRatioSplit implements Splitter {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    @Override
    public String name() {
        return "random-ratio";
    }

    @Override
    public Argument argument() {
        return Argument.share();
    }

    @Override
    public List<String> examples() {
        return List.of("random-ratio:0.8");
    }

    @Override
    public boolean draws() {
        return true;
    }

    @Override
    public Split.Flattery flattery() {
        return Split.Flattery.RANDOM;
    }

    @Override
    public Split split(Dataset dataset, String argument, long seed) {
        double share = Double.parseDouble(argument);
        Interactions rows = dataset.interactions();
        long[] ofItems = new long[rows.items()];
        Arrays.setAll(ofItems, i -> number(dataset.items().id(i)));
        boolean[] held = new boolean[rows.size()];
        for (int u = 0; u < rows.users(); u++) {
            int out = RatioSplit.heldOut(share, rows.count(u));
            long ofUser = mixed(seed * GOLDEN + number(dataset.users().id(u)));
            hold(held, rows, u, Math.max(out, rows.count(u) > 1 ? 1 : 0), ofUser, ofItems);
        }
        Interactions train = rows.filter((user, row) -> !held[row]);
        int[][] truth = rows.filter((user, row) -> held[row]).distinctItems();
        return new Split(Register.written(this, argument), train, truth);
    }

    /** A row with its random number. */
    private record Drawn(long number, int row) {}

    private static void hold(boolean[] held, Interactions rows, int user, int out, long ofUser, long[] ofItems) {
        Drawn[] drawn = new Drawn[rows.count(user)];
        Map<Integer, Long> last = new HashMap<>();
        for (int n = 0; n < drawn.length; n++) {
            int row = rows.start(user) + n;
            int item = rows.item(row);
            // A repeated pair takes the number that follows that of its previous row.
            long number = mixed(last.getOrDefault(item, ofUser ^ ofItems[item]));
            last.put(item, number);
            drawn[n] = new Drawn(number, row);
        }
        Arrays.sort(drawn, (a, b) -> Long.compareUnsigned(a.number, b.number));
        for (int n = 0; n < out; n++) {
            held[drawn[n].row] = true;
        }
    }

    /** FNV-1a over the characters of an id. */
    private static long number(String id) {
        long hash = 0xCBF29CE484222325L;
        for (int c = 0; c < id.length(); c++) {
            hash = (hash ^ id.charAt(c)) * 0x100000001B3L;
        }
        return hash;
    }

    /** Spreads a number over all bits (the finaliser of SplitMix64, Steele et al. 2014). */
    private static long mixed(long number) {
        long z = number + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
