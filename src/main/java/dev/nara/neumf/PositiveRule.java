package dev.nara.neumf;

import dev.nara.algorithm.TrainingInput;
import dev.nara.data.DataException;
import dev.nara.data.Interactions;
import dev.nara.text.Text;
import java.io.Serializable;
import java.util.stream.IntStream;

/**
 * Which rows of the log are positives, and how often: {@code pairs} for each distinct pair once, {@code views} for each row,
 * {@code views:COLUMN} for each row as often as its number says, rounded, at most {@link #MOST} times; a row without a number counts once.
 *
 * @param everyRow whether rows count instead of distinct pairs
 * @param column the column of counts, "" for once each
 */
record PositiveRule(boolean everyRow, String column) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The form of the parameter. */
    static final String FORM = "pairs|views(:[^\\s,]+)?";

    /** A limit, so that no row outweighs all others. */
    static final int MOST = 100;

    static PositiveRule of(String text) {
        return new PositiveRule(!text.equals("pairs"), text.startsWith("views:") ? text.substring(6) : "");
    }

    /** Checks that the rows have the column. */
    void check(TrainingInput input) throws DataException {
        if (!column.isEmpty() && !input.train().columns().contains(column)) {
            throw new DataException(
                    Text.of("prepare.column", column),
                    Text.of(
                            "views.column.remedy",
                            String.join(", ", input.train().columns())));
        }
    }

    /** How often a row counts. */
    private int times(Interactions rows, int row) {
        float number = column.isEmpty() ? 1 : rows.number(column, row);
        return Float.isNaN(number) ? 1 : Math.max(0, Math.min(MOST, Math.round(number)));
    }

    /** The rows of a user, each as often as it counts. */
    IntStream rows(Interactions rows, int user) {
        return IntStream.range(rows.start(user), rows.end(user))
                .flatMap(row -> IntStream.range(0, times(rows, row)).map(n -> row));
    }

    /** How many positives a user has. */
    int count(Interactions rows, int user) {
        return everyRow ? (int) rows(rows, user).count() : rows.distinctItems(user).length;
    }

    /** The items of all users' positives: shape [users][positives]. */
    int[][] items(Interactions rows) {
        if (!everyRow) {
            return rows.distinctItems();
        }
        int[][] items = new int[rows.users()][];
        for (int u = 0; u < items.length; u++) {
            items[u] = rows(rows, u).map(rows::item).toArray();
        }
        return items;
    }
}
