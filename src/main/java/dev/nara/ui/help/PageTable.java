package dev.nara.ui.help;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;

/** A table of a page, with columns as wide as their texts need, within bounds. */
final class PageTable {
    private static final int SHORT = 20;
    private static final int LONG = 120;
    /** The padding of a cell, in characters. */
    private static final int EDGES = 4;

    private static final int PAGE = 105;
    private static final double PERCENT = 100;

    private PageTable() {}

    static GridPane of(TableBlock table, Function<Node, TextFlow> words) {
        List<List<TableCell>> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                rows.add(cells((TableRow) row));
            }
        }
        GridPane grid = new GridPane();
        grid.getStyleClass().add("help-table");
        double[] widths = widths(rows);
        double all = 0;
        for (double width : widths) {
            all += width;
        }
        for (double width : widths) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(PERCENT * width / all);
            grid.getColumnConstraints().add(column);
        }
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
                TextFlow text = words.apply(rows.get(r).get(c));
                StackPane cell = new StackPane(text);
                cell.getStyleClass().add("help-cell");
                if (r == 0) {
                    cell.getStyleClass().add("help-head");
                }
                GridPane.setValignment(cell, VPos.TOP);
                grid.add(cell, c, r);
            }
        }
        return grid;
    }

    private static List<TableCell> cells(TableRow row) {
        List<TableCell> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            cells.add((TableCell) cell);
        }
        return cells;
    }

    /** The widths in characters: short texts are not wrapped, and columns with long texts share the rest of the page. */
    private static double[] widths(List<List<TableCell>> rows) {
        int columns = rows.get(0).size();
        double[] widths = new double[columns];
        double[] more = new double[columns];
        double left = PAGE;
        double wanted = 0;
        for (int c = 0; c < columns; c++) {
            int longest = longest(rows, c);
            widths[c] = Math.min(SHORT, longest) + EDGES;
            more[c] = Math.min(LONG, longest) - Math.min(SHORT, longest);
            left -= widths[c];
            wanted += more[c];
        }
        for (int c = 0; c < columns && wanted > 0 && left > 0; c++) {
            widths[c] += left * more[c] / wanted;
        }
        return widths;
    }

    private static int longest(List<List<TableCell>> rows, int column) {
        return rows.stream()
                .filter(row -> column < row.size())
                .mapToInt(row -> PlainText.of(row.get(column)).strip().length())
                .max()
                .orElse(0);
    }
}
