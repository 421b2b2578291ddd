package dev.nara.data.read.file;

import dev.nara.data.read.table.DataRow;
import java.nio.file.Path;
import java.util.List;

/** The current row of a {@link DelimitedFile}: its cells, and where each column's stands among them. */
final class FileRow extends DataRow {
    private final int[] places;
    private String[] cells = {};
    private long line;

    FileRow(Path path, List<String> columns, int[] places) {
        super(path, columns);
        this.places = places;
    }

    void set(String[] newCells, long newLine) {
        cells = newCells;
        line = newLine;
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
