package dev.nara.data.read.table;

import java.nio.file.Path;
import java.util.List;

/** The current row of a table whose rows are arrays of cells, with the position of each column. */
public final class CellRow extends DataRow {
    private final int[] places;
    private String[] cells = {};
    private long line;

    /**
     * Has no current row at first.
     *
     * @param places of the cells of each column
     */
    public CellRow(Path path, List<String> columns, int[] places) {
        super(path, columns);
        this.places = places.clone();
    }

    /** Sets the next row. */
    public void set(String[] newCells, long newLine) {
        cells = newCells;
        line = newLine;
    }

    /** Sets the next row, with the position of another row. */
    public void set(String[] newCells, DataRow at) {
        set(newCells, at.line());
    }

    /** Whether no row with cells has come yet. */
    boolean isEmpty() {
        return cells.length == 0;
    }

    @Override
    public String text(int column) {
        int place = places[column];
        // A row may lack cells of unnamed columns.
        return place < cells.length ? cells[place] : "";
    }

    @Override
    protected long line() {
        return line;
    }
}
