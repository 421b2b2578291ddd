package dev.nara.data.prepare;

import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.data.LogTime;
import java.util.Arrays;

/** What is done to the rows of a log, as pure functions. */
final class Rows {
    /** Rows that agree in this are one and the same. */
    enum Key {
        /** User, item and time. */
        TIME,
        /** User, item and day. */
        DAY,
        /** User and item. */
        PAIR
    }

    private Rows() {}

    /** Of the rows that share the key, the first. */
    static Interactions firstOf(Interactions rows, Key key) {
        return rows.filter((user, row) -> !repeats(rows, user, row, key));
    }

    /** Whether an earlier row of the user shares the key. */
    static boolean repeats(Interactions rows, int user, int row, Key key) {
        for (int r = row - 1; r >= rows.start(user) && near(rows.time(r), rows.time(row), key); r--) {
            if (rows.item(r) == rows.item(row)) {
                return true;
            }
        }
        return false;
    }

    private static boolean near(long earlier, long later, Key key) {
        return switch (key) {
            case TIME -> earlier == later;
            case DAY -> LogTime.day(earlier) == LogTime.day(later);
            case PAIR -> true;
        };
    }

    /** Distinct items of each user: shape [users]. */
    static int[] itemsOfUsers(Interactions rows) {
        int[] counts = new int[rows.users()];
        Arrays.setAll(counts, u -> rows.distinctItems(u).length);
        return counts;
    }

    /** Distinct users of each item: shape [items]. */
    static int[] usersOfItems(Interactions rows) {
        int[] counts = new int[rows.items()];
        for (int u = 0; u < rows.users(); u++) {
            for (int item : rows.distinctItems(u)) {
                counts[item]++;
            }
        }
        return counts;
    }

    /** Without the rows of users with fewer items and of items with fewer users than asked for. */
    static Interactions atLeast(Interactions rows, int ofUser, int ofItem) {
        int[] users = itemsOfUsers(rows);
        int[] items = usersOfItems(rows);
        return rows.filter((user, row) -> users[user] >= ofUser && items[rows.item(row)] >= ofItem);
    }

    /** Without the items that have no row. */
    static Dataset watchedOnly(Dataset dataset) {
        int[] counts = dataset.interactions().itemCounts();
        boolean[] kept = new boolean[counts.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = counts[i] > 0;
        }
        return dataset.withItems(kept);
    }
}
