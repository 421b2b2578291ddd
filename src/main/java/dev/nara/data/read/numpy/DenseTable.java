package dev.nara.data.read.numpy;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.table.RowsTable;
import java.util.List;

/**
 * A matrix with one row per user and one column per item, both numbered from 0. NaN means no value; so does zero, unless some value is
 * negative.
 */
final class DenseTable extends RowsTable {
    /** The columns of the table. */
    static final List<String> COLUMNS = List.of("user", "item", "value");

    private final DataFile file;

    DenseTable(DataFile file) {
        super(file.shown(), COLUMNS, true);
        this.file = file;
    }

    @Override
    protected void rows(Progress progress, Taking taking) throws DataException {
        NumpyArray matrix = NumpyArray.read(file);
        boolean negative = false;
        for (int n = 0; n < matrix.count() && !negative; n++) {
            negative = matrix.number(n) < 0;
        }
        int rows = matrix.shape().get(0);
        int columns = matrix.shape().get(1);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                int place = matrix.place(r, c);
                double value = matrix.number(place);
                boolean nothing = Double.isNaN(value) || (value == 0 && !negative);
                if (!nothing && !taking.row(r + 1L, Integer.toString(r), Integer.toString(c), matrix.text(place, 0))) {
                    return;
                }
            }
        }
        progress.at(1, 1);
    }
}
