package dev.nara.ui.palette;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Distributes the lines of the palette among groups if there are too many. */
final class GroupShares {
    /** The total number of lines. */
    static final int ROWS = 10;

    private static final Map<Group, Integer> FIRST =
            Map.of(Group.ACTIONS, 3, Group.SETTINGS, 2, Group.PREFERENCES, 1, Group.RUNS, 2);

    private GroupShares() {}

    /** Gives each group its share, and unused lines to the first groups that have more. */
    static Map<Group, List<Hit>> of(Map<Group, Found> found, int rows) {
        Map<Group, Integer> given = new EnumMap<>(Group.class);
        int left = rows;
        for (Group group : Group.values()) {
            int has = found.getOrDefault(group, Found.NONE).hits().size();
            int share = Math.min(has, Math.min(left, found.size() == 1 ? rows : FIRST.getOrDefault(group, 1)));
            given.put(group, share);
            left -= share;
        }
        Map<Group, List<Hit>> shares = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            List<Hit> hits = found.getOrDefault(group, Found.NONE).hits();
            int share = given.getOrDefault(group, 0);
            int more = Math.min(hits.size() - share, left);
            left -= more;
            shares.put(group, hits.subList(0, share + more));
        }
        return shares;
    }

    /** The index of the first line of the next or previous group, cyclically. */
    static int groupAt(List<PaletteRow> rows, int chosen, int step) {
        int[] firsts = java.util.stream.IntStream.range(0, rows.size())
                .filter(n -> n == 0
                        || rows.get(n).entry().group()
                                != rows.get(n - 1).entry().group())
                .toArray();
        for (int n = 0; n < firsts.length; n++) {
            int end = n + 1 < firsts.length ? firsts[n + 1] : rows.size();
            if (chosen >= firsts[n] && chosen < end) {
                return firsts[Math.floorMod(n + step, firsts.length)];
            }
        }
        return 0;
    }
}
