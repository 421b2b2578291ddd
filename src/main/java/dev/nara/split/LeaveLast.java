package dev.nara.split;

import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import java.util.Arrays;
import java.util.List;

/**
 * Holds out the latest items of every user: {@code leave-one-out} the last one, {@code leave-last:K} the last K distinct ones. Earlier rows
 * of held-out items are removed from training, too. A user left without training rows is not evaluated.
 */
public final class LeaveLast implements Splitter {
    private final boolean one;

    private LeaveLast(boolean one) {
        this.one = one;
    }

    /** {@code leave-one-out}. */
    public static LeaveLast one() {
        return new LeaveLast(true);
    }

    /** {@code leave-last:K}. */
    public static LeaveLast several() {
        return new LeaveLast(false);
    }

    @Override
    public String name() {
        return one ? "leave-one-out" : "leave-last";
    }

    @Override
    public Argument argument() {
        return one ? Argument.NONE : Argument.count("K");
    }

    @Override
    public List<String> examples() {
        return List.of(one ? name() : name() + ":3");
    }

    @Override
    public Split.Flattery flattery() {
        return Split.Flattery.FUTURE;
    }

    @Override
    public boolean holdsOutOne() {
        return one;
    }

    @Override
    public Split split(Dataset dataset, String argument, long seed) {
        int count = one ? 1 : Integer.parseInt(argument);
        Interactions rows = dataset.interactions();
        int[][] itemsOf = rows.distinctItems();
        int[][] truth = new int[rows.users()][0];
        for (int u = 0; u < truth.length; u++) {
            if (itemsOf[u].length > count) {
                truth[u] = latest(rows, u, count);
            }
        }
        Interactions train = rows.filter((user, row) -> Arrays.binarySearch(truth[user], rows.item(row)) < 0);
        return new Split(Register.written(this, argument), train, truth);
    }

    private static int[] latest(Interactions rows, int user, int count) {
        int[] latest = new int[count];
        int found = 0;
        for (int r = rows.end(user) - 1; found < count; r--) {
            int item = rows.item(r);
            if (Arrays.stream(latest, 0, found).noneMatch(i -> i == item)) {
                latest[found++] = item;
            }
        }
        Arrays.sort(latest);
        return latest;
    }
}
