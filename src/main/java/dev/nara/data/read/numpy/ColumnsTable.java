package dev.nara.data.read.numpy;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.table.ColumnNames;
import dev.nara.data.read.table.RowsTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Rows from arrays: the fields of one, the columns of a matrix, or several arrays of the same length as columns. */
final class ColumnsTable extends RowsTable {
    private final List<DataFile> files;

    private ColumnsTable(Path path, List<String> names, boolean named, List<DataFile> files) {
        super(path, names, named);
        this.files = files;
    }

    /** The table of an array whose elements have fields. */
    static ColumnsTable ofFields(DataFile file, NumpyHeader header) {
        List<String> names =
                header.fields().stream().map(NumpyHeader.Field::name).toList();
        return new ColumnsTable(file.shown(), ColumnNames.unique(names), true, List.of(file));
    }

    /** The table of a matrix with a number of columns. */
    static ColumnsTable ofMatrix(DataFile file, int columns) {
        return new ColumnsTable(file.shown(), ColumnNames.numbers(columns), false, List.of(file));
    }

    /** The table of several arrays of single values with the same length. */
    static ColumnsTable ofArrays(Path path, List<String> names, List<DataFile> files) {
        return new ColumnsTable(path, ColumnNames.unique(names), true, files);
    }

    @Override
    protected void rows(Progress progress, Taking taking) throws DataException {
        List<NumpyArray> arrays = new ArrayList<>();
        for (DataFile file : files) {
            arrays.add(NumpyArray.read(file));
        }
        NumpyArray first = arrays.get(0);
        int width = columns().size();
        boolean matrix = first.shape().size() > 1;
        int rows = first.shape().get(0);
        String[] cells = new String[width];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < width; c++) {
                cells[c] = matrix
                        ? first.text(first.place(r, c), 0)
                        : arrays.size() == 1 ? first.text(r, c) : arrays.get(c).text(r, 0);
            }
            if (!taking.row(r + 1L, cells.clone())) {
                return;
            }
        }
        progress.at(1, 1);
    }
}
