package dev.nara.data.read.roles;

import dev.nara.data.ColumnRole;
import dev.nara.data.ColumnRoles;
import dev.nara.data.DataException;
import dev.nara.data.read.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the columns of a table seem to hold, and why: by their names, else by what stands in them.
 *
 * @param roles of the columns; those that are not known are empty
 * @param columns every column with its role, the reason and its first cells
 * @param doubt why nothing is read until somebody has said more; nothing where the guess is sure
 */
public record RoleGuess(ColumnRoles roles, List<Column> columns, Optional<Doubt> doubt) {
    /** So many rows are looked at. */
    private static final int ROWS = 1000;

    private static final int EXAMPLES = 3;

    /**
     * A column.
     *
     * @param role what it seems to hold
     * @param reason why
     * @param examples its first cells
     */
    public record Column(String name, ColumnRole role, Reason reason, List<String> examples) {}

    /** Why a column is taken for what it is. */
    public enum Reason {
        /** It is called so. */
        NAME,
        /** Its cells look so. */
        CONTENT,
        /** It stands where such files have it. */
        PLACE,
        /** Somebody said so. */
        SAID
    }

    /** What is not known. */
    public enum Doubt {
        /** Which column holds the users. */
        USER,
        /** Which column holds the items. */
        ITEM,
        /** Neither of the two. */
        BOTH,
        /** There is but one column. */
        ONE_COLUMN
    }

    /** The guess for a table. */
    public static RoleGuess of(Table table) throws DataException {
        List<List<String>> rows = table.head(ROWS);
        List<ColumnFacts> facts = IntStream.range(0, table.columns().size())
                .mapToObj(c -> ColumnFacts.of(cells(rows, c)))
                .toList();
        Places places =
                table.named() ? NamedColumns.places(table.columns(), facts) : UnnamedColumns.places(facts, rows);
        return of(table, places, rows);
    }

    private static RoleGuess of(Table table, Places places, List<List<String>> rows) {
        List<String> names = table.columns();
        ColumnRoles roles = new ColumnRoles(
                table.delimiter(),
                table.named(),
                name(names, places.user()),
                name(names, places.item()),
                name(names, places.time()),
                places.numbers().stream().map(names::get).toList(),
                List.of(),
                List.of());
        List<Column> columns = IntStream.range(0, names.size())
                .mapToObj(c -> new Column(
                        names.get(c),
                        roles.role(names.get(c)),
                        places.reasons().get(c),
                        cells(rows, c).stream().limit(EXAMPLES).toList()))
                .toList();
        return new RoleGuess(roles, columns, doubt(places, names.size()));
    }

    private static Optional<Doubt> doubt(Places places, int width) {
        if (width < 2) {
            return Optional.of(Doubt.ONE_COLUMN);
        }
        boolean user = places.user() >= 0;
        boolean item = places.item() >= 0;
        if (user && item) {
            return Optional.empty();
        }
        return Optional.of(user ? Doubt.ITEM : item ? Doubt.USER : Doubt.BOTH);
    }

    private static String name(List<String> names, int place) {
        return place < 0 ? "" : names.get(place);
    }

    private static List<String> cells(List<List<String>> rows, int column) {
        return rows.stream()
                .map(row -> column < row.size() ? row.get(column) : "")
                .toList();
    }
}
