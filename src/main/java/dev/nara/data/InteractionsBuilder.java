package dev.nara.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Collects log rows in file order for a reader. */
public final class InteractionsBuilder {
    private static final int MOST = Integer.MAX_VALUE - 8;

    private final List<String> names;
    private final IntBlocks[] columns;
    private final IntBlocks users = new IntBlocks();
    private final IntBlocks items = new IntBlocks();
    private final LongBlocks times = new LongBlocks();
    private int rows;

    /** For rows with these additional columns of numbers. */
    public InteractionsBuilder(String... names) {
        this.names = List.of(names);
        this.columns = Stream.of(names).map(name -> new IntBlocks()).toArray(IntBlocks[]::new);
    }

    /** Adds one row; additional numbers in the order of their names, NaN for unknown. */
    public void add(int user, int item, long time, float... numbers) {
        if (rows == MOST) {
            throw new OutOfMemoryError("more rows than an array has places");
        }
        users.put(rows, user);
        items.put(rows, item);
        times.put(rows, time);
        for (int c = 0; c < columns.length; c++) {
            columns[c].put(rows, Float.floatToRawIntBits(numbers[c]));
        }
        rows++;
    }

    /** The number of added rows. */
    public int size() {
        return rows;
    }

    /** All rows, sorted by user and time; rows of one user and time keep their order. Users and items are below these counts. */
    public Interactions build(int userCount, int itemCount) {
        RowOrder order = RowOrder.of(userCount, users, times, rows);
        Map<String, float[]> named = new LinkedHashMap<>();
        for (int c = 0; c < columns.length; c++) {
            named.put(names.get(c), columns[c].floatsAt(order.source()));
        }
        return Interactions.of(itemCount, order, items.at(order.source()), named);
    }
}
