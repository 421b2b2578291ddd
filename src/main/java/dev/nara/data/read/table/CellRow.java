package dev.nara.data.read.table;

import java.nio.file.Path;
import java.util.List;

/** The current row of a table that hands rows on as cells: these, and where each column's stands among them. */
public final class CellRow extends DataRow {
    private final int[] places;
    private String[] cells = {};
    private long line;

    /**
     * Before the first row.
     *
     * @param places of the cells of each column
     */
    public CellRow(Path path, List<String> columns, int[] places) {
        super(path, columns);
        this.places = places.clone();
    }

    /** The next row. */
    public void set(String[] newCells, long newLine) {
        cells = newCells;
        line = newLine;
    }

    /** The next row, which stands where another does. */
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
        // A row may lack cells that have no name.
        return place < cells.length ? cells[place] : "";
    }

    @Override
    protected long line() {
        return line;
    }
}
