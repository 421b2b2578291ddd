package dev.nara.data;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects log rows in file order for a reader. */
public final class InteractionsBuilder {
    private final List<String> names;
    private final float[][] columns;
    private int[] users = new int[1 << 12];
    private int[] items = new int[1 << 12];
    private long[] times = new long[1 << 12];
    private int rows;

    /** For rows with these further numbers each. */
    public InteractionsBuilder(String... names) {
        this.names = List.of(names);
        this.columns = new float[names.length][1 << 12];
    }

    /** Adds one row; further numbers in the order of their names, NaN for unknown. */
    public void add(int user, int item, long time, float... numbers) {
        if (rows == users.length) {
            grow();
        }
        users[rows] = user;
        items[rows] = item;
        times[rows] = time;
        for (int c = 0; c < columns.length; c++) {
            columns[c][rows] = numbers[c];
        }
        rows++;
    }

    private void grow() {
        int grown = Math.toIntExact(Math.min(Integer.MAX_VALUE - 8L, rows + (rows >> 1) + 1L));
        users = Arrays.copyOf(users, grown);
        items = Arrays.copyOf(items, grown);
        times = Arrays.copyOf(times, grown);
        for (int c = 0; c < columns.length; c++) {
            columns[c] = Arrays.copyOf(columns[c], grown);
        }
    }

    /** How many rows were added. */
    public int size() {
        return rows;
    }

    /** All rows, sorted by user and time. */
    public Interactions build(int userCount, int itemCount) {
        Map<String, float[]> named = new LinkedHashMap<>();
        for (int c = 0; c < columns.length; c++) {
            named.put(names.get(c), columns[c]);
        }
        return Interactions.of(userCount, itemCount, users, items, times, rows, named);
    }
}
