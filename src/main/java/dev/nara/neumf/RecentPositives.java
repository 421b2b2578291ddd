package dev.nara.neumf;

import dev.nara.algorithm.HashedRandom;
import dev.nara.algorithm.PositivePairs;
import dev.nara.data.Interactions;
import dev.nara.data.LogCalendar;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives older positives less weight: each epoch draws which ones take part, with probability 2^(-d / half-life) for one that is d days
 * older than the newest. Averaged over epochs this is a weight in the loss.
 */
final class RecentPositives implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double TO_UNIT = 0x1p-53;

    private final int[][] items;
    private final double[][] chances;

    /**
     * Weights positives by age.
     *
     * @param calendar in which days are counted
     * @param views which rows are positives; a pair that counts once has the age of its newest row
     * @param halfLife in days
     */
    RecentPositives(Interactions train, LogCalendar calendar, PositiveRule views, double halfLife) {
        items = new int[train.users()][];
        chances = new double[train.users()][];
        long newest = calendar.day(train.lastTime());
        for (int u = 0; u < items.length; u++) {
            List<Integer> rows = views.everyRow() ? views.rows(train, u).boxed().toList() : newestRows(train, u);
            items[u] = rows.stream().mapToInt(train::item).toArray();
            chances[u] = rows.stream()
                    .mapToDouble(r -> Math.pow(2, (calendar.day(train.time(r)) - newest) / halfLife))
                    .toArray();
        }
    }

    private RecentPositives(int[][] items, double[][] chances) {
        this.items = items;
        this.chances = chances;
    }

    /** The same for some users, renumbered. */
    RecentPositives of(int[] users) {
        return new RecentPositives(
                Arrays.stream(users).mapToObj(u -> items[u]).toArray(int[][]::new),
                Arrays.stream(users).mapToObj(u -> chances[u]).toArray(double[][]::new));
    }

    private static List<Integer> newestRows(Interactions train, int user) {
        Map<Integer, Integer> newest = new HashMap<>();
        for (int r = train.start(user); r < train.end(user); r++) {
            int row = r;
            newest.merge(train.item(r), r, (a, b) -> train.time(b) >= train.time(a) ? row : a);
        }
        return newest.values().stream().sorted().toList();
    }

    /** The positives of an epoch; the same seed selects the same ones. */
    PositivePairs draw(long seed) {
        int[][] kept = new int[items.length][];
        for (int u = 0; u < kept.length; u++) {
            int[] of = new int[items[u].length];
            int count = 0;
            for (int p = 0; p < of.length; p++) {
                long random = HashedRandom.mixed(seed + u * 0xD1342543DE82EF95L + p * 0x9FB21C651E98DF25L);
                if ((random >>> 11) * TO_UNIT < chances[u][p]) {
                    of[count++] = items[u][p];
                }
            }
            kept[u] = Arrays.copyOf(of, count);
        }
        return new PositivePairs(kept);
    }
}
