package dev.nara.data.read.folder;

import dev.nara.data.ColumnRole;
import dev.nara.data.DataException;
import dev.nara.data.read.roles.ColumnWords;
import dev.nara.data.read.roles.EmptyWords;
import dev.nara.data.read.roles.GuessReason;
import dev.nara.data.read.roles.RoleGuess;
import dev.nara.data.read.table.DataRow;
import dev.nara.data.read.table.Table;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A table of a folder, judged by its first rows.
 *
 * @param name of its file
 * @param path of its file
 * @param rows its first rows
 * @param bytes its approximate unpacked size
 */
record SeenTable(String name, Path path, Table table, RoleGuess guess, List<List<String>> rows, long bytes) {
    /** The number of rows examined. */
    static final int ROWS = 1000;

    /** The least evidence for a log: users and items by their names, or by their positions next to a number. */
    static final int LOG = 4;

    private static final int FEW = 5;
    private static final int SHOWN_COLUMNS = 8;
    private static final Pattern LOGS = Pattern.compile(
            "rating|review|event|interaction|click|play|purchase|order"
                    + "|transaction|log|behaviou?r|histor|watch|view|listen|check.?in|visit|train|sales|scrobble|평점|기록|로그|주문|구매");
    private static final Pattern OTHERS = Pattern.compile(
            "tag|trust|friend|social|follow|contact|network|genre|links?\\b"
                    + "|categor|relation|propert|feature|meta|profile|info|to_?read|wish|test|valid|sample|submission|태그|친구");
    private static final Pattern OTHER_COLUMNS =
            Pattern.compile("(tag|friend|trustee|trusted|follow|followee|follower|property)s?(id|value|name)?");

    /** Examines a table. */
    static SeenTable of(String name, Path path, Table table, long bytes) throws DataException {
        return new SeenTable(name, path, table, RoleGuess.of(table), table.head(ROWS), bytes);
    }

    /** The approximate number of rows. */
    double estimate() {
        double mean = rows.stream()
                .mapToInt(row -> row.stream().mapToInt(String::length).sum() + row.size())
                .average()
                .orElse(1);
        return bytes / Math.max(1, mean);
    }

    /** How much it looks like a log, for comparison with other tables. */
    int score() {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean tags = columns().stream()
                .anyMatch(column -> OTHER_COLUMNS.matcher(normal(column)).matches());
        return evidence()
                + (LOGS.matcher(lower).find() ? 1 : 0)
                - (OTHERS.matcher(lower).find() ? 3 : 0)
                - (tags ? 3 : 0);
    }

    /** The evidence that it is a log; below {@link #LOG} it must not be read automatically. */
    int evidence() {
        String user = guess.roles().user();
        String item = guess.roles().item();
        if (guess.doubt().isPresent() || (rows.size() >= FEW && unique(user))) {
            return 0;
        }
        boolean numbers = !guess.roles().numbers().isEmpty()
                || !guess.roles().wordColumns().isEmpty();
        return of(ColumnRole.USER, ColumnWords.user(user))
                + of(ColumnRole.ITEM, ColumnWords.item(item))
                + (numbers ? 2 : 0)
                + (guess.roles().time().isEmpty() ? 0 : 1);
    }

    /** Whether it is a log if no other table could be one: it has users, items and times by their positions, and no other's name. */
    boolean mayBeLog() {
        return evidence() >= LOG || (!guess.roles().time().isEmpty() && Math.min(evidence(), score()) >= LOG - 1);
    }

    /** 2 for a column with a clear name, 1 for one guessed for another reason, 0 for a weak name such as that of an order. */
    private int of(ColumnRole role, int named) {
        boolean byName = guess.columns().stream()
                .anyMatch(column -> column.role() == role && column.reason() == GuessReason.NAME);
        return !byName ? 1 : named > ColumnWords.WEAK ? 2 : 0;
    }

    List<String> columns() {
        return table.columns();
    }

    /** The first non-empty cells of a column. */
    List<String> cells(String column) {
        int place = columns().indexOf(column);
        return rows.stream()
                .filter(row -> place >= 0 && place < row.size())
                .map(row -> row.get(place).strip())
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    /** Whether the values of a column in the first rows are all different. */
    boolean unique(String column) {
        List<String> cells = cells(column);
        return !cells.isEmpty() && new HashSet<>(cells).size() == cells.size();
    }

    /** Whether most of the first rows have an id in a column. */
    boolean hasIds(String column) {
        return 2 * cells(column).stream().filter(cell -> !EmptyWords.has(cell)).count() > rows.size();
    }

    /** Whether it may describe users or items: it does not have the ids of both, and has more than ids. */
    boolean describes() {
        List<String> own = columns().stream()
                .filter(column -> !OTHER_COLUMNS.matcher(normal(column)).matches())
                .toList();
        boolean users = own.stream().anyMatch(column -> ColumnWords.user(column) == ColumnWords.ID);
        boolean items = own.stream().anyMatch(column -> ColumnWords.item(column) == ColumnWords.ID);
        return !(users && items)
                && own.stream()
                        .anyMatch(column ->
                                ColumnWords.user(column) < ColumnWords.ID && ColumnWords.item(column) < ColumnWords.ID);
    }

    /** Whether another table has users and items under the names of this log, as the other part of a split one has. */
    boolean isPartOfLog(SeenTable other) {
        return table.named()
                && other.columns().contains(guess.roles().user())
                && other.columns().contains(guess.roles().item());
    }

    /** A name in lower case, with only letters and digits. */
    static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** The names of its columns, or its first row if it has no names. */
    String shownColumns() {
        List<String> shown = table.named() || rows.isEmpty() ? columns() : rows.get(0);
        String more = shown.size() > SHOWN_COLUMNS ? ", …" : "";
        return shown.stream().limit(SHOWN_COLUMNS).map(DataRow::shortened).collect(Collectors.joining(", ")) + more;
    }
}
