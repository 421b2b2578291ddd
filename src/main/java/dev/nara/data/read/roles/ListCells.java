package dev.nara.data.read.roles;

import dev.nara.data.ColumnRoles;
import dev.nara.data.DataException;
import dev.nara.data.read.table.DataRow;
import dev.nara.data.read.table.Table;
import dev.nara.text.Text;
import java.util.List;

/** Refuses lists in the cells of items, each of which would count as one item. */
final class ListCells {
    private static final int ROWS = 100;

    /** A value of a list in SQL, with its quotes if it has some. */
    private static final String EACH = "\"[^\"]+\"|''[^'']+''|[^\\s\\[\\],(){}\"'']+";

    private ListCells() {}

    /** Throws if most items of a table of these columns, with the items second, are lists; the message has the query that takes them apart. */
    static void refuse(Table table, ColumnRoles roles, String format) throws DataException {
        boolean json = format.equals("json");
        List<String> cells =
                table.cells(1, ROWS).stream().filter(cell -> !cell.isBlank()).toList();
        List<String> lists = cells.stream()
                .filter(cell -> json ? isJoined(cell.strip()) : isWritten(cell.strip()))
                .toList();
        if (!lists.isEmpty() && 2 * lists.size() > cells.size()) {
            String values = "\"" + roles.item() + "\"";
            String each = json
                    ? "unnest(" + values + ")"
                    : "trim(unnest(regexp_extract_all(" + values + ", '" + EACH + "')), '''\"')";
            throw new DataException(
                    table.path(),
                    Text.of("data.cell.list", roles.item(), DataRow.shortened(lists.get(0))),
                    Text.of(
                            "data.cell.list.text.remedy",
                            "SELECT \"" + roles.user() + "\", " + each + " AS item FROM data",
                            roles.user()));
        }
    }

    /** Whether a cell has several values of an array in JSON. */
    private static boolean isJoined(String cell) {
        return cell.indexOf('|') > 0 && cell.chars().noneMatch(Character::isWhitespace);
    }

    /** Whether a cell has several values in brackets, as Python, NumPy and JSON write them. */
    private static boolean isWritten(String cell) {
        return cell.startsWith("[")
                && cell.endsWith("]")
                && cell.chars().anyMatch(c -> c == ',' || c == ';' || Character.isWhitespace(c));
    }
}
