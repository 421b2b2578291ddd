package dev.nara.data.read.roles;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which of the columns of a table without names that can hold ids holds the items. The first does, unless it is the same in all
 * rows, or whenever the user is, such as an age group; or unless a later one is finer, as a track is beside its album.
 */
final class OtherIds {
    /** So many rows show that a value always comes with the same of another column. */
    private static final int EVIDENCE = 10;

    private static final double OFTEN = .1;
    private static final double FINER = 1.5;
    /** Prices and counts are not as large, nor as small and many. */
    private static final double CODE = 1e8;

    private static final double SMALL = 1000;
    private static final int CHAIN = 3;

    private final List<ColumnFacts> facts;
    private final List<List<String>> rows;
    private final int user;
    private int item = -1;

    OtherIds(List<ColumnFacts> facts, List<List<String>> rows, int user) {
        this.facts = facts;
        this.rows = rows;
        this.user = user;
    }

    /** The same where the items stand in the column of the users, and the other way round. */
    OtherIds swapped() {
        OtherIds swapped = new OtherIds(facts, rows, item);
        swapped.item = user;
        return swapped;
    }

    /** The one of these columns, in their order, that holds the items; -1 where there is none. */
    int item(List<Integer> columns) {
        List<Integer> varied =
                columns.stream().filter(c -> facts.get(c).distinct() > 1).toList();
        List<Integer> free = varied.stream().filter(c -> !isOf(user, c)).toList();
        List<Integer> likely = !free.isEmpty() ? free : varied.isEmpty() ? columns : varied;
        if (likely.isEmpty()) {
            return -1;
        }
        item = finest(likely.get(0), likely);
        return item;
    }

    /** A later column of which each value comes with one of the first alone, and which has clearly more. */
    private int finest(int first, List<Integer> columns) {
        int finest = first;
        int steps = 1;
        boolean codes = true;
        for (int c : columns) {
            ColumnFacts of = facts.get(c);
            if (c > finest
                    && of.filled() == rows.size()
                    && of.distinct() > facts.get(finest).distinct()
                    && (!of.numbers() || of.most() > SMALL)
                    && isOf(c, finest)) {
                codes &= !of.numbers() || of.most() >= CODE;
                finest = c;
                steps++;
            }
        }
        boolean finer = facts.get(finest).distinct() >= FINER * facts.get(first).distinct();
        return finer && (codes || steps >= CHAIN) ? finest : first;
    }

    /** Whether each value of one column comes with one value of the other alone. */
    private boolean isOf(int of, int column) {
        Map<String, String> met = new HashMap<>();
        int again = 0;
        for (List<String> row : rows) {
            if (of < row.size() && column < row.size()) {
                String known = met.putIfAbsent(row.get(of), row.get(column));
                if (known != null && !known.equals(row.get(column))) {
                    return false;
                }
                again += known == null ? 0 : 1;
            }
        }
        return again >= EVIDENCE && again >= OFTEN * rows.size();
    }

    /** Whether a column is the same whenever the item is. */
    boolean ofItem(int column) {
        return item >= 0 && isOf(item, column);
    }

    /** The columns that could hold the items, too; none where no column does. */
    List<Integer> others(int taken, List<Integer> numbers) {
        if (user < 0 || taken < 0) {
            return List.of();
        }
        return IntStream.range(0, facts.size())
                .filter(c -> c != user && c != taken && !numbers.contains(c))
                .filter(c -> {
                    ColumnFacts of = facts.get(c);
                    boolean codes = of.numbers() ? of.most() > SMALL : !of.fewWords();
                    return of.ids() && of.repeats() && of.distinct() > 1 && codes && !of.time() && !isOf(user, c);
                })
                .boxed()
                .toList();
    }
}
