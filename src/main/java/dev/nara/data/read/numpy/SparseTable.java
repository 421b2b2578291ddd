package dev.nara.data.read.numpy;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.table.RowsTable;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A matrix of SciPy's {@code save_npz}, by rows (CSR), by columns (CSC) or by coordinates (COO): a row for each stored non-zero value, with
 * users and items numbered from 0. Throws for indices outside the matrix.
 */
final class SparseTable extends RowsTable {
    private final Path path;
    private final Map<String, DataFile> arrays;

    /** A table of arrays, given by their names; they are read together with the rows. */
    SparseTable(Path path, Map<String, DataFile> arrays) {
        super(path, DenseTable.COLUMNS, true);
        this.path = path;
        this.arrays = Map.copyOf(arrays);
    }

    /** Whether arrays with these names are a sparse matrix. */
    static boolean are(Map<String, DataFile> arrays) {
        return arrays.containsKey("format")
                || (arrays.containsKey("data")
                        && arrays.containsKey("shape")
                        && (arrays.containsKey("indptr") || arrays.containsKey("row")));
    }

    @Override
    protected void rows(Progress progress, Taking taking) throws DataException {
        String format =
                arrays.containsKey("format") ? scalar(array("format")) : arrays.containsKey("row") ? "coo" : "csr";
        if (!List.of("csr", "csc", "coo").contains(format)) {
            throw new DataException(path, Text.of("data.numpy.sparse", format), Text.of("data.numpy.sparse.remedy"));
        }
        NumpyArray shape = array("shape");
        NumpyArray data = array("data");
        if (shape.count() != 2) {
            throw wrong();
        }
        if (format.equals("coo")) {
            coordinates(shape, data, taking);
        } else {
            compressed(format.equals("csr"), shape, data, taking);
        }
        progress.at(1, 1);
    }

    private void coordinates(NumpyArray shape, NumpyArray data, Taking taking) throws DataException {
        NumpyArray rows = array("row");
        NumpyArray columns = array("col");
        if (rows.count() != data.count() || columns.count() != data.count()) {
            throw wrong();
        }
        boolean more = true;
        for (int n = 0; n < data.count() && more; n++) {
            more = take(rows.whole(n), columns.whole(n), shape, data, n, taking);
        }
    }

    private void compressed(boolean byRows, NumpyArray shape, NumpyArray data, Taking taking) throws DataException {
        NumpyArray starts = array("indptr");
        NumpyArray indices = array("indices");
        long lists = shape.whole(byRows ? 0 : 1);
        if (starts.count() - 1L != lists || indices.count() != data.count()) {
            throw wrong();
        }
        boolean more = true;
        for (int list = 0; list < lists && more; list++) {
            long begin = starts.whole(list);
            long end = starts.whole(list + 1);
            if (begin < 0 || end < begin || end > data.count() || (list == 0 && begin != 0)) {
                throw wrong();
            }
            for (int n = (int) begin; n < end && more; n++) {
                long index = indices.whole(n);
                more = take(byRows ? list : index, byRows ? index : list, shape, data, n, taking);
            }
        }
    }

    private boolean take(long row, long column, NumpyArray shape, NumpyArray data, int n, Taking taking)
            throws DataException {
        if (row < 0 || row >= shape.whole(0) || column < 0 || column >= shape.whole(1)) {
            throw wrong();
        }
        return data.number(n) == 0 || taking.row(n + 1L, Long.toString(row), Long.toString(column), data.text(n, 0));
    }

    private static String scalar(NumpyArray array) {
        return array.count() == 1 ? array.text(0, 0) : "";
    }

    private NumpyArray array(String name) throws DataException {
        DataFile file = arrays.get(name);
        if (file == null) {
            throw wrong();
        }
        return NumpyArray.read(file);
    }

    private DataException wrong() {
        return new DataException(path, Text.of("data.numpy.matrix"), Text.of("data.numpy.matrix.remedy"));
    }
}
