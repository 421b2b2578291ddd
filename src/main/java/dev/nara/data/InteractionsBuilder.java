package dev.nara.data;

import java.util.Arrays;

/** Collects log rows in file order for a reader. */
public final class InteractionsBuilder {
    private int[] users = new int[1 << 12];
    private int[] items = new int[1 << 12];
    private long[] times = new long[1 << 12];
    private int rows;

    /** Adds one row. */
    public void add(int user, int item, long time) {
        if (rows == users.length) {
            int grown = Math.toIntExact(Math.min(Integer.MAX_VALUE - 8L, rows * 2L));
            users = Arrays.copyOf(users, grown);
            items = Arrays.copyOf(items, grown);
            times = Arrays.copyOf(times, grown);
        }
        users[rows] = user;
        items[rows] = item;
        times[rows++] = time;
    }

    /** How many rows were added. */
    public int size() {
        return rows;
    }

    /** All rows, sorted by user and time. */
    public Interactions build(int userCount, int itemCount) {
        return Interactions.of(userCount, itemCount, users, items, times, rows);
    }

    /** All rows but those that repeat an earlier (user, item, time). */
    public Interactions buildDistinct(int userCount, int itemCount) {
        Interactions all = build(userCount, itemCount);
        return all.filter((user, row) -> !repeats(all, user, row));
    }

    private static boolean repeats(Interactions all, int user, int row) {
        for (int r = row - 1; r >= all.start(user) && all.time(r) == all.time(row); r--) {
            if (all.item(r) == all.item(row)) {
                return true;
            }
        }
        return false;
    }
}
