package dev.nara.data.read.roles;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Guesses which column of ids in a table without names has the items: the first, unless it is constant, or determined by the user, such as
 * an age group, or unless a later one is finer, as a track is compared with its album.
 */
final class OtherIds {
    /** The number of rows that suffice to show that a value determines that of another column. */
    private static final int EVIDENCE = 10;

    private static final double OFTEN = .1;
    private static final double FINER = 1.5;
    /** Numbers this large are ids rather than prices or counts. */
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

    /** The first of these columns that has the items; -1 if there is none. */
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

    /** A later column that determines the first and has clearly more values. */
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

    /** Whether the value of one column determines that of the other. */
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

    /** Whether the item determines the value of a column. */
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
